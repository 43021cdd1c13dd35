package io.renkei.delivery.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the service takes notices. After a failure nothing is tried for a while; then one call at a time finds out, until
 * one comes to its end. Safe for use by several threads.
 */
final class Standing {

    private final Backoff backoff;
    private final LongSupplier nanos;
    private Optional<String> trouble = Optional.empty();
    private int failures;
    private long heldUntil;

    /** @param nanos a clock that never goes back */
    Standing(Backoff backoff, LongSupplier nanos) {
        this.backoff = backoff;
        this.nanos = nanos;
    }

    /**
     * How many calls may begin.
     *
     * @param parallel most at once
     * @param underWay how many are
     */
    synchronized int places(int parallel, int underWay) {
        if (failures == 0) {
            return parallel - underWay;
        }
        return isHeld() || underWay > 0 ? 0 : 1;
    }

    private boolean isHeld() {
        return nanos.getAsLong() - heldUntil < 0;
    }

    /** A call came to its end, whatever its answer; true if the one before did not. */
    synchronized boolean answered() {
        boolean wasDown = failures > 0;
        failures = 0;
        trouble = Optional.empty();
        return wasDown;
    }

    /**
     * A call did not come to its end. Calls that fail together count once.
     *
     * @param asked the least pause, where the service asks for one
     * @return true if the one before did
     */
    synchronized boolean failed(String why, Optional<Duration> asked) {
        boolean wasUp = failures == 0;
        if (wasUp || !isHeld()) {
            heldUntil = nanos.getAsLong() + backoff.after(failures).toNanos();
            failures++;
        }
        asked.map(pause -> nanos.getAsLong() + pause.toNanos())
                .filter(until -> until - heldUntil > 0)
                .ifPresent(until -> heldUntil = until);
        trouble = Optional.of(why);
        return wasUp;
    }

    /** Why the last call did not come to its end; empty while all is well. */
    synchronized Optional<String> trouble() {
        return trouble;
    }
}
