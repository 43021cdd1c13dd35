package io.renkei.ports.outgoing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A body while it arrives. It remembers that it broke off, and can be cut by another thread. For one reader. */
final class ArrivingBody extends FilterInputStream {

    private volatile IOException broken;
    private boolean ended;

    ArrivingBody(InputStream body) {
        super(body);
    }

    Optional<Throwable> broken() {
        return Optional.ofNullable(broken);
    }

    /** Its next read fails, and one that waits ends. What has arrived whole stays so. */
    void cut(String why) {
        if (!mayBreak(why)) {
            return;
        }
        try {
            in.close();
        } catch (IOException e) {
            // It is over either way.
        }
    }

    private synchronized boolean mayBreak(String why) {
        if (!ended) {
            broken = new IOException(why);
        }
        return !ended;
    }

    /** Whether it has arrived whole, now that its end was seen. */
    private synchronized void end() throws IOException {
        if (broken != null) {
            throw broken;
        }
        ended = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    /** Looks for a cut at the end: a body that was cut ends like one that is over. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = super.read(bytes, from, length);
            if (read < 0) {
                end();
            }
            return read;
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }
}
