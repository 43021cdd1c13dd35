package io.renkei.connector.etax.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.OptionalInt;

/**
 * Which characters e-Tax takes: JIS X 0208 and visible ASCII with its space. The platform's Shift_JIS is JIS X 0201 with
 * JIS X 0208 and without the vendors' rows (no 髙, ①, ㈱); half-width kana are left out here. Nothing is replaced.
 */
final class EtaxText {

    private static final Charset JIS = Charset.forName("Shift_JIS");

    /** Signs of JIS X 0208 as Windows writes them: ～ ∥ － ￠ ￡ ￢. */
    private static final String WINDOWS_FORMS = "\uFF5E\u2225\uFF0D\uFFE0\uFFE1\uFFE2";

    private EtaxText() {}

    /** The first character that e-Tax lacks, counted in code points from 1; empty when there is none. */
    static OptionalInt firstLacking(String text) {
        int position = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            position++;
            if (!isTaken(c)) {
                return OptionalInt.of(position);
            }
            i += Character.charCount(c);
        }
        return OptionalInt.empty();
    }

    private static boolean isTaken(int c) {
        if (c < 0x80) {
            return c >= 0x20 && c < 0x7F;
        }
        if (!Character.isBmpCodePoint(c) || Character.isSurrogate((char) c)) {
            return false;
        }
        return WINDOWS_FORMS.indexOf(c) >= 0 || isJis((char) c);
    }

    private static boolean isJis(char c) {
        try {
            ByteBuffer bytes = JIS.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(new char[] {c}));
            return bytes.remaining() == 2
                    && JIS.newDecoder().decode(bytes).toString().equals(String.valueOf(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
