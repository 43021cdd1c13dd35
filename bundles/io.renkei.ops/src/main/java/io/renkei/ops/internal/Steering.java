package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What an operator may do with lanes, on all nodes and across restarts. */
public final class Steering {

    private static final Duration STEP = Duration.ofMillis(50);

    /** A lane looks at its orders four times a second. */
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(2);

    private final Holds holds;
    private final Supplier<Connectors> connectors;
    private final Clock clock;
    private final String by;
    private final Rest rest;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Rest {
        void rest(Duration time) throws InterruptedException;
    }

    /** What is ordered. */
    public record Order(Set<LaneRoute> routes, Hold.Kind kind, String reason, Optional<Instant> until) {
        public Order {
            routes = Set.copyOf(routes);
        }
    }

    /**
     * @param connectors asked for only where lanes are steered
     * @param by who orders
     */
    public Steering(Holds holds, Supplier<Connectors> connectors, Clock clock, String by, Rest rest) {
        this.holds = holds;
        this.connectors = connectors;
        this.clock = clock;
        this.by = by;
        this.rest = rest;
    }

    /**
     * The routes that an operator named.
     *
     * @param words empty for {@code usual}; {@code all} for all
     * @throws OpsFault if a word is no route
     */
    public static Set<LaneRoute> routes(List<String> words, Set<LaneRoute> usual) {
        if (words == null || words.isEmpty()) {
            return usual;
        }
        EnumSet<LaneRoute> routes = EnumSet.noneOf(LaneRoute.class);
        for (String word : words) {
            if (word.equals("all")) {
                return Set.of(LaneRoute.values());
            }
            routes.add(LaneRoute.of(word)
                    .orElseThrow(() -> OpsCode.ARGUMENT.fault("\"" + word
                            + "\" is no route; use dispatch, reconciliation, news, read-receipts or all.")));
        }
        return routes;
    }

    /** Holds routes to a destination, and waits a moment until this node's lane has seen it. */
    public Answer hold(DestinationId destination, Order order) {
        for (LaneRoute route : LaneRoute.values()) {
            if (order.routes().contains(route)) {
                put(new Hold.Route(destination, route), order);
            }
        }
        await(destination, UNTIL_SEEN, lane -> lane.held().containsAll(order.routes()), still -> {});
        return connectors.get().only(destination);
    }

    private void put(Hold.Subject subject, Order order) {
        try {
            holds.put(new Hold(subject, order.kind(), order.reason().strip(), order.until(), by, clock.instant()));
        } catch (IllegalArgumentException e) {
            throw OpsCode.ARGUMENT.fault(e.getMessage() + ".");
        }
    }

    /**
     * Pauses and waits until nothing is under way on this node.
     *
     * @param patience the longest wait
     * @param progress told how many filings are under way, when it changes
     */
    public Answer drain(DestinationId destination, Order order, Duration patience, IntConsumer progress) {
        hold(destination, order);
        int left = await(destination, patience, lane -> lane.inFlight() == 0, progress);
        return new Drained(connectors.get().only(destination), left);
    }

    /** @return how many filings are under way at the end */
    private int await(DestinationId destination, Duration patience, Predicate<LaneView> goal, IntConsumer progress) {
        int last = -1;
        for (long i = patience.dividedBy(STEP); ; i--) {
            Optional<LaneView> lane = connectors.get().lane(destination);
            int now = lane.map(LaneView::inFlight).orElse(0);
            if (now != last) {
                progress.accept(now);
                last = now;
            }
            if (lane.isEmpty() || goal.test(lane.get()) || i <= 0) {
                return now;
            }
            try {
                rest.rest(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return now;
            }
        }
    }

    /** Lifts the holds of these routes. A broken lane stays broken until its destination answers. */
    public Answer resume(DestinationId destination, Set<LaneRoute> routes) {
        for (LaneRoute route : LaneRoute.values()) {
            if (routes.contains(route)) {
                holds.lift(new Hold.Route(destination, route));
            }
        }
        await(destination, UNTIL_SEEN, lane -> lane.held().stream().noneMatch(routes::contains), still -> {});
        return connectors.get().only(destination);
    }

    /** New applications get 503 with {@code Retry-After}; what is under way is taken. */
    public Answer pauseIntake(String reason, Optional<Instant> until) {
        put(new Hold.Intake(), new Order(Set.of(), Hold.Kind.PAUSE, reason, until));
        return new IntakeSheet(intake());
    }

    public Answer resumeIntake() {
        holds.lift(new Hold.Intake());
        return new IntakeSheet(intake());
    }

    private Optional<Hold> intake() {
        return holds.holds().stream()
                .filter(hold -> hold.subject() instanceof Hold.Intake)
                .findFirst();
    }
}
