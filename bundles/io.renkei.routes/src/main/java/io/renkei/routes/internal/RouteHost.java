package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.LaneSettings;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connectors of this node, one lane per destination. Safe for use by several threads. */
final class RouteHost implements Lanes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteHost.class);
    private static final Duration TICK = Duration.ofMillis(20);

    /** A connector that is updated is away for less; it must find its destination free when it comes back. */
    private static final Duration HEIR_WAITS = Duration.ofSeconds(5);

    private final Kernel kernel;
    private final Duration heirWaits;
    private final Threads threads;
    private final Sweeps sweeps;
    private final Map<DestinationId, LaneInstance> lanes = new ConcurrentHashMap<>();
    private final Stops stops;
    private final Map<Dispatcher, Refused> refused = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Dispatcher, LaneInstance> installed = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<ClassLoader, ConnectorContext> contexts = new HashMap<>();

    /** A connector that is not used. */
    private record Refused(DestinationId destination, ConnectorSource source, RoutesCode code) {}

    RouteHost(Kernel kernel) {
        this(kernel, HEIR_WAITS);
    }

    /** @param heirWaits how long a destination without connector waits for its own before a refused one takes over */
    RouteHost(Kernel kernel, Duration heirWaits) {
        this.kernel = kernel;
        this.heirWaits = heirWaits;
        this.threads = new Threads(kernel.settings().get().pollParallel());
        this.stops = new Stops(kernel.holds(), kernel.catalogue(), kernel.clock());
        this.sweeps = new Sweeps(kernel, this::lookAtStops, this::wakePolls);
    }

    void start() {
        // Before the first connector comes, so that none sends what is held.
        stops.refresh();
        threads.every(TICK, this::tick);
    }

    private void tick() {
        sweeps.jobs().forEach(threads::offerLook);
        lanes.values().forEach(lane -> threads.offer(lane.polls().job()));
    }

    private void lookAtStops() {
        stops.refresh();
        lanes.values().stream().filter(LaneInstance::isToSettle).forEach(lane -> threads.control(lane::settle));
    }

    private void wakePolls() {
        lanes.values().forEach(lane -> lane.polls().wake());
    }

    /** New settings hold from now on. */
    void configured() {
        threads.resize(kernel.settings().get().pollParallel());
    }

    /** A connector appeared. One that cannot be used is refused alone: every other goes on. */
    void add(Dispatcher dispatcher, ConnectorSource source) {
        DestinationId destination;
        LaneSettings settings;
        try {
            destination = dispatcher.destination();
            settings = dispatcher.settings();
            if (destination == null || settings == null) {
                throw new IllegalStateException("a connector names its destination and its settings");
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{}: {} {} {}",
                    source.bundle(),
                    RoutesCode.CONNECTOR,
                    RoutesCode.CONNECTOR.sentence(),
                    Traces.of(e));
            return;
        }
        open(dispatcher, source, destination, settings);
    }

    private synchronized void open(
            Dispatcher dispatcher, ConnectorSource source, DestinationId destination, LaneSettings settings) {
        if (lanes.containsKey(destination)) {
            refuse(dispatcher, new Refused(destination, source, RoutesCode.TWO_CONNECTORS), "");
            return;
        }
        DestinationLane lane = new DestinationLane(source.connectorId(), destination);
        ConnectorContext context;
        try {
            context = context(source);
            context.add(dispatcher, lane);
        } catch (ConnectorRefused e) {
            String why = e.getCause() == null ? e.getMessage() : e.getMessage() + " " + Traces.of(e.getCause());
            refuse(dispatcher, new Refused(destination, source, RoutesCode.CONNECTOR), why);
            closeIfEmpty(source);
            return;
        }
        LaneInstance instance = new LaneInstance(dispatcher, source, settings, context, lane, kernel, threads, stops);
        lanes.put(destination, instance);
        installed.put(dispatcher, instance);
        refused.remove(dispatcher);
        LOG.info("Destination {} is served by {} ({}).", destination, source.connectorId(), source.bundle());
        instance.settle();
    }

    /** Whether the lane reads its queue, or does not, as the state says. */
    boolean isSettledAs(DestinationId destination, LaneView.State state) {
        return lanes.get(destination).isSettledAs(state);
    }

    boolean isHeld(DestinationId destination, LaneRoute route) {
        return stops.held(destination).contains(route);
    }

    private ConnectorContext context(ConnectorSource source) throws ConnectorRefused {
        ConnectorContext context = contexts.get(source.loader());
        if (context == null) {
            try {
                context = ConnectorContext.open(source);
            } catch (RuntimeException | LinkageError e) {
                throw new ConnectorRefused("No Camel context starts for it.", e);
            }
            contexts.put(source.loader(), context);
        }
        return context;
    }

    private void refuse(Dispatcher dispatcher, Refused refusal, String why) {
        refused.put(dispatcher, refusal);
        LOG.error(
                "Destination {}, connector {} of {}: {} {} {}",
                refusal.destination(),
                refusal.source().connectorId(),
                refusal.source().bundle(),
                refusal.code(),
                refusal.code().sentence(),
                why);
    }

    /** A connector goes. Returns when what it had under way has ended and its routes are gone. */
    void remove(Dispatcher dispatcher) {
        refused.remove(dispatcher);
        LaneInstance instance = installed.get(dispatcher);
        if (instance != null) {
            instance.close();
            drop(dispatcher, instance);
        }
    }

    private synchronized void drop(Dispatcher dispatcher, LaneInstance instance) {
        if (!installed.remove(dispatcher, instance)) {
            return;
        }
        lanes.remove(instance.destination());
        instance.context().remove(instance.lane());
        closeIfEmpty(instance.source());
        LOG.info(
                "Destination {} is no longer served by {}.",
                instance.destination(),
                instance.source().bundle());
        if (heir(instance.destination()).isPresent()) {
            threads.later(heirWaits, () -> takeOver(instance.destination()));
        }
    }

    private synchronized void takeOver(DestinationId destination) {
        if (!lanes.containsKey(destination)) {
            heir(destination).ifPresent(heir -> add(heir, refused.remove(heir).source()));
        }
    }

    private Optional<Dispatcher> heir(DestinationId destination) {
        synchronized (refused) {
            return refused.entrySet().stream()
                    .filter(entry -> entry.getValue().destination().equals(destination))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private List<Refused> refusals() {
        synchronized (refused) {
            return List.copyOf(refused.values());
        }
    }

    private void closeIfEmpty(ConnectorSource source) {
        ConnectorContext context = contexts.get(source.loader());
        if (context != null && context.isEmpty()) {
            contexts.remove(source.loader());
            context.close();
        }
    }

    @Override
    public List<LaneView> lanes() {
        List<LaneView> views = new ArrayList<>();
        lanes.values().forEach(lane -> views.add(lane.view()));
        stops.heldDestinations().stream()
                .filter(destination -> !lanes.containsKey(destination))
                .forEach(destination -> stops.stop(destination, LaneRoute.DISPATCH)
                        .ifPresent(stop ->
                                views.add(idle(destination, "", "", stop.kind(), stop.reason(), stop.until()))));
        refusals()
                .forEach(each -> views.add(idle(
                        each.destination(),
                        each.source().connectorId(),
                        each.source().bundle(),
                        LaneView.State.REFUSED,
                        each.code().code(),
                        Optional.empty())));
        views.sort(Comparator.comparing(LaneView::destination).thenComparing(LaneView::state));
        return views;
    }

    @Override
    public Optional<Set<Ability>> abilities(DestinationId destination) {
        return Optional.ofNullable(lanes.get(destination)).map(FollowUpCalls::abilities);
    }

    private LaneView idle(
            DestinationId destination,
            String connectorId,
            String bundle,
            LaneView.State state,
            String reason,
            Optional<Instant> until) {
        return new LaneView(
                destination,
                connectorId,
                bundle,
                state,
                reason,
                until,
                stops.held(destination),
                0,
                Optional.empty(),
                "");
    }

    @Override
    public void close() {
        refused.clear();
        List<Dispatcher> all;
        synchronized (installed) {
            all = List.copyOf(installed.keySet());
        }
        all.forEach(this::remove);
        sweeps.jobs().forEach(Job::close);
        threads.close();
    }
}
