package io.renkei.http.internal;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an answer until its deadline, and no more of them than is allowed. Closing it before its end cuts the
 * connection first, since the stream below would otherwise read on to the end of the answer. Its end meets the deadline.
 */
final class BoundedStream extends InputStream {

    private final InputStream in;
    private final Deadline deadline;
    private final long most;
    private final long length;
    private long count;
    private boolean isAtEnd;
    private boolean isCut;

    /** @param length as the answer declares it; negative if it does not */
    BoundedStream(InputStream in, Deadline deadline, long most, long length) {
        this.in = in;
        this.deadline = deadline;
        this.most = most;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int wanted) throws IOException {
        if (isAtEnd || isCut) {
            return ended();
        }
        int read = readInTime(bytes, from, wanted);
        count += Math.max(read, 0);
        if (count > most) {
            cut();
            throw new IOException("the answer is longer than " + most + " bytes");
        }
        // Who knows the length, as Camel does, reads no further and closes: that gives up nothing.
        if (read < 0 || count == length) {
            isAtEnd = true;
            deadline.meet();
        }
        return read;
    }

    /** A connection that was cut looks like a broken one, or like the end of an answer that does not say its length. */
    private int readInTime(byte[] bytes, int from, int wanted) throws IOException {
        IOException broken = null;
        int read = 0;
        try {
            read = in.read(bytes, from, wanted);
        } catch (IOException e) {
            broken = e;
        }
        if (deadline.isOver()) {
            cut();
            throw new IOException("the answer did not end in time", broken);
        }
        if (broken != null) {
            cut();
            throw broken;
        }
        return read;
    }

    private int ended() throws IOException {
        if (isCut) {
            throw new IOException("the answer was given up");
        }
        return -1;
    }

    private void cut() {
        isCut = true;
        deadline.cut();
    }

    @Override
    public int available() throws IOException {
        return isAtEnd || isCut ? 0 : in.available();
    }

    @Override
    public void close() throws IOException {
        if (!isAtEnd && !isCut) {
            cut();
        }
        try {
            in.close();
        } catch (IOException e) {
            if (!isCut) {
                throw e;
            }
        }
    }
}
