package io.renkei.routes.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Filings in memory, by the table of states; a ready one puts its pointer on its queue. */
final class MemoryState implements FilingStore {

    static final class Row {
        FilingView view;
        FilingMatter matter;
        Instant lease = Instant.MAX;
        Instant askAt = Instant.MIN;
        Duration askPause = Duration.ZERO;
        Instant begun = Instant.MIN;
        final List<FilingEvent> events = new ArrayList<>();
    }

    private static final Set<FilingState> ACCEPTED = Set.of(
            FilingState.TRANSMITTED,
            FilingState.ARRIVED,
            FilingState.EXAMINING,
            FilingState.CORRECTION_REQUESTED,
            FilingState.DECIDED);

    final Clock clock = Clock.systemUTC();
    /** Questions about one destination. */
    final AtomicInteger claims = new AtomicInteger();
    /** Questions about many. */
    final AtomicInteger looks = new AtomicInteger();

    final Map<FilingKey, Row> rows = new LinkedHashMap<>();
    private final MemoryBus bus;
    /** How many further calls find no database. */
    volatile int outage;

    MemoryState(MemoryBus bus) {
        this.bus = bus;
    }

    synchronized void put(FilingView view, FilingMatter matter) {
        Row row = new Row();
        row.view = view;
        row.matter = matter;
        rows.put(view.key(), row);
        if (view.state() == FilingState.READY) {
            point(view);
        }
    }

    private void point(FilingView view) {
        bus.put(Lane.of(view.destination()), view.key().toString());
    }

    private void requireThere() {
        if (outage > 0) {
            outage--;
            throw new StateUnavailable("the database is away", null);
        }
    }

    synchronized FilingView view(FilingKey key) {
        return rows.get(key).view;
    }

    synchronized Row row(FilingKey key) {
        return rows.get(key);
    }

    synchronized long count(FilingState state) {
        return rows.values().stream().filter(row -> row.view.state() == state).count();
    }

    synchronized List<String> causes(FilingState state) {
        return rows.values().stream()
                .filter(row -> row.view.state() == state)
                .flatMap(row -> row.view.cause().stream())
                .toList();
    }

    @Override
    public synchronized Optional<FilingView> find(FilingKey key) {
        requireThere();
        return Optional.ofNullable(rows.get(key)).map(row -> row.view);
    }

    @Override
    public Optional<FilingMatter> matter(FilingKey key) {
        return Optional.of(rows.get(key).matter);
    }

    @Override
    public OptionalInt release(ArrivalNumber application) {
        return OptionalInt.empty();
    }

    @Override
    public synchronized Transition apply(Change change) {
        requireThere();
        Row row = rows.get(change.filing());
        FilingView now = row.view;
        if (now.version() != change.expectedVersion()) {
            return new Transition.Stale(now);
        }
        FilingState state = now.state();
        for (FilingEvent event : change.events()) {
            Optional<FilingState> next = FilingLifecycle.next(state, event);
            if (next.isEmpty()) {
                return new Transition.Late(now);
            }
            state = next.get();
        }
        row.events.addAll(change.events());
        Set<ReceiptNumber> receipts = new LinkedHashSet<>(now.receipts());
        receipts.addAll(change.receipts());
        return new Transition.Made(move(
                row,
                state,
                now.version() + change.events().size(),
                now.attempts(),
                change.due(),
                change.cause(),
                List.copyOf(receipts)));
    }

    private FilingView move(
            Row row,
            FilingState state,
            long version,
            int attempts,
            Optional<Instant> due,
            Optional<String> cause,
            List<ReceiptNumber> receipts) {
        FilingView now = row.view;
        row.askPause = Duration.ZERO;
        row.view = new FilingView(
                now.key(),
                now.procedure(),
                now.destination(),
                state,
                version,
                attempts,
                due,
                cause,
                receipts,
                now.purpose(),
                now.earlier());
        if (state == FilingState.READY) {
            point(row.view);
        }
        return row.view;
    }

