package io.renkei.routes.internal;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses that double up to a bound.
 *
 * @param first the first one
 * @param longest the bound
 */
record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 40;

    /**
     * The pause after the given failure in a row.
     *
     * @param failure from 1
     * @param random 0 to 1: the pause lies between a half and the whole, so that what failed together does not come back
     *     together
     */
    Duration pause(int failure, DoubleSupplier random) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failure - 1, MOST_DOUBLINGS));
        double whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(whole / 2 + whole / 2 * random.getAsDouble())));
    }
}
