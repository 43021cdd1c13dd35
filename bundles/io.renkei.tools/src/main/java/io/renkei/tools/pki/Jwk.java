package io.renkei.tools.pki;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** Writes a public key on the curve P-256 as a JWK set (RFC 7517; RFC 7518, section 6.2.1). */
final class Jwk {

    private static final int COORDINATE_BYTES = 32;

    private Jwk() {}

    /**
     * For signatures under the name itself, and for encryption under the name with {@code -enc}: the sandbox has one key for both.
     *
     * @param kid of the key for signatures
     */
    static String publicSet(String kid, X509Certificate certificate) {
        ECPublicKey key = (ECPublicKey) certificate.getPublicKey();
        return "{\"keys\":[" + publicKey(kid, "sig", key) + "," + publicKey(kid + "-enc", "enc", key) + "]}\n";
    }

    private static String publicKey(String kid, String use, ECPublicKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"" + use + "\",\"kid\":\"" + kid + "\",\"x\":\""
                + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}";
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = new byte[COORDINATE_BYTES];
        for (int i = 0; i < COORDINATE_BYTES; i++) {
            bytes[i] = value.shiftRight(Byte.SIZE * (COORDINATE_BYTES - 1 - i)).byteValue();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
