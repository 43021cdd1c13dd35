package io.renkei.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Bounded waiting. It needs no library, so that it works within the container too. */
final class Await {

    private static final long LOOK_MILLIS = 100;

    private Await() {}

    /**
     * Looks until what is seen is good, and returns it.
     *
     * @throws AssertionError with what was seen last, when the time is over
     */
    static <T> T until(Duration longest, Callable<T> look, Predicate<? super T> good) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        T seen = look.call();
        while (!good.test(seen)) {
            if (System.nanoTime() - end >= 0) {
                throw new AssertionError("not within " + longest.toSeconds() + " s; seen last: " + seen);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            seen = look.call();
        }
        return seen;
    }
}
