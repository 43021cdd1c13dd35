package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Questions about filings. */
public final class Filings {

    private static final int MOST = 100;

    private final FilingStore store;

    public Filings(FilingStore store) {
        this.store = store;
    }

    /** Those in one state, by key. */
    public Answer list(FilingState state, Optional<DestinationId> destination, Optional<FilingKey> after, int limit) {
        List<FilingView> found = store.list(state, destination, after, Names.limit(limit, MOST));
        Optional<FilingKey> next = found.size() < limit
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).key());
        return new FilingPage(found, next);
    }

    /** How many stand where. */
    public Answer counts(Optional<DestinationId> destination) {
        Map<DestinationId, Map<FilingState, Long>> counts = new TreeMap<>(store.counts());
        destination.ifPresent(only -> counts.keySet().retainAll(List.of(only)));
        return new FilingCounts(counts);
    }
}
