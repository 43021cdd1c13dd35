package io.renkei.tools.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Looks at the gateway or the ministries until what is seen is good.
 *
 * @param longest before it gives up
 */
public record Patience(Duration longest) {

    private static final long LOOK_MILLIS = 100;

    /** One look. */
    public interface Look<T> {
        T at() throws IOException, InterruptedException;
    }

    /**
     * What was seen when it was good.
     *
     * @param what is waited for, for people
     * @throws IOException if it was not within the longest time
     */
    public <T> T until(String what, Look<T> look, Predicate<? super T> good) throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        T seen = look.at();
        while (!good.test(seen)) {
            if (System.nanoTime() - end >= 0) {
                throw new IOException("not within " + longest.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            seen = look.at();
        }
        return seen;
    }
}
