package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.trust.Signer;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may seal for whom. Whoever is not named may not.
 *
 * @param byDestination by destination, or by its kind for all of its instances
 */
record AllowedSigners(Map<String, Set<Signer>> byDestination) {

    AllowedSigners {
        byDestination = Map.copyOf(byDestination);
    }

    /** Whether anybody may seal for the destination at all. */
    boolean anybodyFor(DestinationId destination) {
        return !of(destination).isEmpty();
    }

    /**
     * Whether the signer may seal for the destination.
     *
     * @param fingerprint of the signer's verified certificate
     * @param certificate that certificate, if it was found
     */
    boolean allow(DestinationId destination, String fingerprint, Optional<X509Certificate> certificate) {
        return of(destination).stream().anyMatch(signer -> signer.is(fingerprint, certificate));
    }

    /** What is said of the instance counts alone; else what is said of its kind. */
    private Set<Signer> of(DestinationId destination) {
        Set<Signer> own = byDestination.get(destination.value());
        return own == null ? byDestination.getOrDefault(destination.kind(), Set.of()) : own;
    }

    static AllowedSigners read(Map<String, ?> all, List<String> faults) {
        Map<String, Set<Signer>> signers = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(Signer.KEY)) {
                try {
                    DestinationId destination = new DestinationId(key.substring(Signer.KEY.length()));
                    signers.put(destination.value(), Signer.read(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage() + ".");
                }
            }
        });
        return new AllowedSigners(signers);
    }
}
