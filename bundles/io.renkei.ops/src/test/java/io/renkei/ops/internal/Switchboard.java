package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lanes in memory. */
final class Switchboard implements Lanes {

    private final Map<DestinationId, LaneView> lanes = new TreeMap<>();

    Switchboard with(DestinationId destination, LaneView.State state, String reason, Optional<Instant> until) {
        lanes.put(
                destination,
                new LaneView(
                        destination,
                        destination.kind(),
                        "io.renkei.connector." + destination.kind() + " 0.1.0",
                        state,
                        reason,
                        until,
                        state == LaneView.State.RUNNING ? 2 : 0,
                        Optional.of(Gateway.NIGHT.minusSeconds(60)),
                        state == LaneView.State.BROKEN ? "EGOV-503" : ""));
        return this;
    }

    Switchboard running(DestinationId destination) {
        return with(destination, LaneView.State.RUNNING, "", Optional.empty());
    }

    @Override
    public List<LaneView> lanes() {
        return List.copyOf(lanes.values());
    }

    @Override
    public void pause(DestinationId destination, String reason, Optional<Instant> until) {
        with(destination, LaneView.State.PAUSED, reason, until);
    }

    @Override
    public void resume(DestinationId destination) {
        running(destination);
    }
}
