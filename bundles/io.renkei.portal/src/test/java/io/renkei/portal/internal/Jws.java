package io.renkei.portal.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/** A detached JWS (RFC 7515, appendix F) as a portal verifies it, with nothing but the JDK. */
record Jws(JsonNode header, byte[] signed, byte[] signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Jws detached(String seal, byte[] payload) throws IOException {
        String[] parts = seal.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new IOException("no detached JWS: " + seal);
        }
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
        return new Jws(
                JSON.readTree(bytes(parts[0])),
                (parts[0] + "." + body).getBytes(StandardCharsets.US_ASCII),
                bytes(parts[2]));
    }

    /** By the key of the set that the header names. */
    boolean verifies(String jwks) throws IOException, GeneralSecurityException {
        for (JsonNode key : JSON.readTree(jwks).get("keys")) {
            if (key.get("kid").equals(header.get("kid"))) {
                Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
                verifier.initVerify(p256(key));
                verifier.update(signed);
                return verifier.verify(signature);
            }
        }
        throw new IOException("the key is not in the set");
    }

    private static PublicKey p256(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, bytes(key.get(name).asText()));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
