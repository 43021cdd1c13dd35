package io.renkei.connector.healthsociety.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/**
 * JIS X 0201 and JIS X 0208 (levels 1 and 2) in Shift_JIS, without the extensions of CP932: 髙, ①, ㈱ and their like have no
 * bytes here. The two characters for which Windows uses another code point than JIS (－ U+FF0D, ～ U+FF5E) count as the JIS
 * ones; their bytes are the same.
 */
final class Jis0208 {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    private Jis0208() {}

    /** Whether it is one double-byte character of JIS X 0208. */
    static boolean isFullWidth(int codePoint) {
        return codePoint > 0x7f && length(Character.toString(codePoint)) == 2;
    }

    /** How many bytes a text takes, or -1 if a character has none. */
    static int length(String text) {
        try {
            return encoded(text).remaining();
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    /** @throws IllegalArgumentException if a character has no bytes; it does not repeat it */
    static byte[] encode(String text) {
        try {
            ByteBuffer bytes = encoded(text);
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a character is not in JIS X 0208");
        }
    }

    private static ByteBuffer encoded(String text) throws CharacterCodingException {
        CharsetEncoder encoder = SHIFT_JIS
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return encoder.encode(CharBuffer.wrap(text.replace('－', '−').replace('～', '〜')));
    }
}
