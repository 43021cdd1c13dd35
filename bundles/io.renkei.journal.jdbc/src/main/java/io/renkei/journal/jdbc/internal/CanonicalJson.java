package io.renkei.journal.jdbc.internal;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the detail of a journal row: keys in the order of their UTF-16 units, no spaces, the shortest escapes, as RFC
 * 8785 says. Unlike there a lone surrogate is escaped and not refused, because a destination's word is journaled as it
 * came. Numbers are whole.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String write(Map<String, ?> object) {
        StringBuilder out = new StringBuilder();
        value(out, object);
        return out.toString();
    }

    private static void value(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(out, map);
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                value(out, each.next());
                out.append(each.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String || value instanceof Enum<?> || value instanceof Instant) {
            text(out, value.toString());
        } else {
            throw new IllegalArgumentException("a detail holds text, whole numbers, lists and objects");
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        for (Iterator<Map.Entry<String, Object>> each = sorted.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Object> entry = each.next();
            text(out, entry.getKey());
            out.append(':');
            value(out, entry.getValue());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if ("\b\t\n\f\r".indexOf(c) >= 0) {
                out.append('\\').append("btnfr".charAt("\b\t\n\f\r".indexOf(c)));
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
