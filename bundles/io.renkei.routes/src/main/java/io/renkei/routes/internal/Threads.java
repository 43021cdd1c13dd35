package io.renkei.routes.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that all lanes share: one timer, a small pool of polls, and what opens and closes lanes and looks. */
final class Threads implements AutoCloseable {

    private static final Duration SLOW_AFTER = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor timer;
    private final PollPool pollers;
    private final ExecutorService control;
    private final Watchdog watchdog;

    Threads(int parallelPolls) {
        timer = new ScheduledThreadPoolExecutor(1, named("renkei.routes.timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // One lane opens or closes at most once at a time, so there are never more than lanes.
        control = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("renkei.routes.control"));
        watchdog = new Watchdog(timer);
        pollers = new PollPool(parallelPolls, SLOW_AFTER, named("renkei.routes.poll"), timer, watchdog);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    void resize(int parallelPolls) {
        pollers.resize(parallelPolls);
    }

    /** Polls a destination if it is due and there is a place. */
    void offer(Job poll) {
        pollers.offer(poll);
    }

    /** Looks into the database if it is due; no destination holds that up. */
    void offerLook(Job look) {
        if (look.take()) {
            control(() -> look.run(watchdog));
        }
    }

    void later(Duration pause, Runnable work) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> control(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs work that may wait for filings under way. */
    void control(Runnable work) {
        control.execute(work);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pollers.close();
        control.shutdown();
    }
}
