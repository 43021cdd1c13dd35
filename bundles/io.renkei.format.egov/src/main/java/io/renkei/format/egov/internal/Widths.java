package io.renkei.format.egov.internal;

import java.text.Normalizer;

/**
 * Full-width and half-width forms, as e-Gov's forms want them: addresses full-width, postal codes, numbers and telephone
 * numbers half-width. Characters that have no other width stay.
 */
final class Widths {

    private static final int SHIFT = 0xFEE0;

    private Widths() {}

    /** ASCII and half-width katakana become full-width; a voicing mark joins its kana. */
    static String full(String text) {
        StringBuilder out = new StringBuilder(text.length());
        StringBuilder kana = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= 0xFF61 && c <= 0xFF9F) {
                kana.appendCodePoint(c);
                return;
            }
            flush(kana, out);
            out.appendCodePoint(c == ' ' ? 0x3000 : c > ' ' && c <= '~' ? c + SHIFT : c);
        });
        flush(kana, out);
        return out.toString();
    }

    /** Full-width ASCII, the full-width space and the minus sign become ASCII. */
    static String half(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean wide = c >= '!' + SHIFT && c <= '~' + SHIFT;
            out.appendCodePoint(wide ? c - SHIFT : c == 0x3000 ? ' ' : c == 0x2212 ? '-' : c);
        });
        return out.toString();
    }

    private static void flush(StringBuilder kana, StringBuilder out) {
        if (!kana.isEmpty()) {
            out.append(Normalizer.normalize(kana, Normalizer.Form.NFKC));
            kana.setLength(0);
        }
    }
}
