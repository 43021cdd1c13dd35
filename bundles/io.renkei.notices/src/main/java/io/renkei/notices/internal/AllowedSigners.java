package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * Who may seal for whom. Whoever is not named may not.
 *
 * @param byDestination by destination, or by its kind for all of its instances
 */
record AllowedSigners(Map<String, Set<Signer>> byDestination) {

    private static final String KEY = "signer.";

    AllowedSigners {
        byDestination = Map.copyOf(byDestination);
    }

    /** One that may. */
    sealed interface Signer {
        boolean is(String fingerprint, Optional<X509Certificate> certificate);
    }

    /** One certificate. */
    record ByFingerprint(String hex) implements Signer {
        @Override
        public boolean is(String fingerprint, Optional<X509Certificate> certificate) {
            return hex.equals(fingerprint);
        }
    }

    /** Every certificate whose subject ends, as RFC 2253 writes names, in this one. */
    record BySubject(LdapName end) implements Signer {
        @Override
        public boolean is(String fingerprint, Optional<X509Certificate> certificate) {
            return certificate.filter(known -> name(known).startsWith(end)).isPresent();
        }

        private static LdapName name(X509Certificate certificate) {
            try {
                return new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
            } catch (InvalidNameException e) {
                throw new IllegalStateException("a parsed certificate has a well-formed subject", e);
            }
        }
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
            if (key.startsWith(KEY)) {
                try {
                    DestinationId destination = new DestinationId(key.substring(KEY.length()));
                    signers.put(destination.value(), signers(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage() + ".");
                }
            }
        });
        return new AllowedSigners(signers);
    }

    private static Set<Signer> signers(String text) {
        Set<Signer> signers = new LinkedHashSet<>();
        for (String each : text.split("\\|")) {
            if (!each.isBlank()) {
                signers.add(signer(each.strip()));
            }
        }
        return signers;
    }

    private static Signer signer(String text) {
        if (text.startsWith("sha256:")) {
            String hex = text.substring("sha256:".length()).replace(":", "").toLowerCase(Locale.ROOT);
            if (hex.matches("[0-9a-f]{64}")) {
                return new ByFingerprint(hex);
            }
        }
        if (text.startsWith("subject:")) {
            try {
                LdapName end = new LdapName(text.substring("subject:".length()).strip());
                if (!end.isEmpty()) {
                    return new BySubject(end);
                }
            } catch (InvalidNameException e) {
                throw new IllegalArgumentException("the subject is no name by RFC 2253", e);
            }
        }
        throw new IllegalArgumentException(
                "a signer is sha256: with 64 hexadecimal digits, or subject: with the end of a name");
    }
}
