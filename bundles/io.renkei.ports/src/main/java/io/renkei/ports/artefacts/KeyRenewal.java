package io.renkei.ports.artefacts;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives the provider a new signing key before its time, for an operator who has a reason. Other nodes sign with it within half a minute.
 * Throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface KeyRenewal {

    /**
     * Makes a key and signs with it from now on.
     *
     * @param compromised whether the keys of before are destroyed and not published any more, so that nothing that they signed counts;
     *     otherwise they stay until nobody has to verify what they signed
     * @return the id of the new key ({@code kid}); empty where there is no provider
     */
    Optional<String> renew(boolean compromised);
}
