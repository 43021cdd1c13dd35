package io.renkei.portal.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
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

/** Filings that can be looked up; each put is one version more. */
final class MemoryFilings implements FilingStore {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");

    private final Map<FilingKey, FilingView> rows = new ConcurrentHashMap<>();

    void put(FilingKey key, FilingState state) {
        long version =
                Optional.ofNullable(rows.get(key)).map(FilingView::version).orElse(0L) + 1;
        rows.put(
                key,
                new FilingView(
                        key,
                        new ProcedureId("12"),
                        HELLO_WORK,
                        state,
                        version,
                        1,
                        Optional.empty(),
                        Optional.of("HELLOWORK-503"),
                        List.of(new ReceiptNumber(HELLO_WORK, "arrival", "ARRIVAL-0042"))));
    }

    @Override
    public Optional<FilingView> find(FilingKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public Optional<FilingMatter> matter(FilingKey key) {
        throw new AssertionError("the portal is told nothing of the matter");
    }

    @Override
    public OptionalInt release(ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transition apply(Change change) {
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
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FilingView> list(
            FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
