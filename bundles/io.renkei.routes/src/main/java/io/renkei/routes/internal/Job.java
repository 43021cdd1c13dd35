package io.renkei.routes.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work that comes again and again, never twice at once: soon while there is something to do, and else later. */
final class Job implements AutoCloseable {

    /**
     * When it runs.
     *
     * @param pause while there was something to do lately
     * @param idle else; {@link Rhythm#UNCALLED} for work that is {@linkplain #call called} then
     * @param hot how long "lately" is
     * @param limit how long one run may take before it is interrupted
     */
    record Rhythm(Duration pause, Duration idle, Duration hot, Duration limit) {

        /** Longer than any process runs. */
        static final Duration UNCALLED = Duration.ofDays(10_000);
    }

    private static final long LONG = Rhythm.UNCALLED.dividedBy(2).toNanos();

    private final BooleanSupplier work;
    private final Supplier<Rhythm> rhythm;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean slow;
    private volatile boolean called;
    private volatile long dueAt = System.nanoTime();
    private volatile long hotUntil = System.nanoTime();

    /** @param work says whether it found something to do */
    Job(BooleanSupplier work, Supplier<Rhythm> rhythm) {
        this.work = work;
        this.rhythm = rhythm;
    }

    /** There may be something to do: the next run comes after the short pause. */
    void wake() {
        long now = System.nanoTime();
        hotUntil = now + rhythm.get().hot().toNanos();
        long soon = now + rhythm.get().pause().toNanos();
        if (soon - dueAt < 0) {
            dueAt = soon;
        }
    }

    /** A run comes at once, or as soon as one that is under way has ended. */
    void call() {
        called = true;
        dueAt = System.nanoTime();
    }

    /** Whether it runs no more by itself: it waits for {@link #wake} or {@link #call}, or it is closed. */
    boolean rests() {
        return closed || !queued.get() && dueAt - System.nanoTime() > LONG;
    }

    boolean isDue() {
        return !closed && !queued.get() && System.nanoTime() - dueAt >= 0;
    }

    /** Whether its last run took long. */
    boolean isSlow() {
        return slow;
    }

    void slow(boolean was) {
        slow = was;
    }

    /** Whoever took it cannot run it. */
    void untake() {
        queued.set(false);
    }

    /** Whether it is due and nobody took it; whoever gets true has to call {@link #run}. */
    boolean take() {
        return !closed && System.nanoTime() - dueAt >= 0 && queued.compareAndSet(false, true);
    }

    /** Runs once, on the calling thread, and is interrupted when it takes too long. */
    void run(Watchdog watchdog) {
        running.lock();
        try {
            if (!closed) {
                called = false;
                Rhythm now = rhythm.get();
                boolean found = watchdog.watch(now.limit(), work);
                plan(now, found);
            }
        } finally {
            running.unlock();
            queued.set(false);
        }
    }

    private void plan(Rhythm now, boolean found) {
        long time = System.nanoTime();
        if (found) {
            hotUntil = time + now.hot().toNanos();
        }
        dueAt = time + (hotUntil - time > 0 ? now.pause() : now.idle()).toNanos();
        if (called) {
            dueAt = time;
        }
    }

    /** Lets no further run begin. */
    void end() {
        closed = true;
    }

    /** Waits for a run that is under way, no longer than its limit, and lets no other begin. */
    @Override
    public void close() {
        end();
        try {
            if (running.tryLock(rhythm.get().limit().toMillis() + 1_000, TimeUnit.MILLISECONDS)) {
                running.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
