package io.renkei.notices.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.Pace;
import io.renkei.ports.state.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Filings by the table of states. */
final class MemoryFilings implements FilingStore {

    private final Map<FilingKey, FilingView> rows = new ConcurrentHashMap<>();

    void put(FilingKey key, DestinationId destination, FilingState state) {
        rows.put(key, view(key, destination, state, 1));
    }

    private static FilingView view(FilingKey key, DestinationId destination, FilingState state, long version) {
        return new FilingView(
                key,
                new ProcedureId("12"),
                destination,
                state,
                version,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    FilingState state(FilingKey key) {
        return rows.get(key).state();
    }

    @Override
    public Optional<FilingView> find(FilingKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public Transition apply(Change change) {
        FilingView now = rows.get(change.filing());
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
        FilingView after = view(
                now.key(),
                now.destination(),
                state,
                now.version() + change.events().size());
        rows.put(now.key(), after);
        return new Transition.Made(after);
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
