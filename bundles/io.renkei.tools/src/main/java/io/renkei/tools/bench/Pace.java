package io.renkei.tools.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Begins operations at a fixed rate, whatever they take; each is done by the next of its hands that is free. */
final class Pace {

    private static final Duration BEFORE = Duration.ofMillis(100);

    private final int warm;
    private final Runnable whenWarm;
    private final double nanosBetween;
    private final AtomicInteger next = new AtomicInteger();
    private final long[] nanos;
    private final long begin = System.nanoTime() + BEFORE.toNanos();
    private final Instant first = Clock.systemUTC().instant().plus(BEFORE);

    /**
     * @param count of operations
     * @param perSecond how many are begun each second
     * @param warm how many of them warm up
     * @param whenWarm runs once, at the intended start of the first that is measured
     */
    Pace(int count, double perSecond, int warm, Runnable whenWarm) {
        this.warm = warm;
        this.whenWarm = whenWarm;
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanos = new long[count];
    }

    /** What does one operation after the other, on a thread of its own. */
    interface Hand {

        /**
         * @param number of the operation, from 0 on
         * @return whether it went well; the time of one that did not is not counted
         */
        boolean once(int number);
    }

    /**
     * What was measured.
     *
     * @param latencies of those after the warm-up that went well, from their intended start
     * @param seconds from the end of the warm-up to the last end
     * @param first the intended start of the first of the warm-up
     * @param nanosBetween two intended starts
     */
    record Times(Latencies latencies, double seconds, Instant first, double nanosBetween) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    /** To be called once. */
    Times run(List<? extends Hand> hands) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Hand hand : hands) {
            Thread thread = new Thread(() -> work(hand), "load-" + threads.size());
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - intended(warm)) / 1e9;
        long[] measured = Arrays.stream(nanos, Math.min(warm, nanos.length), nanos.length)
                .filter(n -> n > 0)
                .toArray();
        return new Times(Latencies.ofNanos(measured), seconds, first, nanosBetween);
    }

    private void work(Hand hand) {
        for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
            long intended = intended(i);
            sleepUntil(intended);
            if (i == warm) {
                whenWarm.run();
            }
            if (hand.once(i)) {
                nanos[i] = System.nanoTime() - intended;
            }
        }
    }

    private long intended(int number) {
        return begin + (long) (number * nanosBetween);
    }

    private static void sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
