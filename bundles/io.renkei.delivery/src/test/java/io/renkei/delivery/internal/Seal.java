package io.renkei.delivery.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** A detached JWS (RFC 7515, appendix F) as a service verifies it, with nothing but the JDK. */
final class Seal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String[] parts;
    private final JsonNode header;

    Seal(String seal) throws Exception {
        parts = seal.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new AssertionError("no detached JWS: " + seal);
        }
        header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
    }

    String type() {
        return header.path("typ").asText();
    }

    boolean verifies(PublicKey key, byte[] payload) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(key);
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
        verifier.update((parts[0] + "." + body).getBytes(StandardCharsets.US_ASCII));
        return header.path("alg").asText().equals("ES256")
                && verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
