package io.renkei.delivery.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pause after a try that came to no end: doubled each time up to the longest, and by chance between half of it and all of
 * it, so that what failed together does not come together again.
 *
 * @param chance from 0 to below 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier chance) {

    private static final int MOST_DOUBLED = 20;

    /** @param before how many tries failed before this one */
    Duration after(int before) {
        Duration doubled = first.multipliedBy(1L << Math.min(before, MOST_DOUBLED));
        long whole = (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis();
        return Duration.ofMillis((long) (whole * (0.5 + chance.getAsDouble() / 2)));
    }
}
