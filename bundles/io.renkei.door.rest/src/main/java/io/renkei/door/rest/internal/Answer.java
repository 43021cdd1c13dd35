package io.renkei.door.rest.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param type of the body; empty text for none
 * @param length of the body, or {@link #UNKNOWN}
 * @param afterwards runs when the last byte was written, and only then
 */
record Answer(int status, String type, long length, Map<String, String> headers, Body body, Runnable afterwards) {

    /** The length of a body that is made while it is sent. */
    static final long UNKNOWN = -1;

    /** Opens the body; asked for once. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }

    static Answer json(int status, Json body) {
        return bytes(status, MediaTypes.JSON, body.bytes());
    }

    static Answer bytes(int status, String type, byte[] body) {
        return new Answer(status, type, body.length, Map.of(), () -> new ByteArrayInputStream(body), () -> {});
    }

    /** @param body its IOException means that there is nothing to send, as long as it was not opened */
    static Answer stream(int status, String type, long length, Body body) {
        return new Answer(status, type, length, Map.of(), body, () -> {});
    }

    static Answer nothing(int status) {
        return bytes(status, "", new byte[0]);
    }

    /** The connection ends with this answer: what is left of the request is not worth reading. */
    Answer last() {
        return with("Connection", "close");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, length, more, body, afterwards);
    }

    Answer then(Runnable action) {
        return new Answer(status, type, length, headers, body, action);
    }

    /** @throws IOException if the caller went away or the body broke off: the connection must not look complete */
    void write(HttpServletResponse response) throws IOException {
        try (InputStream in = body.open()) {
            response.setStatus(status);
            headers.forEach(response::setHeader);
            if (!type.isEmpty()) {
                response.setContentType(type);
            }
            if (status != HttpServletResponse.SC_NO_CONTENT && length != UNKNOWN) {
                response.setContentLengthLong(length);
            }
            in.transferTo(response.getOutputStream());
            response.flushBuffer();
        }
    }
}
