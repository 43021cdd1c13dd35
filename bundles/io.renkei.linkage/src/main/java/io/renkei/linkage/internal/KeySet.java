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
import java.util.Set;

/** Reads the public keys of a site. What they are good for is the protocol's affair; that they are public is looked at here. */
final class KeySet {

    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    /** Members of private and secret keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4). */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private KeySet() {}

    /** @throws IOException with a sentence, if it is no set of public keys */
    static String read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("the file has more than " + MOST_BYTES + " bytes");
        }
        check(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void check(byte[] bytes) throws IOException {
        boolean hasKey;
        try (JsonParser json = JSON.createParser(bytes)) {
            hasKey = hasKey(json);
        } catch (JsonProcessingException e) {
            // Its message repeats the file.
            throw new IOException("the file is no JSON", e);
        }
        if (!hasKey) {
            throw new IOException("the file has no key");
        }
    }

    private static boolean hasKey(JsonParser json) throws IOException {
        boolean hasKey = false;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("the file is no JWK set: an object with keys");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("keys") && value == JsonToken.START_ARRAY) {
                hasKey = checkKeys(json);
            } else {
                json.skipChildren();
            }
        }
        return hasKey;
    }

    private static boolean checkKeys(JsonParser json) throws IOException {
        boolean hasKey = false;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new IOException("a key is an object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                if (PRIVATE.contains(json.currentName())) {
                    throw new IOException("the file has a private key, which only the site may have");
                }
                json.nextToken();
                json.skipChildren();
            }
            hasKey = true;
        }
        return hasKey;
    }
}
