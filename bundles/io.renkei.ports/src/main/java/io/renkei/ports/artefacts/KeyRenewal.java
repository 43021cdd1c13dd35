package io.renkei.ports.artefacts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives the provider a new signing key before its time, for an operator who has a reason. Other nodes know it within half a minute. Throws
 * {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had.
 */
@ProviderType
public interface KeyRenewal {

    /**
     * A key.
     *
     * @param id its name in the published set ({@code kid})
     * @param signsFrom from when on it signs
     */
    record NewKey(String id, Instant signsFrom) {
        public NewKey {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(signsFrom, "signsFrom");
        }
    }

    /**
     * Makes a key, or names the next one where it is there already. It is published now and signs in a day, so that sites that keep the set
     * for a while know it; what the keys of before signed counts on.
     *
     * @param compromised then it signs at once, and the keys of before are destroyed and not published any more, so that nothing that
     *     they signed counts; sites that keep the set for a while refuse sign-ons until they fetch it anew
     * @return empty where there is no provider
     */
    Optional<NewKey> renew(boolean compromised);
}
