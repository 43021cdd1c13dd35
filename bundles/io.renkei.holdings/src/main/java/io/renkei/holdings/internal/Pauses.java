package io.renkei.holdings.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The pause after a try that failed: doubled each time up to the longest, and by chance between half of it and all of it, so that what
 * failed together does not come together again.
 *
 * @param longest may change
 * @param chance from 0 to below 1
 */
record Pauses(Duration first, Supplier<Duration> longest, DoubleSupplier chance) {

    private static final int MOST_DOUBLED = 20;

    /** @param before how many tries failed before this one */
    Duration after(int before) {
        Duration doubled = first.multipliedBy(1L << Math.min(before, MOST_DOUBLED));
        long whole = Math.min(doubled.toMillis(), longest.get().toMillis());
        return Duration.ofMillis((long) (whole * (0.5 + chance.getAsDouble() / 2)));
    }
}
