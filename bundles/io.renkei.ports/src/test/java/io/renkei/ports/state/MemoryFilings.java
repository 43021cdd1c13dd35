package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Filings in memory, which change by the table of states. How they are sent and asked about is added by those whose tests need it. */
public class MemoryFilings implements FilingStore {

    private final Map<FilingKey, FilingView> rows = new ConcurrentSkipListMap<>();

    public final void put(FilingView filing) {
        rows.put(filing.key(), filing);
    }

    /** A submission that was sent once. */
    public final void put(FilingKey key, DestinationId destination, FilingState state) {
        put(new FilingView(
                key, new ProcedureId("12"), destination, state, 1, 1, Optional.empty(), Optional.empty(), List.of()));
    }

    /** Those of one application, in order. */
    public final List<FilingView> of(ArrivalNumber application) {
        return rows.values().stream()
                .filter(each -> each.key().application().equals(application))
                .toList();
    }

    public final FilingState state(FilingKey key) {
        return rows.get(key).state();
    }

    @Override
    public Optional<FilingView> find(FilingKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized Transition apply(Change change) {
        FilingView now = rows.get(change.filing());
        if (now == null) {
            return new Transition.NoSuchFiling();
        }
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
        FilingView after = new FilingView(
                now.key(),
                now.procedure(),
                now.destination(),
                state,
                now.version() + change.events().size(),
                now.attempts() + (change.events().contains(FilingEvent.ATTEMPT_STARTED) ? 1 : 0),
                state == FilingState.WAITING ? change.due() : Optional.empty(),
                change.cause(),
                Stream.concat(now.receipts().stream(), change.receipts().stream())
                        .toList(),
                now.purpose(),
                now.earlier());
        rows.put(now.key(), after);
        return new Transition.Made(after);
    }

    @Override
    public List<FilingView> list(
            FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        return rows.values().stream()
                .filter(each -> each.state() == state)
                .filter(each -> destination.isEmpty() || destination.get().equals(each.destination()))
                .filter(each -> after.isEmpty() || each.key().compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<DestinationId, Map<FilingState, Long>> counts() {
        Map<DestinationId, Map<FilingState, Long>> counts = new TreeMap<>();
        rows.values()
                .forEach(each -> counts.computeIfAbsent(each.destination(), d -> new EnumMap<>(FilingState.class))
                        .merge(each.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public Optional<FilingMatter> matter(FilingKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalInt release(ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Attempt> begin(FilingKey key, String node, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilingKey> expireLeases(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilingKey> wakeDue(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilingView> claimForStatus(DestinationId destination, Pace pace, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilingView> claimUnknown(DestinationId destination, Pace pace, int limit) {
        throw new UnsupportedOperationException();
    }
}
