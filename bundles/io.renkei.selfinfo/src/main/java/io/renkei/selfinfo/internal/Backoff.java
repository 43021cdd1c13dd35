package io.renkei.selfinfo.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The pause after a try that came to no end: doubled each time up to the longest, and by chance between half of it and all of
 * it, so that what failed together does not come together again.
 *
 * @param chance from 0 to below 1
 */
record Backoff(Supplier<SelfInfoSettings> settings, DoubleSupplier chance) {

    private static final int MOST_DOUBLED = 20;

    /** @param before how many tries failed before this one */
    Duration after(int before) {
        SelfInfoSettings used = settings.get();
        long doubled = used.firstPause().toMillis() << Math.min(before, MOST_DOUBLED);
        long whole = Math.min(doubled, used.longestPause().toMillis());
        return Duration.ofMillis((long) (whole * (0.5 + chance.getAsDouble() / 2)));
    }
}
