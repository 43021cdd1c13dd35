package io.renkei.trust.internal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;

/** What is allowed; everything else is refused. */
final class Algorithms {

    private static final String DSIG_MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

    static final String ENVELOPED = Dom.DSIG + "enveloped-signature";
    static final Set<String> CANONICALIZATIONS =
            Set.of(C14N, C14N + "#WithComments", EXCLUSIVE_C14N, EXCLUSIVE_C14N + "WithComments");
    static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", DSIG_MORE + "sha384", "http://www.w3.org/2001/04/xmlenc#sha512");

    /**
     * By identifier: the name for {@link SignatureValues}. XML signatures carry an ECDSA value as r and s side by side,
     * which BouncyCastle calls plain.
     */
    static final Map<String, String> SIGNATURES = Map.of(
            DSIG_MORE + "rsa-sha256", "SHA256withRSA",
            DSIG_MORE + "rsa-sha384", "SHA384withRSA",
            DSIG_MORE + "rsa-sha512", "SHA512withRSA",
            DSIG_MORE + "ecdsa-sha256", "SHA256withPLAIN-ECDSA",
            DSIG_MORE + "ecdsa-sha384", "SHA384withPLAIN-ECDSA",
            DSIG_MORE + "ecdsa-sha512", "SHA512withPLAIN-ECDSA");

    /** The JWS algorithms that are allowed (RFC 7518, 3.1). */
    static final Map<String, String> JWS_SIGNATURES = Map.of(
            "ES256", "SHA256withPLAIN-ECDSA",
            "RS256", "SHA256withRSA",
            "PS256", "SHA256withRSAandMGF1");

    /** sha256, sha384, sha512 with RSA (PKCS#1 v1.5) and with ECDSA. */
    private static final Set<String> CERTIFICATE_SIGNATURES = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    private static final Set<Integer> EC_FIELDS = Set.of(256, 384, 521);

    private Algorithms() {}

    static boolean isHmac(String signatureMethod) {
        return signatureMethod.contains("#hmac-");
    }

    static boolean isExclusive(String canonicalization) {
        return canonicalization.startsWith(EXCLUSIVE_C14N);
    }

    static boolean fits(String signature, PublicKey key) {
        return signature.contains("withRSA") ? key instanceof RSAPublicKey : key instanceof ECPublicKey;
    }

    static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= 2048 && bits <= 8192 && rsa.getPublicExponent().bitLength() <= 64;
        }
        return key instanceof ECPublicKey ec
                && EC_FIELDS.contains(ec.getParams().getCurve().getField().getFieldSize());
    }

    static boolean isP256(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == 256;
    }

    static boolean isWellSigned(X509Certificate certificate) {
        return CERTIFICATE_SIGNATURES.contains(certificate.getSigAlgOID());
    }
}
