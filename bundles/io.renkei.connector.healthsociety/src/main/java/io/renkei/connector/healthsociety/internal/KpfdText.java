package io.renkei.connector.healthsociety.internal;

/** Lines with columns, never quoted, each ended with CRLF; and how one column is written. */
final class KpfdText {

    private static final long TOP_AMOUNT = 9_999_999;

    private final Items items;
    private final StringBuilder out = new StringBuilder();

    KpfdText(Items items) {
        this.items = items;
    }

    void line(String... columns) {
        out.append(String.join(",", columns)).append("\r\n");
    }

    byte[] bytes() {
        return Jis0208.encode(out.toString());
    }

    /** Full width, within so many bytes. */
    String full(String item, String before, int most) throws FormFault {
        String text = Widths.full(item, items.text(item));
        return bounded(item, before + text, most);
    }

    /** Half width, within so many bytes. */
    String half(String item, int most) throws FormFault {
        return bounded(item, Widths.half(item, items.text(item)), most);
    }

    /** A full-width name with one space between family and given name. */
    String name(String item, int most) throws FormFault {
        return divided(item, full(item, "", most), "　");
    }

    /** A half-width reading with one space between family and given name. */
    String reading(String item, int most) throws FormFault {
        return divided(item, half(item, most), " ");
    }

    /** Seven digits; what does not fit is the greatest number. */
    String amount(String item) throws FormFault {
        long yen = items.yen(item);
        if (yen < 0) {
            throw new FormFault(SocietyCode.FORM, item);
        }
        return String.format("%07d", Math.min(yen, TOP_AMOUNT));
    }

    private static String bounded(String item, String text, int most) throws FormFault {
        if (Jis0208.length(text) > most) {
            throw new FormFault(SocietyCode.TOO_LONG, item);
        }
        return text;
    }

    private static String divided(String item, String text, String space) throws FormFault {
        int first = text.indexOf(space);
        if (first <= 0 || first != text.lastIndexOf(space) || first == text.length() - 1) {
            throw new FormFault(SocietyCode.NAME_DIVISION, item);
        }
        return text;
    }
}
