package io.renkei.linkage.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Reads the public keys of a site. What they are good for is the protocol's affair; that they are public is looked at here. */
final class KeySet {

    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    /** RFC 7517, section 4.2. */
    private static final String FOR_ENCRYPTION = "enc";

    /** Members of private and secret keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private KeySet() {}

    /**
     * @param encrypts whether something is to be encrypted to one of the keys
     * @throws IOException with a sentence, if it is no set of public keys, or has none for that
     */
    static String read(Path file, boolean encrypts) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("the file has more than " + MOST_BYTES + " bytes");
        }
        check(bytes, encrypts);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(byte[] bytes, boolean encrypts) throws IOException {
        Set<String> uses;
        try (JsonParser json = JSON.createParser(bytes)) {
            uses = uses(json);
        } catch (JsonProcessingException e) {
            // Its message repeats the file.
            throw new IOException("the file is no JSON", e);
        }
        if (uses.isEmpty()) {
            throw new IOException("the file has no key");
        }
        if (encrypts && !uses.contains(FOR_ENCRYPTION)) {
            throw new IOException("encrypted is true, and the file has no key with use enc");
        }
    }

    /** What the keys are for; empty text for one that does not say so. */
    private static Set<String> uses(JsonParser json) throws IOException {
        Set<String> uses = new HashSet<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the file is no JWK set: an object with keys");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("keys") && value == JsonToken.START_ARRAY) {
                checkKeys(json, uses);
            } else {
                json.skipChildren();
            }
        }
        return uses;
    }

    private static void checkKeys(JsonParser json, Set<String> uses) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("a key is an object");
            }
            String use = "";
            while (json.nextToken() != JsonToken.END_OBJECT) {
                if (PRIVATE.contains(json.currentName())) {
                    throw new IOException("the file has a private key, which only the site may have");
                }
                boolean isUse = json.currentName().equals("use");
                json.nextToken();
                use = isUse ? json.getValueAsString("") : use;
                json.skipChildren();
            }
            uses.add(use);
        }
    }
}
