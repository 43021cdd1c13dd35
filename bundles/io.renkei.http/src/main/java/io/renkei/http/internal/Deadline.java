package io.renkei.http.internal;

import java.util.concurrent.Future;

/** The end of one exchange: it is met, or the exchange is cut. */
final class Deadline {

    private final long end;
    private final Runnable cut;
    private final Future<?> watch;

    /** @param end by {@link System#nanoTime()} */
    Deadline(long end, Runnable cut, Future<?> watch) {
        this.end = end;
        this.cut = cut;
        this.watch = watch;
    }

    /** Whether the exchange may have been cut. */
    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** The exchange has ended by itself. */
    void meet() {
        watch.cancel(false);
    }

    /** Ends the exchange before its time. */
    void cut() {
        watch.cancel(false);
        cut.run();
    }
}
