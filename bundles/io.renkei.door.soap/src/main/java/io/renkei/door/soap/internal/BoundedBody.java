package io.renkei.door.soap.internal;

import io.renkei.ports.access.Partners.Entry.Place;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A message that is bounded in bytes, in time and by the place of its request. It counts what arrives, whatever length was
 * announced, and remembers why it stopped, whatever its reader makes of the exception.
 */
final class BoundedBody extends ServletInputStream {

    private final ServletInputStream in;
    private final long maxBytes;
    private final Place place;
    private final LongSupplier nanos;
    private final long deadline;
    private long count;
    private boolean begun;
    private boolean ended;
    private SoapCode fault;

    /** @param nanos the monotonic clock */
    BoundedBody(ServletInputStream in, SoapSettings settings, Place place, LongSupplier nanos) {
        this.in = in;
        this.maxBytes = settings.bodyMaxBytes();
        this.place = place;
        this.nanos = nanos;
        this.deadline = nanos.getAsLong() + settings.bodyTimeout().toNanos();
    }

    /** Why reading stopped before the end. */
    Optional<SoapCode> fault() {
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
            throw new IOException(fault.code());
        }
        begun = true;
        int read = readNow(buffer, from, length);
        if (nanos.getAsLong() - deadline > 0) {
            throw stop(SoapCode.BODY_SLOW, null);
        }
        ended |= read < 0;
        if (read > 0) {
            count += read;
            if (count > maxBytes) {
                throw stop(SoapCode.BODY_TOO_LARGE, null);
            }
            if (!place.roomFor(count)) {
                throw stop(SoapCode.GATEWAY_FULL, null);
            }
        }
        return read;
    }

    @Override
    public boolean isFinished() {
        return ended;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("a message is read by its own thread");
    }

    private int readNow(byte[] buffer, int from, int length) throws IOException {
        try {
            return in.read(buffer, from, length);
        } catch (IOException e) {
            throw stop(isTimeout(e) ? SoapCode.BODY_SLOW : SoapCode.BODY_BROKEN, e);
        }
    }

    private IOException stop(SoapCode code, IOException cause) {
        fault = code;
        return new IOException(code.code(), cause);
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
