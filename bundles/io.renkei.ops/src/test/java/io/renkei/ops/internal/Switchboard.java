package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lanes in memory, and what is held of them. */
final class Switchboard implements Lanes, Holds {

    @Override
    public Optional<Set<Ability>> abilities(DestinationId destination) {
        return lanes.containsKey(destination) ? Optional.of(EnumSet.allOf(Ability.class)) : Optional.empty();
    }

    private final Map<DestinationId, LaneView> lanes = new TreeMap<>();
    private final Map<Hold.Subject, Hold> held = new LinkedHashMap<>();
    private int inFlight = 4;

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
                        Set.of(),
                        state == LaneView.State.RUNNING ? 2 : 0,
                        Optional.of(Gateway.NIGHT.minusSeconds(60)),
                        state == LaneView.State.BROKEN ? "EGOV-503" : "",
                        Optional.empty()));
        return this;
    }

    Switchboard running(DestinationId destination) {
        return with(destination, LaneView.State.RUNNING, "", Optional.empty());
    }

    @Override
    public List<LaneView> lanes() {
        return lanes.values().stream().map(this::now).toList();
    }

    /** Each look finds one filing fewer under way in a lane that is held. */
    private LaneView now(LaneView lane) {
        EnumSet<LaneRoute> routes = EnumSet.noneOf(LaneRoute.class);
        for (LaneRoute route : LaneRoute.values()) {
            if (held.containsKey(new Hold.Route(lane.destination(), route))) {
                routes.add(route);
            }
        }
        boolean paused = routes.contains(LaneRoute.DISPATCH);
        return new LaneView(
                lane.destination(),
                lane.connectorId(),
                lane.bundle(),
                lane.state(),
                lane.reason(),
                lane.until(),
                routes,
                paused ? Math.max(0, inFlight--) : lane.inFlight(),
                lane.lastSuccess(),
                lane.lastFailure(),
                lane.pause());
    }

    @Override
    public List<Hold> holds() {
        return List.copyOf(held.values());
    }

    @Override
    public void put(Hold hold) {
        held.put(hold.subject(), hold);
        if (hold.subject() instanceof Hold.Route route && route.route() == LaneRoute.DISPATCH) {
            LaneView.State state = hold.kind() == Hold.Kind.KILL ? LaneView.State.KILLED : LaneView.State.PAUSED;
            with(route.destination(), state, hold.reason(), hold.until());
        }
    }

    @Override
    public boolean lift(Hold.Subject subject) {
        if (subject instanceof Hold.Route route && route.route() == LaneRoute.DISPATCH) {
            running(route.destination());
        }
        return held.remove(subject) != null;
    }

    /** An operator's pause of sending. */
    void pause(DestinationId destination, String reason, Optional<Instant> until) {
        put(new Hold(
                new Hold.Route(destination, LaneRoute.DISPATCH),
                Hold.Kind.PAUSE,
                reason,
                until,
                "operator",
                Gateway.NIGHT));
    }
}
