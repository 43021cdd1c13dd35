package io.renkei.ports.access;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Takes what a caller still sends after its answer was written, and throws it away. A server that closes a connection on which
 * bytes still come in resets it, and the answer is lost with it (RFC 9112, section 9.6). Bounded, since whoever is refused may
 * go on for ever; past a bound the connection is closed as it is. Safe for use by several threads.
 */
public final class Lingering {

    /** Twice what the REST door takes by default: whoever misjudged the bound of a body learns so. */
    public static final long MOST_BYTES = 64L << 20;

    /** From the first byte on. A sender that falls silent is ended by the server's idle timeout. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    /** Each holds a thread of the server, which those that are served need. */
    public static final int AT_ONCE = 32;

    private static final int BUFFER_BYTES = 16 * 1024;

    private final LongSupplier nanos;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param nanos the monotonic clock */
    public Lingering(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Reads to the end or to a bound; to be called when the answer is on its way.
     *
     * @return whether the end was seen
     */
    public boolean drain(InputStream rest) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            return read(rest);
        } catch (IOException e) {
            // The caller has gone, or is silent: nobody waits for the answer any more.
            return false;
        } finally {
            places.release();
        }
    }

    private boolean read(InputStream rest) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long deadline = nanos.getAsLong() + LONGEST.toNanos();
        long count = 0;
        while (count < MOST_BYTES && nanos.getAsLong() - deadline < 0) {
            int read = rest.read(buffer);
            if (read < 0) {
                return true;
            }
            count += read;
        }
        return false;
    }
}
