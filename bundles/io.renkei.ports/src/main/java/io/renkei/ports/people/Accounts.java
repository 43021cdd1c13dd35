package io.renkei.ports.people;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts. Safe for use by several threads and several nodes. Every method throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface Accounts {

    /** The account that this proves; a new one at the first time. Two at once get the same. */
    Account signIn(Authenticator proof, Instant at);

    Optional<Account> find(AccountId id);

    /**
     * From now on this proves the account as well, as when a certificate was renewed.
     *
     * @return false if it proves another account, which stays as it is
     */
    boolean add(AccountId account, Authenticator proof, Instant at);
}
