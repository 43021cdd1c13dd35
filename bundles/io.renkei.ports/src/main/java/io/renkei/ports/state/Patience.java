package io.renkei.ports.state;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does work again and again while the database cannot be had, so that no pointer dies of an outage. Safe for use by
 * several threads.
 */
public final class Patience {

    private static final long PAUSE_MILLIS = 500;

    private final Consumer<StateUnavailable> told;
    private volatile boolean ended;

    /** @param told is called once for each piece of work that has to wait */
    public Patience(Consumer<StateUnavailable> told) {
        this.told = told;
    }

    /**
     * Returns what the work returns, as soon as the database can be had.
     *
     * @throws StateUnavailable if it cannot be had and {@link #end} was called
     * @throws Exception what else the work throws, at once
     */
    public <T> T whenThere(Callable<T> work) throws Exception {
        boolean first = true;
        while (true) {
            try {
                return work.call();
            } catch (StateUnavailable e) {
                if (ended) {
                    throw e;
                }
                if (first) {
                    told.accept(e);
                    first = false;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Whoever waits, and whoever would, gives up. */
    public void end() {
        ended = true;
    }
}
