package io.renkei.connector.eltax.internal;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * The characters that a document may hold: printable ASCII, and JIS X 0208 (levels 1 and 2) without the extensions of CP932
 * (髙, ①, ㈱). － (U+FF0D) and ～ (U+FF5E) count as the characters that JIS has for them.
 */
final class Characters {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    private Characters() {}

    /** @throws FormFault with the position of the first character that may not be there; it does not repeat it */
    static String checked(String item, String text) throws FormFault {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isAllowed(points[i])) {
                throw FormFault.at(EltaxCode.CHARACTER, item, i + 1);
            }
        }
        return text;
    }

    private static boolean isAllowed(int point) {
        if (point < 0x80) {
            return point >= ' ' && point <= '~';
        }
        return point == '－' || point == '～' || isDoubleByte(Character.toString(point));
    }

    private static boolean isDoubleByte(String character) {
        try {
            return SHIFT_JIS
                            .newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(character))
                            .remaining()
                    == 2;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
