package io.renkei.tools.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.renkei.api.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The receipts that the person keeps, verified by the keys that the pages publish. */
final class Receipts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "renkei-linkage-receipt+jws";

    private Receipts() {}

    /** What the receipt says whose page a page leads to. */
    static JsonNode of(Browser browser, Page page, String link) throws IOException, InterruptedException {
        Page shown = browser.go(page.link(link)).onPage();
        String jws = browser.file(shown.link("receipt.jws").getPath());
        return verified(jws, browser.file("/people/receipt-keys.json"));
    }

    private static JsonNode verified(String jws, String keys) throws IOException {
        try {
            JWSObject receipt = JWSObject.parse(jws);
            JWK key = JWKSet.parse(keys).getKeyByKeyId(receipt.getHeader().getKeyID());
            if (!TYPE.equals(String.valueOf(receipt.getHeader().getType()))
                    || !(key instanceof AsymmetricJWK open)
                    || !receipt.verify(new DefaultJWSVerifierFactory()
                            .createJWSVerifier(receipt.getHeader(), open.toPublicKey()))) {
                throw new IOException("the receipt is not signed by a published key");
            }
            return JSON.readTree(receipt.getPayload().toBytes());
        } catch (java.text.ParseException | JOSEException e) {
            throw new IOException("the receipt cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the receipt of a release vouches for these values of an item: by its salt and digest. */
    static boolean vouches(JsonNode receipt, String item, Object values) {
        JsonNode released = receipt.path("released").path(item);
        return digest(released, bytes(values)).equals(released.path("digest").asText());
    }

    /** Whether it vouches for these values of a certificate, and for the document. */
    static boolean vouches(JsonNode receipt, String certificate, Object values, byte[] document) {
        JsonNode released = receipt.path("releasedCertificates").path(certificate);
        return digest(released, bytes(values)).equals(released.path("digest").asText())
                && digest(released, document)
                        .equals(released.path("documentDigest").asText());
    }

    private static byte[] bytes(Object values) {
        return nodes(values).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String digest(JsonNode released, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Base64.getUrlDecoder().decode(released.path("salt").asText()));
        all.writeBytes(bytes);
        return "sha-256:" + Sha256.of(all.toByteArray()).hex();
    }

    private static ArrayNode nodes(Object values) {
        ArrayNode nodes = JSON.createArrayNode();
        for (Object each : (List<?>) values) {
            Map<?, ?> value = (Map<?, ?>) each;
            ObjectNode node = nodes.addObject();
            for (String member : List.of("code", "name", "value")) {
                if (value.containsKey(member)) {
                    node.put(member, String.valueOf(value.get(member)));
                }
            }
            if (value.containsKey("children")) {
                node.set("children", nodes(value.get("children")));
            }
        }
        return nodes;
    }
}
