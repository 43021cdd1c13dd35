package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.ports.lanes.LaneView;
import java.util.Map;
import java.util.Optional;

/**
 * A destination with its lane and its filings.
 *
 * @param lane empty where no connector is installed
 * @param counts empty while the database is down
 */
record LaneRow(DestinationId destination, Optional<LaneView> lane, Optional<Map<FilingState, Long>> counts) {

    /** Those that would be sent if the lane ran. */
    Optional<Long> waiting() {
        return counts.map(
                states -> states.getOrDefault(FilingState.READY, 0L) + states.getOrDefault(FilingState.WAITING, 0L));
    }

    Optional<Long> parked() {
        return counts.map(states -> states.getOrDefault(FilingState.PARKED, 0L));
    }

    /** A lane's state, or MISSING. */
    String state() {
        return lane.map(view -> view.state().name()).orElse("MISSING");
    }
}
