package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.api.spi.Troubles.Trouble;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The lanes of this node. */
public final class Connectors {

    private final Lanes lanes;
    private final Optional<FilingStore> filings;
    private final List<Trouble> troubles;

    /** @param filings for the counts; empty while the database is down */
    public Connectors(Lanes lanes, Optional<FilingStore> filings, ConnectorTroubles troubles) {
        this.lanes = lanes;
        this.filings = filings;
        this.troubles = troubles.all();
    }

    /** Every lane, every destination that filings wait for without one, and what no connector could be made of. */
    public Answer list() {
        return sheet(Optional.empty());
    }

    LaneSheet only(DestinationId destination) {
        return sheet(Optional.of(destination));
    }

    /** The lane that is used. */
    Optional<LaneView> lane(DestinationId destination) {
        return LaneSight.of(destination, lanes.lanes()).lane();
    }

    private LaneSheet sheet(Optional<DestinationId> only) {
        Optional<Map<DestinationId, Map<FilingState, Long>>> counts = filings.map(FilingStore::counts);
        List<LaneRow> rows = new ArrayList<>();
        Set<DestinationId> seen = new HashSet<>();
        for (LaneView lane : lanes.lanes()) {
            seen.add(lane.destination());
            rows.add(new LaneRow(lane.destination(), Optional.of(lane), count(counts, lane.destination())));
        }
        new TreeMap<>(counts.orElse(Map.of()))
                .keySet().stream()
                        .filter(destination -> !seen.contains(destination))
                        .map(destination -> new LaneRow(destination, Optional.empty(), count(counts, destination)))
                        .filter(row -> row.waiting().orElse(0L) > 0 || only.isPresent())
                        .forEach(rows::add);
        return new LaneSheet(
                rows.stream()
                        .filter(row -> only.isEmpty() || only.get().equals(row.destination()))
                        .sorted(Comparator.comparing(LaneRow::destination))
                        .toList(),
                only.isEmpty() ? troubles : List.of());
    }

    private static Optional<Map<FilingState, Long>> count(
            Optional<Map<DestinationId, Map<FilingState, Long>>> counts, DestinationId destination) {
        return counts.map(all -> all.getOrDefault(destination, Map.of()));
    }
}
