package io.renkei.ports.trust;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** One who may sign, as settings name them in {@code signer.…}: several with {@code |} between them. */
public sealed interface Signer {

    /** What keys of settings that name signers begin with. */
    String KEY = "signer.";

    /**
     * Whether a certificate is this signer's.
     *
     * @param fingerprint of the verified certificate
     * @param certificate that certificate, if it was found
     */
    boolean is(String fingerprint, Optional<X509Certificate> certificate);

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
            return certificate.filter(known -> SubjectNames.endsIn(known, end)).isPresent();
        }
    }

    /**
     * Reads a value of settings; nobody is named by an empty one.
     *
     * @throws IllegalArgumentException with a sentence, if one of them is no signer
     */
    static Set<Signer> read(String value) {
        return Stream.of(value.split("\\|"))
                .filter(each -> !each.isBlank())
                .map(each -> one(each.strip()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Signer one(String text) {
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
