package io.renkei.delivery.internal;

import io.renkei.ports.notices.DocumentKind;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A document on its way, of which no more than a buffer is in memory. It remembers that it could not be read, which an HTTP
 * client does not tell from a broken connection. For one reader at a time.
 */
final class DocumentStream extends FilterInputStream {

    private static final int HEAD = 256;

    private volatile IOException broken;

    DocumentStream(InputStream document) {
        super(new BufferedInputStream(document));
    }

    /** By its first bytes, which are still to be read afterwards. */
    DocumentKind kind() throws IOException {
        mark(HEAD);
        DocumentKind kind = DocumentKind.of(this);
        reset();
        return kind;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    /** @throws IOException if a read failed */
    void requireRead() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }
}
