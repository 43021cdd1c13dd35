package io.renkei.portal.internal;

import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.StateUnavailable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells until told: rows are marked only after the portal took them. One thread, so that the order holds on a node. */
final class Teller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final Set<OutboxKind> KINDS = Set.of(OutboxKind.FILING_CHANGED, OutboxKind.NOTICE_AVAILABLE);
    private static final int BATCH = 200;
    private static final long LOOK_MILLIS = 1_000;

    /** Changes that come close together are told together. */
    private static final long GATHER_MILLIS = 50;

    private final Outbox outbox;
    private final Events events;
    private final Consumer<byte[]> portal;
    private final long longestPauseMillis;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "renkei.portal"));
    private final AtomicBoolean woken = new AtomicBoolean();
    private AutoCloseable commits;
    private volatile long pause = LOOK_MILLIS;
    private volatile long notBefore = System.nanoTime();

    Teller(Outbox outbox, Events events, Consumer<byte[]> portal, long longestPauseMillis) {
        this.outbox = outbox;
        this.events = events;
        this.portal = portal;
        this.longestPauseMillis = longestPauseMillis;
    }

    void start() {
        commits = outbox.onCommit(this::wake);
        thread.scheduleWithFixedDelay(this::tell, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void wake() {
        if (woken.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        woken.set(false);
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            while (outbox.drain(KINDS, BATCH, this::send) == BATCH) {
                // A full batch: there may be more.
            }
            if (pause > LOOK_MILLIS) {
                LOG.info("The portal takes events again.");
            }
            pause = LOOK_MILLIS;
        } catch (Webhook.NotTaken | StateUnavailable e) {
            if (pause == LOOK_MILLIS) {
                LOG.warn("Events wait for the portal and are told again by themselves: {}", e.getMessage());
            }
            pause = Math.min(pause * 2, longestPauseMillis);
            notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        }
    }

    private void send(List<Outbox.OutboxRow> rows) {
        events.batch(rows).ifPresent(portal);
    }

    @Override
    public void close() throws Exception {
        commits.close();
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
