package io.renkei.ports.rounds;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing again and again on a thread of its own, with a pause between. That it fails is told once. */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int STOP_SECONDS = 10;

    private final String name;
    private final Supplier<Duration> pause;
    private final Work work;
    private final ScheduledExecutorService timer;
    private boolean troubled;
    private boolean busy;
    private long planned;

    /** One round. */
    public interface Work {
        void round() throws IOException, InterruptedException;
    }

    /**
     * @param thread its name
     * @param name what it is called in the log, with an article
     * @param pause asked for before each round
     */
    public Rounds(String thread, String name, Supplier<Duration> pause, Work work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.timer = timer(thread);
    }

    private static ScheduledExecutorService timer(String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        // Else the end would wait for the round that is planned next.
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return timer;
    }

    /** Plans the first round; again, when the pause is another: what was planned before does not come. */
    public synchronized void plan() {
        if (!timer.isShutdown() && !busy) {
            long plan = ++planned;
            timer.schedule(() -> begin(plan), pause.get().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void begin(long plan) {
        synchronized (this) {
            if (plan != planned) {
                return;
            }
            busy = true;
        }
        try {
            round();
        } finally {
            synchronized (this) {
                busy = false;
                plan();
            }
        }
    }

    private void round() {
        try {
            work.round();
            if (troubled) {
                LOG.info("{} goes on.", name);
            }
            troubled = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!troubled) {
                LOG.warn("{} failed and is tried again.", name, e);
            }
            troubled = true;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
