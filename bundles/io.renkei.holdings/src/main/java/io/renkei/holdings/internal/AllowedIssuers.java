package io.renkei.holdings.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.ports.trust.Signer;
import io.renkei.ports.trust.SubjectNames;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.Rdn;

/**
 * Who may sign in the name of an issuer: who the operator says, and where nothing is said, who has the issuer's corporate number in its
 * certificate as its organisation identifier (ITU-T X.520, 6.4.11; the form {@code NTRJP-} and the number, ETSI EN 319 412-1, 5.1.4). A
 * certificate without it needs a line.
 */
record AllowedIssuers(Map<CorporateNumber, Set<Signer>> byIssuer) {

    private static final String JAPANESE = "NTRJP-";

    AllowedIssuers {
        byIssuer = Map.copyOf(byIssuer);
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
        return SubjectNames.of(certificate).getRdns().stream().anyMatch(rdn -> identifies(rdn, issuer));
    }

    private static boolean identifies(Rdn rdn, CorporateNumber issuer) {
        try {
            Attribute attribute = rdn.toAttributes().get(SubjectNames.ORGANISATION_IDENTIFIER);
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

    static AllowedIssuers read(Map<String, ?> all, List<String> faults) {
        Map<CorporateNumber, Set<Signer>> signers = new HashMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith(Signer.KEY)) {
                try {
                    signers.put(new CorporateNumber(key.substring(Signer.KEY.length())), Signer.read(value.toString()));
                } catch (IllegalArgumentException e) {
                    faults.add(key + ": " + e.getMessage());
                }
            }
        });
        return new AllowedIssuers(signers);
    }
}
