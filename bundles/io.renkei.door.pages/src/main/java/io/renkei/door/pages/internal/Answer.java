package io.renkei.door.pages.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a visit gets: a page, a way on, or a file. */
record Answer(
        int status,
        Optional<View> view,
        byte[] body,
        Optional<Stream> stream,
        Map<String, String> headers,
        List<String> cookies) {

    private static final byte[] NOTHING = new byte[0];

    /** A file that is written while it is sent: it may be larger than memory. */
    @FunctionalInterface
    interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer page(View view) {
        return page(200, view);
    }

    static Answer page(int status, View view) {
        return new Answer(status, Optional.of(view), NOTHING, Optional.empty(), Map.of(), List.of());
    }

    /** Another page, to be loaded anew (RFC 9110, 15.4.4). */
    static Answer see(String location) {
        return new Answer(303, Optional.empty(), NOTHING, Optional.empty(), Map.of("Location", location), List.of());
    }

    static Answer file(String type, byte[] body) {
        return new Answer(200, Optional.empty(), body, Optional.empty(), Map.of("Content-Type", type), List.of());
    }

    static Answer stream(String type, Stream stream) {
        return new Answer(200, Optional.empty(), NOTHING, Optional.of(stream), Map.of("Content-Type", type), List.of());
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, view, body, stream, more, cookies);
    }

    Answer cookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Answer(status, view, body, stream, headers, more);
    }
}
