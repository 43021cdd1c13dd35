package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the lanes that nobody reads, with one thread and one session for all. What this node sends wakes its lane by
 * itself; the look is for what lay there before, and for what another node sent.
 */
final class QuietLanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuietLanes.class);

    private final Connections connections;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor looks;
    private BusSession session;

    /** @param pause between two looks at one lane */
    QuietLanes(Connections connections, Duration pause) {
        this.connections = connections;
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
        if (hasMessages(lane.lane())) {
            lane.wake();
        } else {
            looks.schedule(() -> look(lane), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** False too while the broker is away; who sends there says so. */
    private boolean hasMessages(Lane lane) {
        try {
            if (session == null || session.session().isClosed()) {
                session = connections.open();
            }
            return session.session().queueQuery(SimpleString.of(lane.queue())).getMessageCount() > 0;
        } catch (Exception e) {
            // This is the boundary to Artemis, which throws it; a look that fails must not end the looks.
            LOG.debug("lane {} could not be looked at", lane.queue(), e);
            if (session != null) {
                session.close();
                session = null;
            }
            return false;
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
