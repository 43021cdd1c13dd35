package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.catalogue.Catalogue.Opening;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What must not run now: what an operator holds, and every route to a destination outside its service hours. Safe for use
 * by several threads.
 */
final class Stops {

    private static final Duration LONGEST_TRUST = Duration.ofHours(1);

    private final Supplier<List<Hold>> source;
    private final Supplier<Optional<Catalogue>> catalogue;
    private final Clock clock;
    private final Map<DestinationId, Known> openings = new ConcurrentHashMap<>();
    private volatile Map<Hold.Route, Hold> holds = Map.of();

    /** An opening, and for how long it is to be believed; a clock that is set back ends it too. */
    private record Known(Opening opening, String version, Instant from, Instant until) {

        boolean holds(String current, Instant now) {
            return version.equals(current) && !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * @param source what operators hold; may wait for the database
     * @param catalogue knows service hours; without it every destination counts as open
     */
    Stops(Supplier<List<Hold>> source, Supplier<Optional<Catalogue>> catalogue, Clock clock) {
        this.source = source;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Reads what operators hold; may wait for the database.
     *
     * @return whether anything is held, or was
     */
    boolean refresh() {
        Map<Hold.Route, Hold> before = holds;
        holds = source.get().stream()
                .filter(hold -> hold.subject() instanceof Hold.Route)
                .collect(Collectors.toUnmodifiableMap(hold -> (Hold.Route) hold.subject(), hold -> hold));
        return !before.isEmpty() || !holds.isEmpty();
    }

    Optional<Stop> stop(DestinationId destination, LaneRoute route) {
        Hold hold = holds.get(new Hold.Route(destination, route));
        if (hold != null && !hold.isOver(clock.instant())) {
            LaneView.State kind = hold.kind() == Hold.Kind.KILL ? LaneView.State.KILLED : LaneView.State.PAUSED;
            return Optional.of(new Stop(kind, hold.reason(), hold.until()));
        }
        Opening opening = opening(destination);
        return opening.open()
                ? Optional.empty()
                : Optional.of(new Stop(LaneView.State.CLOSED, "outside its service hours", opening.until()));
    }

    private Opening opening(DestinationId destination) {
        Optional<Catalogue> now = catalogue.get();
        if (now.isEmpty()) {
            return Opening.ALWAYS;
        }
        Instant time = clock.instant();
        String version = now.get().version();
        Known known = openings.get(destination);
        if (known == null || !known.holds(version, time)) {
            Opening opening = now.get().opening(destination, time);
            Instant trust = time.plus(LONGEST_TRUST);
            Instant until = opening.until().filter(trust::isAfter).orElse(trust);
            known = new Known(opening, version, time, until);
            openings.put(destination, known);
        }
        return known.opening();
    }

    /** The routes to the destination that an operator holds. */
    Set<LaneRoute> held(DestinationId destination) {
        EnumSet<LaneRoute> held = EnumSet.noneOf(LaneRoute.class);
        Instant now = clock.instant();
        for (LaneRoute route : LaneRoute.values()) {
            Hold hold = holds.get(new Hold.Route(destination, route));
            if (hold != null && !hold.isOver(now)) {
                held.add(route);
            }
        }
        return held;
    }

    /** Every destination of which an operator holds a route. */
    Set<DestinationId> heldDestinations() {
        return holds.keySet().stream().map(Hold.Route::destination).collect(Collectors.toSet());
    }
}
