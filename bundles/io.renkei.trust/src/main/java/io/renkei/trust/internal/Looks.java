package io.renkei.trust.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every 250 ms, in one daemon thread, from the first {@link #begin()} on. */
final class Looks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final long EVERY_MILLIS = 250;

    private final String thread;
    private final Runnable look;
    private ScheduledExecutorService executor;
    private boolean closed;

    Looks(String thread, Runnable look) {
        this.thread = thread;
        this.look = look;
    }

    synchronized void begin() {
        if (executor == null && !closed) {
            executor = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread made = new Thread(work, thread);
                made.setDaemon(true);
                return made;
            });
            executor.scheduleWithFixedDelay(this::once, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A look that fails is said; the next one is made all the same. */
    private void once() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("Looking at files of keys failed; report this.", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
