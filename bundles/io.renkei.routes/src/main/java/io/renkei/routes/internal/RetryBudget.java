package io.renkei.routes.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many of a destination's attempts may be repetitions after a transient failure: a share of its first attempts, and a
 * few a minute however little is sent. It keeps a destination that fails half the time from being sent everything
 * several times over. Safe for use by several threads; each node has its own.
 */
final class RetryBudget {

    /** What was earned in good times counts for no more first attempts than these. */
    private static final long SAVED_FIRST_ATTEMPTS = 1_000;

    private static final long ONE = 100;

    private static final double NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<RoutesSettings> settings;
    private final LongSupplier nanos;
    private long earnedPercent;
    private double reserve;
    private long filledAt;

    /** @param nanos the monotonic clock */
    RetryBudget(Supplier<RoutesSettings> settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.reserve = settings.get().retryReservePerMinute();
        this.filledAt = nanos.getAsLong();
    }

    /** A filing is sent for the first time. */
    synchronized void firstAttempt() {
        long share = settings.get().retrySharePercent();
        earnedPercent = Math.min(earnedPercent + share, share * SAVED_FIRST_ATTEMPTS);
    }

    /** Whether one more repetition may be planned; it is counted then. */
    synchronized boolean spend() {
        int perMinute = settings.get().retryReservePerMinute();
        long now = nanos.getAsLong();
        reserve = Math.min(perMinute, reserve + (now - filledAt) / NANOS_PER_MINUTE * perMinute);
        filledAt = now;
        if (earnedPercent >= ONE) {
            earnedPercent -= ONE;
            return true;
        }
        if (reserve >= 1) {
            reserve--;
            return true;
        }
        return false;
    }
}
