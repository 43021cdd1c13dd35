package io.renkei.trust.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of bounded length that remembers why it failed, since a parser tells every failure alike. It bounds too how much
 * is read while the parser says nothing: text is told piece by piece, but a tag, a comment or an instruction only once the
 * parser holds it whole.
 */
final class BoundedInput extends FilterInputStream {

    private final long mostUnheard;
    private long left;
    private long unheard;
    private boolean passed;
    private boolean silent;
    private boolean broken;

    /**
     * @param most bytes in all
     * @param mostUnheard bytes between two calls of {@link #heard}
     */
    BoundedInput(InputStream in, long most, long mostUnheard) {
        super(in);
        this.left = most;
        this.mostUnheard = mostUnheard;
    }

    /** More came than is taken. */
    boolean isPassed() {
        return passed;
    }

    /** The parser said something. */
    void heard() {
        unheard = 0;
    }

    /** One part of the document is longer than it may be. */
    boolean isSilent() {
        return silent;
    }

    /** What is below could not be read. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, from, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
        left -= Math.max(count, 0);
        unheard += Math.max(count, 0);
        if (unheard > mostUnheard) {
            silent = true;
            throw new IOException("a part of the document is longer than allowed");
        }
        if (left < 0) {
            passed = true;
            throw new IOException("the document is longer than allowed");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