    @Override
    public synchronized Optional<Attempt> begin(FilingKey key, String node, Duration lease) {
        requireThere();
        Row row = rows.get(key);
        if (row == null || row.view.state() != FilingState.READY) {
            return Optional.empty();
        }
        row.lease = clock.instant().plus(lease);
        row.begun = clock.instant();
        FilingView now = row.view;
        row.events.add(FilingEvent.ATTEMPT_STARTED);
        move(
                row,
                FilingState.ATTEMPTING,
                now.version() + 1,
                now.attempts() + 1,
                Optional.empty(),
                Optional.empty(),
                now.receipts());
        return Optional.of(new Attempt(
                key,
                row.view.attempts(),
                row.view.version(),
                node,
                row.lease,
                row.matter,
                now.purpose(),
                now.earlier().map(this::view)));
    }

    private List<FilingKey> sweep(Predicate<Row> which, FilingEvent event, Optional<String> cause) {
        requireThere();
        List<FilingKey> moved = new ArrayList<>();
        for (Row row : rows.values()) {
            if (which.test(row)) {
                FilingView now = row.view;
                row.events.add(event);
                move(
                        row,
                        FilingLifecycle.next(now.state(), event).orElseThrow(),
                        now.version() + 1,
                        now.attempts(),
                        Optional.empty(),
                        cause,
                        now.receipts());
                moved.add(now.key());
            }
        }
        return moved;
    }

    @Override
    public synchronized List<FilingKey> expireLeases(int limit) {
        return sweep(
                row -> row.view.state() == FilingState.ATTEMPTING && row.lease.isBefore(clock.instant()),
                FilingEvent.OUTCOME_UNKNOWN,
                Optional.of("LEASE-EXPIRED"));
    }

    @Override
    public synchronized List<FilingKey> wakeDue(int limit) {
        return sweep(
                row -> row.view.state() == FilingState.WAITING
                        && !row.view.due().orElseThrow().isAfter(clock.instant()),
                FilingEvent.MADE_READY,
                Optional.empty());
    }

    private List<FilingView> claim(Predicate<FilingView> which, Pace pace, int limit) {
        requireThere();
        claims.incrementAndGet();
        List<FilingView> claimed = new ArrayList<>();
        for (Row row : rows.values()) {
            if (claimed.size() < limit && which.test(row.view) && !row.askAt.isAfter(clock.instant())) {
                Duration twice = row.askPause.multipliedBy(2);
                row.askPause = twice.compareTo(pace.first()) < 0
                        ? pace.first()
                        : twice.compareTo(pace.longest()) > 0 ? pace.longest() : twice;
                row.askAt = clock.instant().plus(row.askPause);
                claimed.add(row.view);
            }
        }
        return claimed;
    }

    @Override
    public synchronized List<FilingView> claimForStatus(DestinationId destination, Pace pace, int limit) {
        return claim(view -> view.destination().equals(destination) && ACCEPTED.contains(view.state()), pace, limit);
    }

    @Override
    public synchronized Set<DestinationId> toAsk(Set<DestinationId> among) {
        requireThere();
        looks.incrementAndGet();
        return rows.values().stream()
                .filter(row -> !row.askAt.isAfter(clock.instant()))
                .filter(row -> row.view.state() == FilingState.UNKNOWN || ACCEPTED.contains(row.view.state()))
                .map(row -> row.view.destination())
                .filter(among::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<FilingView> claimUnknown(DestinationId destination, Pace pace, int limit) {
        return claim(
                view -> view.destination().equals(destination) && view.state() == FilingState.UNKNOWN, pace, limit);
    }

    @Override
    public Map<DestinationId, Map<FilingState, Long>> counts() {
        return Map.of();
    }

    @Override
    public List<FilingView> list(
            FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        return List.of();
    }
}
