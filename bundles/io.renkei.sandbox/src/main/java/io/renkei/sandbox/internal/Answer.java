package io.renkei.sandbox.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulator answers. */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, type, body, Map.of());
    }

    static Answer json(int status, Object value) {
        try {
            return of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer is no JSON", e);
        }
    }

    /** JSON that was written here before. */
    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept is JSON", e);
        }
    }

    static Answer text(int status, String sentence) {
        return of(status, "text/plain; charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
    }

    static Answer empty(int status) {
        return of(status, "", new byte[0]);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }
}
