package io.renkei.connector.eltax.internal;

import java.util.function.IntConsumer;

/** Builds small XML documents: elements with text, everything escaped. */
final class XmlText {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    XmlText open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    /** @param tag with an attribute in front of its end, as {@code item id} */
    XmlText open(String tag, String attribute, String value) {
        out.append('<').append(tag).append(' ').append(attribute).append("=\"");
        escape(value);
        out.append("\">");
        return this;
    }

    XmlText close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    XmlText element(String tag, String text) {
        if (text.isEmpty()) {
            out.append('<').append(tag).append("/>");
            return this;
        }
        open(tag);
        escape(text);
        return close(tag);
    }

    XmlText empty(String... tags) {
        for (String tag : tags) {
            element(tag, "");
        }
        return this;
    }

    XmlText text(String text) {
        escape(text);
        return this;
    }

    private void escape(String text) {
        IntConsumer append = c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(c);
            }
        };
        text.codePoints().forEach(append);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
