package io.renkei.door.pages.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visit gets: a page, a way on, or a file.
 *
 * @param afterwards runs when the last byte was written, and only then
 */
record Answer(
        int status,
        Optional<View> view,
        byte[] body,
        Optional<Stream> stream,
        Map<String, String> headers,
        List<String> cookies,
        Runnable afterwards) {

    /** The length of a stream that is made while it is sent. */
    static final long UNKNOWN = -1;

    private static final byte[] NOTHING = new byte[0];

    /** A body that is never whole in memory. @param length in bytes, or {@link #UNKNOWN} */
    record Stream(Writing writing, long length) {}

    /** Writes a body, and closes what it is read from. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Answer of(int status, Optional<View> view, byte[] body, Map<String, String> headers) {
        return new Answer(status, view, body, Optional.empty(), headers, List.of(), () -> {});
    }

    static Answer page(View view) {
        return page(200, view);
    }

    static Answer page(int status, View view) {
        return of(status, Optional.of(view), NOTHING, Map.of());
    }

    /** Another page, to be loaded anew (RFC 9110, 15.4.4). */
    static Answer see(String location) {
        return of(303, Optional.empty(), NOTHING, Map.of("Location", location));
    }

    static Answer file(String type, byte[] body) {
        return of(200, Optional.empty(), body, Map.of("Content-Type", type));
    }

    /** A file that is written while it is sent. */
    static Answer stream(String type, Writing writing) {
        return stream(type, new Stream(writing, UNKNOWN));
    }

    /** @param length in bytes, or {@link #UNKNOWN} */
    static Answer stream(String type, InputStream in, long length) {
        return stream(
                type,
                new Stream(
                        out -> {
                            try (in) {
                                in.transferTo(out);
                            }
                        },
                        length));
    }

    private static Answer stream(String type, Stream stream) {
        return new Answer(
                200, Optional.empty(), NOTHING, Optional.of(stream), Map.of("Content-Type", type), List.of(), () -> {});
    }

    /** Saved by the browser under this name, and never shown as a page. */
    Answer saved(String name) {
        return with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, view, body, stream, more, cookies, afterwards);
    }

    Answer cookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Answer(status, view, body, stream, headers, more, afterwards);
    }

    Answer then(Runnable action) {
        return new Answer(status, view, body, stream, headers, cookies, action);
    }
}
