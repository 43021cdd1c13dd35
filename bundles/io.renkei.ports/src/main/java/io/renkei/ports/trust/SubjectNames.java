package io.renkei.ports.trust;

import java.security.cert.X509Certificate;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/** The subjects of certificates, as RFC 2253 writes names. */
public final class SubjectNames {

    /** The attribute type of an organisation's identifier (ITU-T X.520, 6.4.11), which RFC 2253 has no word for. */
    public static final String ORGANISATION_IDENTIFIER = "organizationIdentifier";

    private static final Map<String, String> WORDS = Map.of("2.5.4.97", ORGANISATION_IDENTIFIER);

    private SubjectNames() {}

    /** With {@link #ORGANISATION_IDENTIFIER} as a word and its value as text. */
    public static LdapName of(X509Certificate certificate) {
        return name(certificate, WORDS);
    }

    /** Whether the subject ends in this name, the organisation identifier written as a word or by its number. */
    static boolean endsIn(X509Certificate certificate, LdapName end) {
        return of(certificate).startsWith(end) || name(certificate, Map.of()).startsWith(end);
    }

    private static LdapName name(X509Certificate certificate, Map<String, String> words) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, words));
        } catch (InvalidNameException e) {
            throw new IllegalStateException("a parsed certificate has a well-formed subject", e);
        }
    }
}
