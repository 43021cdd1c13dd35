package io.renkei.door.rest.internal;

import io.renkei.ports.access.Partners.Entry.Place;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A body that is bounded in bytes, in time and by the place of its request. It remembers why it stopped, whatever its
 * reader makes of the exception. A silent sender is ended by the server's idle timeout, a dripping one by the deadline.
 */
final class BoundedBody extends FilterInputStream {

    private final long maxBytes;
    private final Place place;
    private final LongSupplier nanos;
    private final long deadline;
    private long count;
    private boolean begun;
    private boolean ended;
    private RestCode fault;

    /** @param nanos the monotonic clock */
    BoundedBody(InputStream in, RestSettings settings, Place place, LongSupplier nanos) {
        super(in);
        this.maxBytes = settings.bodyMaxBytes();
        this.place = place;
        this.nanos = nanos;
        this.deadline = nanos.getAsLong() + settings.bodyTimeout().toNanos();
    }

    /** Why reading stopped before the end. */
    Optional<RestCode> fault() {
        return Optional.ofNullable(fault);
    }

    /** Whether anybody read: then a sender that had asked first was told to go on. */
    boolean begun() {
        return begun;
    }

    /** Whether its end was seen, so that the connection can serve another request. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (fault != null) {
            throw new BodyRefused(fault);
        }
        begun = true;
        int read = readNow(buffer, from, length);
        if (nanos.getAsLong() - deadline > 0) {
            throw stop(RestCode.BODY_SLOW, null);
        }
        ended |= read < 0;
        if (read > 0) {
            count += read;
            if (count > maxBytes) {
                throw stop(RestCode.BODY_TOO_LARGE, null);
            }
            if (!place.roomFor(count)) {
                throw stop(RestCode.GATEWAY_FULL, null);
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(1, bytes))];
        return bytes <= 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readNow(byte[] buffer, int from, int length) throws IOException {
        try {
            return in.read(buffer, from, length);
        } catch (IOException e) {
            throw stop(isTimeout(e) ? RestCode.BODY_SLOW : RestCode.BODY_BROKEN, e);
        }
    }

    private BodyRefused stop(RestCode code, IOException cause) {
        fault = code;
        BodyRefused refused = new BodyRefused(code);
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
