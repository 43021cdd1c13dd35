package io.renkei.ports.selfinfo;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Authenticator;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Linkage codes by account and agency, each encrypted under a key of its own. Safe for use by several threads and several nodes. Every
 * method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface LinkageCodeStore extends PersonProofs {

    /** Empty if the account was never proved with a certificate, or what is kept of it was changed in the database. */
    Optional<Authenticator.Certificate> proof(AccountId account);

    /** Empty if none is kept, or it was changed in the database. */
    Optional<LinkageCode> find(AccountId account, DestinationId agency);

    /** In place of any before. */
    void keep(AccountId account, DestinationId agency, LinkageCode code);

    /** Destroys a code that the agency does not take, so that it is obtained anew. Once more changes nothing. */
    void drop(AccountId account, DestinationId agency);

    /** Destroys what is kept of an account. Once more changes nothing. */
    void forget(AccountId account);
}
