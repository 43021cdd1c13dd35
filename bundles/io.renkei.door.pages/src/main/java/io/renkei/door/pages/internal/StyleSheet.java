package io.renkei.door.pages.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one style sheet; the only answer that a browser may keep. */
final class StyleSheet {

    private static final byte[] STYLE = read();

    private StyleSheet() {}

    static Answer answer(Visit visit) {
        return Answer.file("text/css; charset=utf-8", STYLE).with("Cache-Control", "public, max-age=600");
    }

    private static byte[] read() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("style.css")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
