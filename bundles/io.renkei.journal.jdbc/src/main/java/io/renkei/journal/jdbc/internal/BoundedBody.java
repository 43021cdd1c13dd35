package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;

/** A body that is counted, hashed and bounded while it is read, and that knows whether more will come. */
final class BoundedBody {

    private static final int NOTHING = -2;
    private static final int END = -1;

    private final DigestInputStream in;
    private final long limit;
    private long size;
    private int ahead = NOTHING;

    BoundedBody(InputStream body, long limit) {
        this.in = Sha256.counting(body);
        this.limit = limit;
    }

    /**
     * Fills the buffer from the given place on, as far as the body goes.
     *
     * @return how many bytes of the buffer are used
     * @throws ContentTooLarge if the body goes beyond the limit
     */
    int fill(byte[] buffer, int from) throws IOException {
        int used = from;
        if (!isAtEnd() && used < buffer.length) {
            buffer[used++] = (byte) ahead;
            ahead = NOTHING;
            used += in.readNBytes(buffer, used, buffer.length - used);
        }
        size += used - from;
        if (size > limit || !isAtEnd() && size == limit) {
            throw new ContentTooLarge(limit);
        }
        return used;
    }

    boolean isAtEnd() throws IOException {
        if (ahead == NOTHING) {
            ahead = in.read();
        }
        return ahead == END;
    }

    /** Of what was filled so far. */
    long size() {
        return size;
    }

    /** Of the whole body; to be asked once, at its end. */
    Sha256 digest() {
        return Sha256.of(in);
    }
}
