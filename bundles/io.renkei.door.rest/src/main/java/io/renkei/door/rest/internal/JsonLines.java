package io.renkei.door.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;

/** JSON objects one after the other, each read as strictly as by {@link StrictJson}, while they arrive. */
final class JsonLines {

    private final JsonParser parser;
    private long line;

    JsonLines(InputStream body) throws IOException {
        this.parser = StrictJson.parser(body);
    }

    /** How many were read; the last one, where reading it failed. */
    long line() {
        return line;
    }

    boolean hasNext() throws RefusedCall, IOException {
        try {
            return parser.currentToken() != null || parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            throw new RefusedCall(RestCode.JSON, place(line + 1));
        }
    }

    /** @throws RefusedCall if there is none, or it is not exactly such an object */
    <T> T next(Class<T> type) throws RefusedCall, IOException {
        line++;
        try {
            if (!hasNext()) {
                throw new RefusedCall(RestCode.JSON, place(line));
            }
            T value = StrictJson.one(parser, type);
            parser.clearCurrentToken();
            return value;
        } catch (JsonProcessingException e) {
            throw new RefusedCall(RestCode.JSON, place(line));
        }
    }

    static String place(long line) {
        return "object " + line;
    }
}
