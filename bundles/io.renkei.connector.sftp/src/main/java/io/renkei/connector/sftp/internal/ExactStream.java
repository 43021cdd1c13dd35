package io.renkei.connector.sftp.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that has to have as many bytes as were listed: one that is written meanwhile is no document yet. */
final class ExactStream extends FilterInputStream {

    private long left;

    ExactStream(InputStream file, long size) {
        super(file);
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(count);
        return count;
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("each byte is read");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0 || read < 0 && left > 0) {
            throw new IOException("the file has another size than it was listed with");
        }
    }
}
