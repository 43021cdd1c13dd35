package io.renkei.format.zip.internal;

import io.renkei.api.spi.PackageFiles;
import java.util.List;
import java.util.Optional;

/** A package that is one XML document. */
final class SingleDocument implements PackageFiles {

    private final byte[] document;

    SingleDocument(byte[] document) {
        this.document = document;
    }

    /** Whether the first byte behind a byte order mark and white space opens a tag, in UTF-8 or UTF-16. */
    static boolean looksLike(byte[] bytes) {
        boolean wide = startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
        int at = wide ? 2 : startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (at < bytes.length && (isSpace(bytes[at]) || (wide && bytes[at] == 0))) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\n';
    }

    @Override
    public List<String> names() {
        return List.of(DOCUMENT);
    }

    @Override
    public Optional<byte[]> bytes(String name) {
        return name.equals(DOCUMENT) ? Optional.of(document) : Optional.empty();
    }

    @Override
    public boolean isSingleDocument() {
        return true;
    }
}
