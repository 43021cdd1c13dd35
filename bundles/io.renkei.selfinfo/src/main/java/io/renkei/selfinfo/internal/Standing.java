package io.renkei.selfinfo.internal;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether one agency answers, and how many calls it has. After a failure it is left alone for a while; then one call at a time finds
 * out, until one is answered. Safe for use by several threads.
 */
final class Standing {

    private final Backoff backoff;
    private final LongSupplier nanos;
    private Optional<Trouble> trouble = Optional.empty();
    private int failures;
    private int underWay;
    private long heldUntil;

    /**
     * Why it does not answer.
     *
     * @param code of the connector
     * @param needsPerson whether it is no matter of time
     */
    record Trouble(String code, boolean needsPerson) {}

    /** @param nanos a clock that never goes back */
    Standing(Backoff backoff, LongSupplier nanos) {
        this.backoff = backoff;
        this.nanos = nanos;
    }

    /**
     * How many calls may begin.
     *
     * @param most of this agency at once
     * @param left of all agencies; the first call of an agency needs none of these
     */
    synchronized int places(int most, int left) {
        if (failures > 0) {
            return isHeld() || underWay > 0 ? 0 : 1;
        }
        int own = underWay == 0 ? 1 : 0;
        return Math.min(most - underWay, Math.max(left, own));
    }

    private boolean isHeld() {
        return nanos.getAsLong() - heldUntil < 0;
    }

    /** Whether it is time to see by a probe if it is back, where nobody asks. */
    synchronized boolean isToBeProbed() {
        return trouble.filter(why -> !why.needsPerson()).isPresent() && underWay == 0 && !isHeld();
    }

    synchronized void begin() {
        underWay++;
    }

    synchronized void end() {
        underWay--;
    }

    /** A call was answered; true if the one before was not. */
    synchronized boolean answered() {
        boolean wasAway = failures > 0;
        failures = 0;
        trouble = Optional.empty();
        return wasAway;
    }

    /** A call was not answered. Calls that fail together count once. True if the one before was answered. */
    synchronized boolean failed(Trouble why) {
        boolean wasThere = trouble.filter(why::equals).isEmpty();
        if (failures == 0 || !isHeld()) {
            heldUntil = nanos.getAsLong() + backoff.after(failures).toNanos();
            failures++;
        }
        trouble = Optional.of(why);
        return wasThere;
    }

    synchronized Optional<Trouble> trouble() {
        return trouble;
    }
}
