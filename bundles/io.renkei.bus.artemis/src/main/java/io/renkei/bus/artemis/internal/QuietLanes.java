package io.renkei.bus.artemis.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the lanes that nobody reads, with one thread for all. What this node sends wakes its lane by itself; the look
 * is for what lay there before, and for what another node sent.
 */
final class QuietLanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuietLanes.class);

    private final Backlog backlog;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor looks;

    /** @param pause between two looks at one lane */
    QuietLanes(Backlog backlog, Duration pause) {
        this.backlog = backlog;
        this.pause = pause;
        this.looks = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "renkei.bus.quiet");
            thread.setDaemon(true);
            return thread;
        });
        looks.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        looks.setRejectedExecutionHandler((work, closed) -> {
            // The bus is closing, and its lanes with it.
        });
    }

    /** Looks now, and again and again while the lane stays quiet. */
    void watch(LaneReaders lane) {
        looks.execute(() -> look(lane));
    }

    private void look(LaneReaders lane) {
        if (!lane.isQuiet()) {
            return;
        }
        if (hasBacklog(lane)) {
            lane.wake();
        } else {
            looks.schedule(() -> look(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A look that fails must not end the looks. */
    private boolean hasBacklog(LaneReaders lane) {
        try {
            return backlog.isThere(lane.lane());
        } catch (RuntimeException e) {
            LOG.warn(
                    "lane {} could not be looked at; it is looked at again",
                    lane.lane().queue(),
                    e);
            return false;
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
