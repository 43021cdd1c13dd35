package io.renkei.bus.artemis.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.renkei.ports.bus.Pointer;
import java.io.IOException;
import java.util.Optional;

/** A pointer as it stands in a message: <code>{"v":1,"id":12,"key":"…"}</code>, these three names once and no other. */
final class PointerText {

    static final int VERSION = 1;
    static final int MAX_LENGTH = 256;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1)
                    .maxDocumentLength(MAX_LENGTH)
                    .build())
            .build();

    private PointerText() {}

    static String write(Pointer pointer) {
        // The key's form leaves nothing to escape.
        return "{\"v\":" + VERSION + ",\"id\":" + pointer.id() + ",\"key\":\"" + pointer.key() + "\"}";
    }

    /** The pointer, or empty when the text has any other form. */
    static Optional<Pointer> read(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? readFields(parser) : Optional.empty();
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Pointer> readFields(JsonParser parser) throws IOException {
        Long id = null;
        String key = null;
        boolean known = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("v") && value == JsonToken.VALUE_NUMBER_INT) {
                known = parser.getLongValue() == VERSION;
            } else if (name.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
                id = parser.getLongValue();
            } else if (name.equals("key") && value == JsonToken.VALUE_STRING) {
                key = parser.getText();
            } else {
                return Optional.empty();
            }
        }
        boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        return whole && known && id != null && key != null ? Optional.of(new Pointer(id, key)) : Optional.empty();
    }
}
