package io.renkei.ports.notices;

import java.io.IOException;
import java.io.InputStream;

/** What a document is by its first bytes; no media type and no file name is asked. */
public enum DocumentKind {
    XML("application/xml", "xml"),
    PDF("application/pdf", "pdf"),
    ZIP("application/zip", "zip"),
    /** Something else, which nobody here can verify. */
    OTHER("application/octet-stream", "bin");

    private static final int HEAD = 64;

    private final String mediaType;
    private final String suffix;

    DocumentKind(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without its dot. */
    public String suffix() {
        return suffix;
    }

    /**
     * Looks at the first bytes of a document.
     *
     * @param document read as far as needed, and not closed
     */
    public static DocumentKind of(InputStream document) throws IOException {
        return of(document.readNBytes(HEAD));
    }

    private static DocumentKind of(byte[] head) {
        if (startsWith(head, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        return opensATag(head) ? XML : OTHER;
    }

    /** Behind a byte order mark and white space, in UTF-8 or UTF-16. */
    private static boolean opensATag(byte[] head) {
        boolean wide = startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE);
        int at = wide ? 2 : startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < head.length && (isSpace(head[at]) || (wide && head[at] == 0))) {
            at++;
        }
        return at < head.length && head[at] == '<';
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
