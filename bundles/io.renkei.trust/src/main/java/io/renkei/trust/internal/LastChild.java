package io.renkei.trust.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts text into the bytes of a document as the last child of one element. The document is well-formed, has no DOCTYPE
 * and is in UTF-8, so that {@code <} begins markup wherever it stands outside a comment, an instruction and CDATA.
 */
final class LastChild {

    private final byte[] xml;
    private final int ordinal;
    private int at;
    private int started = -1;
    private int depth;
    private int depthOfParent = -1;

    private LastChild(byte[] xml, int ordinal) {
        this.xml = xml;
        this.ordinal = ordinal;
    }

    /** @param ordinal the parent's number among the start tags of the document, from 0 */
    static byte[] insert(byte[] xml, int ordinal, String child) {
        return new LastChild(xml, ordinal).with(child.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] with(byte[] child) {
        while (true) {
            at = indexOf((byte) '<', at);
            switch (xml[at + 1]) {
                case '!' -> at = isAt("<!--") ? after("-->", at + 4) : after("]]>", at + 9);
                case '?' -> at = after("?>", at + 2);
                case '/' -> {
                    if (depth == depthOfParent) {
                        return spliced(at, at, child, "");
                    }
                    depth--;
                    at = indexOf((byte) '>', at);
                }
                default -> {
                    int tag = at;
                    at = endOfTag(at);
                    boolean empty = xml[at - 1] == '/';
                    if (++started == ordinal) {
                        if (empty) {
                            return spliced(at - 1, at + 1, child, nameAt(tag + 1));
                        }
                        depthOfParent = depth + 1;
                    }
                    depth += empty ? 0 : 1;
                }
            }
        }
    }

    /** @param openedName the name of an empty element that is opened for its child, else nothing */
    private byte[] spliced(int until, int from, byte[] child, String openedName) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length + child.length + 64);
        out.write(xml, 0, until);
        if (!openedName.isEmpty()) {
            out.write('>');
        }
        out.write(child, 0, child.length);
        if (!openedName.isEmpty()) {
            byte[] end = ("</" + openedName + ">").getBytes(StandardCharsets.UTF_8);
            out.write(end, 0, end.length);
        }
        out.write(xml, from, xml.length - from);
        return out.toByteArray();
    }

    private String nameAt(int start) {
        int end = start;
        while (xml[end] > ' ' && xml[end] != '/' && xml[end] != '>' || xml[end] < 0) {
            end++;
        }
        return new String(xml, start, end - start, StandardCharsets.UTF_8);
    }

    private int endOfTag(int start) {
        int quote = 0;
        for (int i = start; ; i++) {
            byte b = xml[i];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return i;
            }
        }
    }

    private int indexOf(byte wanted, int from) {
        int i = from;
        while (xml[i] != wanted) {
            i++;
        }
        return i;
    }

    private int after(String end, int from) {
        int i = from;
        while (!matches(end, i)) {
            i++;
        }
        return i + end.length();
    }

    private boolean isAt(String text) {
        return matches(text, at);
    }

    private boolean matches(String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (xml[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
