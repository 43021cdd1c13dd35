package io.renkei.trust.internal;

/** How Canonical XML 1.0 (section 2.3) writes text and attributes. */
final class CanonicalText {

    private CanonicalText() {}

    static void append(StringBuilder out, char character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#xD;");
            default -> out.append(character);
        }
    }

    static void appendAttribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(character);
            }
        }
        out.append('"');
    }
}
