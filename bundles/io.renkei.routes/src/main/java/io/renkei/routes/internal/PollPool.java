package io.renkei.routes.internal;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the polls of all destinations, a bounded number at once. A poll that takes long gives its place to others while it
 * goes on, and the next one of that destination takes one of a few places for slow ones: ten silent destinations hold up
 * no other. Safe for use by several threads.
 */
final class PollPool implements AutoCloseable {

    private static final int SLOW_AT_ONCE = 4;

    /** Polls that became slow while they ran, until each has met its time limit. */
    private static final int MOST_LEFT_RUNNING = 32;

    private final Duration slowAfter;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService timer;
    private final Watchdog watchdog;
    private int parallel;
    private int running;
    private int slowRunning;

    /**
     * @param parallel polls at once, slow ones not counted
     * @param slowAfter how long a poll may take until it counts as slow
     */
    PollPool(
            int parallel,
            Duration slowAfter,
            ThreadFactory factory,
            ScheduledExecutorService timer,
            Watchdog watchdog) {
        this.parallel = parallel;
        this.slowAfter = slowAfter;
        this.timer = timer;
        this.watchdog = watchdog;
        this.threads =
                new ThreadPoolExecutor(0, most(parallel), 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    private static int most(int parallel) {
        return parallel + SLOW_AT_ONCE + MOST_LEFT_RUNNING;
    }

    synchronized void resize(int places) {
        parallel = places;
        threads.setMaximumPoolSize(most(places));
    }

    /** Runs a job if it is due and there is a place; else it is offered again. */
    void offer(Job job) {
        if (!job.isDue() || !takePlace(job.isSlow())) {
            return;
        }
        Place place = new Place(job.isSlow());
        if (!job.take()) {
            place.giveBack();
            return;
        }
        try {
            threads.execute(() -> run(job, place));
        } catch (RejectedExecutionException full) {
            place.giveBack();
            job.untake();
        }
    }

    private void run(Job job, Place place) {
        long began = System.nanoTime();
        ScheduledFuture<?> bell = timer.schedule(place::becomesSlow, slowAfter.toMillis(), TimeUnit.MILLISECONDS);
        try {
            job.run(watchdog);
        } finally {
            bell.cancel(false);
            job.slow(System.nanoTime() - began > slowAfter.toNanos());
            place.giveBack();
        }
    }

    private synchronized boolean takePlace(boolean slow) {
        if (slow ? slowRunning >= SLOW_AT_ONCE : running >= parallel) {
            return false;
        }
        count(slow, 1);
        return true;
    }

    private synchronized void count(boolean slow, int change) {
        if (slow) {
            slowRunning += change;
        } else {
            running += change;
        }
    }

    /** One place, given back once. A slow poll keeps its own to its end. */
    private final class Place {

        private final boolean slow;
        private final AtomicBoolean given = new AtomicBoolean();

        private Place(boolean slow) {
            this.slow = slow;
        }

        private void becomesSlow() {
            if (!slow) {
                giveBack();
            }
        }

        private void giveBack() {
            if (given.compareAndSet(false, true)) {
                count(slow, -1);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
