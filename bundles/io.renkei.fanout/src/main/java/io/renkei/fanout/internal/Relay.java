package io.renkei.fanout.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.Outbox.OutboxRow;
import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.StateUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts committed outbox rows on the bus, each at least once. It is woken by each commit and looks by itself now and
 * then, for rows that another node committed. A row is marked only after the broker's journal has it; the row's id is
 * the broker's duplicate id.
 */
final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Set<OutboxKind> KINDS = Set.of(
            OutboxKind.APPLICATION_ACCEPTED,
            OutboxKind.FILING_READY,
            OutboxKind.NOTICE_RECEIVED,
            OutboxKind.ANNOUNCEMENT_ACCEPTED);
    private static final int BATCH = 100;
    private static final long LOOK_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Outbox outbox;
    private final Bus bus;
    private final Semaphore work = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "renkei.relay");
    private final CountDownLatch closing = new CountDownLatch(1);

    Relay(Outbox outbox, Bus bus) {
        this.outbox = outbox;
        this.bus = bus;
    }

    void start() {
        thread.start();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Says that a row was committed. */
    void wakeUp() {
        work.release();
    }

    @SuppressWarnings("try") // the listener is held, not called
    private void run() {
        try (Outbox.Listening commits = outbox.onCommit(this::wakeUp)) {
            relayUntilClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void relayUntilClosed() throws InterruptedException {
        long pause = LOOK_MILLIS;
        while (!isClosing()) {
            if (relay(pause == LOOK_MILLIS)) {
                if (pause != LOOK_MILLIS) {
                    LOG.info("The relay goes on.");
                    pause = LOOK_MILLIS;
                }
                if (work.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } else {
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                closing.await(pause / 2, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Sends all that waits; false if something is in the way. What it is is said once. */
    private boolean relay(boolean says) {
        try {
            while (!isClosing() && outbox.drain(KINDS, BATCH, this::send) == BATCH) {
                // A full batch: there may be more.
            }
            return true;
        } catch (BusUnavailable | StateUnavailable e) {
            if (says) {
                LOG.warn("The relay waits and goes on by itself: {}", e.getMessage());
            }
        } catch (RuntimeException e) {
            // The boundary of the thread: nothing goes out any more if it ends.
            if (says) {
                LOG.error("The relay failed and tries again; report this.", e);
            }
        }
        return false;
    }

    private void send(List<OutboxRow> rows) {
        Map<Lane, List<Pointer>> byLane = rows.stream()
                .collect(Collectors.groupingBy(
                        Relay::lane,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> new Pointer(row.id(), row.pointer()), Collectors.toList())));
        byLane.forEach(bus::send);
    }

    private static Lane lane(OutboxRow row) {
        return switch (row.kind()) {
            case APPLICATION_ACCEPTED -> Lane.FANOUT;
            case NOTICE_RECEIVED -> Lane.NOTICES;
            case ANNOUNCEMENT_ACCEPTED -> Lane.ANNOUNCEMENTS;
            default -> Lane.of(new DestinationId(row.destination()));
        };
    }

    /** Begins no further batch, wakes a relay that waits, and returns when the batch that runs has ended. */
    @Override
    public void close() {
        closing.countDown();
        wakeUp();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
