package io.renkei.fanout.internal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("try") // a relay runs by being open
class RelayTest {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final String KEY = "202604011234567897";

    private final ListOutbox outbox = new ListOutbox();
    private final ListBus bus = new ListBus();

    @Test
    void eachRowGoesToTheQueueOfItsKind() {
        outbox.commit(new Outbox.OutboxRow(1, OutboxKind.APPLICATION_ACCEPTED, KEY, ""));
        outbox.commit(new Outbox.OutboxRow(2, OutboxKind.FILING_READY, KEY + "-01", "hello-work"));
        try (Relay relay = started()) {
            await().atMost(LONG).until(() -> outbox.backlog() == 0);
        }
        assertEquals(List.of("renkei.fanout 1 " + KEY, "renkei.dispatch.hello-work 2 " + KEY + "-01"), bus.taken);
    }

    @Test
    void aRowIsMarkedOnlyAfterTheBusHasIt() {
        bus.atSend = () -> assertEquals(1, outbox.backlog(), "still unmarked while it is sent");
        outbox.commit(row(1));
        try (Relay relay = started()) {
            await().atMost(LONG).until(() -> outbox.backlog() == 0);
        }
        assertEquals(1, bus.taken.size());
    }

    @Test
    void aBusThatIsAwayIsWaitedForAndNothingIsLost() {
        bus.failures.set(2);
        outbox.commit(row(1));
        outbox.commit(row(2));
        try (Relay relay = started()) {
            await().atMost(LONG).until(() -> outbox.backlog() == 0);
        }
        assertEquals(0, bus.failures.get(), "it was tried again until the bus was back");
        assertEquals(List.of("renkei.fanout 1 " + KEY, "renkei.fanout 2 " + KEY), bus.taken);
    }

    @Test
    void aDefectIsReportedAndTheRelayTriesAgain() {
        AtomicInteger defects = new AtomicInteger(2);
        bus.atSend = () -> {
            if (defects.getAndDecrement() > 0) {
                throw new IllegalStateException("a defect");
            }
        };
        outbox.commit(row(1));
        try (Relay relay = started()) {
            await().atMost(LONG).until(() -> outbox.backlog() == 0);
        }
        assertEquals(List.of("renkei.fanout 1 " + KEY), bus.taken);
    }

    @Test
    void aCommitWakesTheRelayThatWaits() {
        try (Relay relay = started()) {
            await().atMost(LONG).until(() -> outbox.drains.get() > 0);
            outbox.commit(row(1));
            await().atMost(LONG).until(() -> outbox.backlog() == 0);
        }
        assertTrue(outbox.listeners.isEmpty(), "a closed relay listens to no commit");
    }

    @Test
    void closingReturnsAtOnceWhileTheRelayWaitsForTheBus() {
        bus.failures.set(Integer.MAX_VALUE);
        outbox.commit(row(1));
        Relay relay = started();
        await().atMost(LONG).until(() -> bus.failures.get() < Integer.MAX_VALUE - 2);
        assertTimeoutPreemptively(Duration.ofMillis(900), relay::close);
        assertEquals(1, outbox.backlog(), "the row waits for the next start");
    }

    private Relay started() {
        Relay relay = new Relay(outbox, bus);
        relay.start();
        return relay;
    }

    private static Outbox.OutboxRow row(long id) {
        return new Outbox.OutboxRow(id, OutboxKind.APPLICATION_ACCEPTED, KEY, "");
    }

    /** Rows in memory, marked by being taken off the list. */
    private static final class ListOutbox implements Outbox {
        private final List<OutboxRow> rows = new CopyOnWriteArrayList<>();
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final AtomicInteger drains = new AtomicInteger();

        void commit(OutboxRow row) {
            rows.add(row);
            listeners.forEach(Runnable::run);
        }

        @Override
        public int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send) {
            drains.incrementAndGet();
            List<OutboxRow> claimed = new ArrayList<>(rows.stream()
                    .filter(row -> kinds.contains(row.kind()))
                    .limit(limit)
                    .toList());
            if (!claimed.isEmpty()) {
                send.accept(claimed);
                rows.removeAll(claimed);
            }
            return claimed.size();
        }

        @Override
        public Listening onCommit(Runnable wakeUp) {
            listeners.add(wakeUp);
            return () -> listeners.remove(wakeUp);
        }

        @Override
        public long backlog() {
            return rows.size();
        }
    }

    /** Notes what it takes, and may be away for a number of calls. */
    private static final class ListBus implements Bus {
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile Runnable atSend = () -> {};

        @Override
        public void send(Lane lane, List<Pointer> pointers) {
            if (failures.get() > 0) {
                failures.decrementAndGet();
                throw new BusUnavailable("away", null);
            }
            atSend.run();
            pointers.forEach(pointer -> taken.add(lane.queue() + " " + pointer.id() + " " + pointer.key()));
        }

        @Override
        public Subscription subscribe(Lane lane, int concurrency, Handler handler) {
            throw new UnsupportedOperationException("the relay only sends");
        }

        @Override
        public long deadLetters() {
            return 0;
        }
    }
}
