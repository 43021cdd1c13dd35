package io.renkei.connector.healthsociety.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Changes between full and half width, which lose nothing. */
final class Widths {

    private static final Map<Integer, String> HALF = halves();

    private Widths() {}

    /**
     * A katakana reading, letters and digits in half width; the mark of a voiced sound is a character of its own.
     *
     * @throws FormFault with the position of the first character that has no half width form, such as ヰ or ・
     */
    static String half(String item, String text) throws FormFault {
        StringBuilder half = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            String one = HALF.get(points[i]);
            if (one == null) {
                throw FormFault.at(SocietyCode.CHARACTER, item, i + 1);
            }
            half.append(one);
        }
        return half.toString();
    }

    /**
     * Text in full width: letters, digits, hyphen and space become full width; everything else has to be in JIS X 0208.
     *
     * @throws FormFault with the position of the first character that is not
     */
    static String full(String item, String text) throws FormFault {
        StringBuilder full = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int wide = wide(points[i]);
            if (!Jis0208.isFullWidth(wide)) {
                throw FormFault.at(SocietyCode.CHARACTER, item, i + 1);
            }
            full.appendCodePoint(wide);
        }
        return full.toString();
    }

    private static int wide(int point) {
        if (point == ' ') {
            return '　';
        }
        boolean plain = point == '-'
                || point >= '0' && point <= '9'
                || point >= 'A' && point <= 'Z'
                || point >= 'a' && point <= 'z';
        return plain ? point + 0xfee0 : point;
    }

    private static Map<Integer, String> halves() {
        Map<Integer, String> halves = new HashMap<>();
        for (char half = 'ｦ'; half <= 'ﾝ'; half++) {
            put(halves, String.valueOf(half));
            put(halves, half + "ﾞ");
            put(halves, half + "ﾟ");
        }
        for (char ascii = '0'; ascii <= 'z'; ascii++) {
            if (Character.isLetterOrDigit(ascii)) {
                halves.put((int) ascii, String.valueOf(ascii));
                halves.put(ascii + 0xfee0, String.valueOf(ascii));
            }
        }
        halves.put((int) ' ', " ");
        halves.put((int) '　', " ");
        return Map.copyOf(halves);
    }

    /** Where the two are one character in full width. */
    private static void put(Map<Integer, String> halves, String half) {
        String full = Normalizer.normalize(half, Normalizer.Form.NFKC);
        if (full.length() == 1) {
            halves.put((int) full.charAt(0), half);
            if (half.length() == 1) {
                halves.put((int) half.charAt(0), half);
            }
        }
    }
}
