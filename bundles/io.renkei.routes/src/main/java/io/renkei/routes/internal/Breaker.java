package io.renkei.routes.internal;

import java.util.function.IntSupplier;

/**
 * Counts transient failures in a row. After a probe that succeeded one more failure is enough, until something went
 * through. Safe for use by several threads.
 */
final class Breaker {

    private final IntSupplier threshold;
    private int failures;
    private int openings;
    private boolean open;
    private String code = "";

    /** @param threshold failures in a row that open it */
    Breaker(IntSupplier threshold) {
        this.threshold = threshold;
    }

    /** The destination answered, whatever it said. */
    synchronized void answered() {
        if (!open) {
            failures = 0;
            openings = 0;
        }
    }

    /** @return whether this failure opens it */
    synchronized boolean failed(String failureCode) {
        failures++;
        if (open || openings == 0 && failures < threshold.getAsInt()) {
            return false;
        }
        trip(failureCode);
        return true;
    }

    /** Opens it at once; whether it was closed. */
    synchronized boolean trip(String failureCode) {
        if (open) {
            return false;
        }
        open = true;
        openings++;
        code = failureCode;
        return true;
    }

    /** A probe was in vain. */
    synchronized void probeFailed(String failureCode) {
        openings++;
        code = failureCode;
    }

    /** A probe succeeded. */
    synchronized void close() {
        open = false;
        failures = 0;
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** How often in a row it opened or was probed in vain, from 1 while open. */
    synchronized int openings() {
        return openings;
    }

    /** The failure that opened it last. */
    synchronized String code() {
        return code;
    }
}
