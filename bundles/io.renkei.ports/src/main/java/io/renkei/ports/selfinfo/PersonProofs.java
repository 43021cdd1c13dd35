package io.renkei.ports.selfinfo;

import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Authenticator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers which certificate an account was proved with, encrypted under a key of its own: by it the linkage codes of the person are
 * obtained. Safe for use by several threads and several nodes. Every method throws {@link io.renkei.ports.state.StateUnavailable} if the
 * database cannot be had.
 */
@ProviderType
public interface PersonProofs {

    /** To be called at each sign-in by certificate; the last one counts. The same again writes nothing. */
    void proved(AccountId account, Authenticator.Certificate certificate);
}
