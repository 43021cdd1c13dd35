package io.renkei.http.internal;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Watches exchanges with one thread, which lives only while there is something to watch. */
public final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor watch;

    public Deadlines(String name) {
        watch = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /**
     * @param cut ends the exchange from another thread, without waiting
     * @throws RejectedExecutionException once this is closed
     */
    Deadline in(Duration longest, Runnable cut) {
        long end = System.nanoTime() + longest.toNanos();
        return new Deadline(end, cut, watch.schedule(cut, longest.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Deadlines that were made hold. */
    @Override
    public void close() {
        watch.shutdown();
    }
}
