package io.renkei.ports.outgoing;

import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells one receiver until told: what waits is marked only after the receiver took it. One thread, so that the order holds on
 * a node. It is woken by each commit, and looks by itself now and then for what another node committed.
 */
public final class Teller implements AutoCloseable {

    /** Changes that come close together are told together. */
    private static final long GATHER_MILLIS = 50;

    private final Outbox outbox;
    private final Feed feed;
    private final EventReceiver receiver;
    private final Reports reports;
    private final Pauses pauses;
    private final Semaphore work = new Semaphore(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** What there is to tell. */
    @FunctionalInterface
    public interface Feed {

        /**
         * Hands the next batch to the receiver, and marks it when the receiver took it.
         *
         * @return whether there may be more
         * @throws NotTaken as the receiver throws it
         */
        boolean tellNext(EventReceiver receiver);
    }

    /** Who is told how it goes, each time that this changes. */
    public interface Reports {

        /** @param sentence without anything that the receiver said */
        void notTaken(String sentence);

        void defect(RuntimeException defect);

        void takenAgain();
    }

    /**
     * How long is waited.
     *
     * @param look until it looks by itself, and after the first failure; doubled after each further one
     * @param longest between two tries
     * @param end for the call that is under way when the teller is closed, before it is given up
     */
    public record Pauses(Duration look, Duration longest, Duration end) {}

    /** @param name of its thread */
    public Teller(String name, Outbox outbox, Feed feed, EventReceiver receiver, Reports reports, Pauses pauses) {
        this.outbox = outbox;
        this.feed = feed;
        this.receiver = receiver;
        this.reports = reports;
        this.pauses = pauses;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
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
                    reports.takenAgain();
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
            while (!isClosing() && feed.tellNext(receiver)) {
                // A full batch: there may be more.
            }
            return true;
        } catch (NotTaken | StateUnavailable e) {
            if (says && !isClosing()) {
                reports.notTaken(e.getMessage());
            }
        } catch (RuntimeException e) {
            if (says) {
                reports.defect(e);
            }
        }
        return false;
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
            receiver.giveUp();
            thread.join(pauses.end().toMillis());
        } catch (InterruptedException e) {
            receiver.giveUp();
            Thread.currentThread().interrupt();
        }
    }
}
