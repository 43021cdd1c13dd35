package io.renkei.connector.yaml.internal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.renkei.http.HttpReply;
import java.io.IOException;
import java.util.Optional;

/**
 * What came back from a call.
 *
 * @param json the body; missing where the bytes are no JSON
 */
record Answer(int status, Optional<String> retryAfter, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Answer of(HttpReply reply) {
        return new Answer(reply.status(), reply.retryAfter(), json(reply.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** A text or number of the body; empty text where it is missing or something else. */
    String at(JsonPointer pointer) {
        return json.at(pointer).asText("");
    }

    /** Of the status only: the body may hold anything. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
