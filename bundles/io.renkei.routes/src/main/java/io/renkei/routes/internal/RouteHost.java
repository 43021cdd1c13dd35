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
import java.util.OptionalLong;
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

    private final Duration heirWaits;
    private final Threads threads;
    private final Sweeps sweeps;
    private final Map<DestinationId, LaneInstance> lanes = new ConcurrentHashMap<>();
    private final Stops stops;
    private final EndingLanes ending = new EndingLanes();
    private final AwakePolls awake = new AwakePolls();
    private final Shared shared;
    private final NoticeFolders folders;
    private final Map<Dispatcher, Refused> refused = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Dispatcher, LaneInstance> installed = Collections.synchronizedMap(new IdentityHashMap<>());
    private final ConnectorContexts contexts;
    private final Map<DestinationId, OptionalLong> lastBegan = new HashMap<>();

    /** A connector that is not used. */
    private record Refused(DestinationId destination, ConnectorSource source, RoutesCode code) {}

    RouteHost(Kernel kernel) {
        this(kernel, HEIR_WAITS);
    }

    /** @param heirWaits how long a destination without connector waits for its own before a refused one takes over */
    RouteHost(Kernel kernel, Duration heirWaits) {
        this.heirWaits = heirWaits;
        this.threads = new Threads(kernel.settings().get().pollParallel());
        this.contexts = new ConnectorContexts(threads);
        this.stops = new Stops(kernel.holds(), kernel.catalogue(), kernel.clock());
        this.shared = new Shared(kernel, threads, stops, ending, awake);
        this.folders = new NoticeFolders(shared);
        this.sweeps = new Sweeps(kernel, this::lookAtStops, new IdleLanes(kernel, lanes::values)::look);
    }

    void start() {
        // Before the first connector comes, so that none sends what is held.
        stops.refresh();
        threads.every(TICK, this::tick);
    }

    private void tick() {
        sweeps.jobs().forEach(threads::offerLook);
        awake.offer(threads);
        folders.offer(threads);
    }

    NoticeFolders folders() {
        return folders;
    }

    private void lookAtStops() {
        if (stops.refresh()) {
            lanes.values().forEach(LaneInstance::heedKill);
            ending.all().forEach(LaneInstance::heedKill);
        }
        lanes.values().stream().filter(LaneInstance::isToSettle).forEach(lane -> threads.control(lane::settle));
    }

    /** New settings hold from now on. */
    void configured() {
        threads.resize(shared.kernel().settings().get().pollParallel());
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
        DestinationLane lane;
        ConnectorContext context;
        try {
            context = contexts.of(source);
            lane = context.free(new DestinationLane(source.connectorId(), destination));
            context.add(dispatcher, lane);
        } catch (ConnectorRefused e) {
            String why = e.getCause() == null ? e.getMessage() : e.getMessage() + " " + Traces.of(e.getCause());
            refuse(dispatcher, new Refused(destination, source, RoutesCode.CONNECTOR), why);
            closeIfEmpty(source);
            return;
        }
        LaneRecord record = new LaneRecord(lastBegan.getOrDefault(destination, OptionalLong.empty()));
        LaneInstance instance = new LaneInstance(dispatcher, source, settings, context, lane, record, shared);
        lanes.put(destination, instance);
        installed.put(dispatcher, instance);
        refused.remove(dispatcher);
        LOG.info("Destination {} is served by {} ({}).", destination, source.connectorId(), source.bundle());
        instance.settle();
        instance.polls().start();
    }

    /** Whether the lane reads its queue, or does not, as the state says. */
    boolean isSettledAs(DestinationId destination, LaneView.State state) {
        return lanes.get(destination).isSettledAs(state);
    }

    boolean isHeld(DestinationId destination, LaneRoute route) {
        return stops.held(destination).contains(route);
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
            if (forget(dispatcher, instance)) {
                clear(instance);
            }
        }
    }

    /**
     * A connector goes while its bundle stays, for one with other settings or for good. Returns at once: its destination
     * is free for another lane, while what it has under way ends on the settings that it had.
     */
    void leave(Dispatcher dispatcher) {
        refused.remove(dispatcher);
        LaneInstance instance = installed.get(dispatcher);
        if (instance != null) {
            // First, so that at each moment somebody has what is under way.
            ending.add(instance);
            instance.leave();
            if (forget(dispatcher, instance)) {
                threads.control(() -> end(instance));
            } else {
                ending.ended(instance);
            }
        }
    }

    private void end(LaneInstance instance) {
        try {
            instance.close();
        } finally {
            clear(instance);
            ending.ended(instance);
            // What ended may have to be asked about.
            Optional.ofNullable(lanes.get(instance.destination()))
                    .ifPresent(lane -> lane.polls().wake());
        }
    }

    boolean hasEndingLanes() {
        return !ending.all().isEmpty();
    }

    /** Returns when nothing is left of lanes that {@link #leave} left with classes of this loader. */
    void awaitEnd(ClassLoader loader) {
        ending.await(lane -> lane.source().loader() == loader);
    }

    private void clear(LaneInstance instance) {
        instance.context().remove(instance.lane());
        closeIfEmpty(instance.source());
    }

    /** The destination is free from now on. False if somebody else saw to that. */
    private synchronized boolean forget(Dispatcher dispatcher, LaneInstance instance) {
        if (!installed.remove(dispatcher, instance)) {
            return false;
        }
        lanes.remove(instance.destination());
        lastBegan.put(instance.destination(), instance.record().lastBegan());
        int underWay = instance.record().inFlight();
        LOG.info(
                "Destination {} is no longer served by {}{}.",
                instance.destination(),
                instance.source().bundle(),
                underWay == 0 ? "" : "; " + underWay + " filings under way end on the settings that it had");
        if (heir(instance.destination()).isPresent()) {
            threads.later(heirWaits, () -> takeOver(instance.destination()));
        }
        return true;
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

    /** Not while a lane is added to it. */
    private synchronized void closeIfEmpty(ConnectorSource source) {
        contexts.closeIfEmpty(source);
    }

    @Override
    public List<LaneView> lanes() {
        List<LaneView> views = new ArrayList<>();
        lanes.values().forEach(lane -> views.add(lane.view()));
        ending.all().stream()
                .filter(lane -> !lanes.containsKey(lane.destination())
                        && stops.stop(lane.destination(), LaneRoute.DISPATCH).isEmpty())
                .forEach(lane -> views.add(lane.view()));
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
                state == LaneView.State.REFUSED ? 0 : ending.inFlight(destination),
                Optional.empty(),
                "",
                Optional.empty());
    }

    @Override
    public void close() {
        refused.clear();
        List<Dispatcher> all;
        synchronized (installed) {
            all = List.copyOf(installed.keySet());
        }
        all.forEach(this::remove);
        ending.await(lane -> true);
        contexts.close();
        folders.end();
        sweeps.jobs().forEach(Job::close);
        threads.close();
    }
}
