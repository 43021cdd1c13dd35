package io.renkei.holdings.internal;

import io.renkei.api.model.CorporateNumber;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * Who may sign in the name of an issuer: who the operator says, and where nothing is said, who has the issuer's corporate number in its
 * certificate as its organisation identifier (ITU-T X.520, 6.4.11; the form {@code NTRJP-} and the number, ETSI EN 319 412-1, 5.1.4). A
 * certificate without it needs a line.
 */
record AllowedIssuers(Map<CorporateNumber, Set<Signer>> byIssuer) {

    static final String KEY = "signer.";

    private static final String IDENTIFIER = "organizationIdentifier";
    private static final Map<String, String> NAMES = Map.of("2.5.4.97", IDENTIFIER);
    private static final String JAPANESE = "NTRJP-";

    AllowedIssuers {
        byIssuer = Map.copyOf(byIssuer);
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
    }

    /**
     * Whether the signer may sign in the issuer's name.
     *
     * @param fingerprint of the signer's verified certificate
     * @param certificate that certificate, if it was found
     */
    boolean allow(CorporateNumber issuer, String fingerprint, Optional<X509Certificate> certificate) {
        Set<Signer> named = byIssuer.get(issuer);
        return named == null
                ? certificate.filter(known -> isIdentified(known, issuer)).isPresent()
                : named.stream().anyMatch(signer -> signer.is(fingerprint, certificate));
    }

    private static boolean isIdentified(X509Certificate certificate, CorporateNumber issuer) {
        return name(certificate).getRdns().stream().anyMatch(rdn -> identifies(rdn, issuer));
    }

    private static boolean identifies(Rdn rdn, CorporateNumber issuer) {
        try {
            Attribute attribute = rdn.toAttributes().get(IDENTIFIER);
            if (attribute == null) {
                return false;
            }
            NamingEnumeration<?> values = attribute.getAll();
            while (values.hasMore()) {
                if (values.next().equals(JAPANESE + issuer.digits())) {
                    return true;
                }
            }
            return false;
        } catch (NamingException e) {
            throw new IllegalStateException("the values of a name stand in memory", e);
        }
    }

    private static LdapName name(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, NAMES));
        } catch (InvalidNameException e) {
            throw new IllegalStateException("a parsed certificate has a well-formed subject", e);
        }
    }

    static AllowedIssuers read(Map<String, ?> all, List<String> faults) {
        Map<CorporateNumber, Set<Signer>> signers = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(KEY)) {
                try {
                    signers.put(new CorporateNumber(key.substring(KEY.length())), signers(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage());
                }
            }
        });
        return new AllowedIssuers(signers);
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
