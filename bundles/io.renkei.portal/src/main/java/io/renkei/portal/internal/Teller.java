package io.renkei.portal.internal;

import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells until told: rows are marked only after the portal took them. One thread, so that the order holds on a node. It is
 * woken by each commit, and looks by itself now and then for rows that another node committed.
 */
final class Teller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int BATCH = 200;

    /** Changes that come close together are told together. */
    private static final long GATHER_MILLIS = 50;

    private final Outbox outbox;
    private final Events events;
    private final Portal portal;
    private final Consumer<List<Outbox.OutboxRow>> taken;
    private final Pauses pauses;
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "renkei.portal");

    /**
     * How long is waited.
     *
     * @param look until it looks by itself, and after the first failure; doubled after each further one
     * @param longest between two tries
     * @param end for the call that is under way when the teller is closed, before it is given up
     */
    record Pauses(Duration look, Duration longest, Duration end) {}

    /** @param taken gets what the portal took, before it counts as told */
    Teller(Outbox outbox, Events events, Portal portal, Consumer<List<Outbox.OutboxRow>> taken, Pauses pauses) {
        this.outbox = outbox;
        this.events = events;
        this.portal = portal;
        this.taken = taken;
        this.pauses = pauses;
    }

    void start() {
        thread.start();
    }

    @SuppressWarnings("try") // the listener is held, not called
    private void run() {
        try (Outbox.Listening commits = outbox.onCommit(work::release)) {
            tellUntilClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellUntilClosed() throws InterruptedException {
        int failures = 0;
        while (!isClosing()) {
            if (tell(failures == 0)) {
                if (failures > 0) {
                    LOG.info("The portal takes events again.");
                }
                failures = 0;
                gather();
            } else {
                closing.await(pause(failures).toMillis(), TimeUnit.MILLISECONDS);
                failures++;
            }
        }
    }

    /** Tells all that waits; false if something is in the way. What it is is said once. */
    private boolean tell(boolean says) {
        try {
            while (!isClosing() && outbox.drain(Events.kinds(), BATCH, this::send) == BATCH) {
                // A full batch: there may be more.
            }
            return true;
        } catch (NotTaken | StateUnavailable e) {
            if (says && !isClosing()) {
                LOG.warn("{} ({})", EventsCode.NOT_TAKEN.line(), e.getMessage());
            }
        } catch (RuntimeException e) {
            if (says) {
                LOG.error("{}", EventsCode.DEFECT.line(), e);
            }
        }
        return false;
    }

    private void send(List<Outbox.OutboxRow> rows) {
        Optional<byte[]> batch = events.batch(rows);
        if (batch.isPresent()) {
            portal.take(batch.get());
            taken.accept(rows);
        }
    }

    private void gather() throws InterruptedException {
        if (work.tryAcquire(pauses.look().toMillis(), TimeUnit.MILLISECONDS)) {
            closing.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
            work.drainPermits();
        }
    }

    private Duration pause(int failures) {
        Duration pause = pauses.look().multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(pauses.longest()) < 0 ? pause : pauses.longest();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /**
     * Begins no further batch. The call that is under way may end; if it does not in time it is given up, and its events
     * are told again by the next teller. The thread is not interrupted: it may be in the database.
     */
    @Override
    public void close() {
        closing.countDown();
        work.release();
        try {
            thread.join(pauses.end().toMillis());
            portal.giveUp();
            thread.join(pauses.end().toMillis());
        } catch (InterruptedException e) {
            portal.giveUp();
            Thread.currentThread().interrupt();
        }
    }
}
