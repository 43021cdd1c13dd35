package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.LaneSettings;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.lanes.LaneView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connector at work. Its queue is read while the lane is neither paused nor broken nor closed; what waits, waits on
 * the queue. The number of readers is the connector's concurrency. Safe for use by several threads.
 */
final class LaneInstance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneInstance.class);

    private final Dispatcher dispatcher;
    private final ConnectorSource source;
    private final LaneSettings settings;
    private final ConnectorContext context;
    private final DestinationLane lane;
    private final Kernel kernel;
    private final Threads threads;
    private final Stops stops;
    private final EndingLanes ending;
    private final LaneWorkers workers;
    private final Breaker breaker;
    private final RetryBudget budget;
    private final LanePolls polls;
    private final LaneRecord record;
    private final Object reading = new Object();
    private volatile Bus.Subscription subscription;
    private volatile Optional<Instant> nextProbe = Optional.empty();
    private volatile Optional<Stop> applied = Optional.empty();
    private volatile boolean closed;

    LaneInstance(
            Dispatcher dispatcher,
            ConnectorSource source,
            LaneSettings settings,
            ConnectorContext context,
            DestinationLane lane,
            LaneRecord record,
            Shared shared) {
        this.dispatcher = dispatcher;
        this.source = source;
        this.settings = settings;
        this.context = context;
        this.lane = lane;
        this.record = record;
        this.kernel = shared.kernel();
        this.threads = shared.threads();
        this.stops = shared.stops();
        this.ending = shared.ending();
        this.budget = new RetryBudget(kernel.settings(), System::nanoTime);
        this.workers = new LaneWorkers(lane.name(), settings.concurrency());
        this.breaker = new Breaker(() -> kernel.settings().get().breakerFailures());
        this.polls = new LanePolls(this, dispatcher, kernel, shared.awake());
    }

    DestinationId destination() {
        return lane.destination();
    }

    ConnectorSource source() {
        return source;
    }

    /** What else its connector can do; empty if it cannot. */
    <T> Optional<T> as(Class<T> capability) {
        return capability.isInstance(dispatcher) ? Optional.of(capability.cast(dispatcher)) : Optional.empty();
    }

    LaneSettings settings() {
        return settings;
    }

    ConnectorContext context() {
        return context;
    }

    DestinationLane lane() {
        return lane;
    }

    LaneWorkers workers() {
        return workers;
    }

    LaneRecord record() {
        return record;
    }

    LanePolls polls() {
        return polls;
    }

    RetryBudget budget() {
        return budget;
    }

    /** Why a route must not run now. */
    Optional<Stop> stop(LaneRoute route) {
        return stops.stop(destination(), route);
    }

    /** Whether an order came, or service hours began or ended, that {@link #settle} has not seen. */
    boolean isToSettle() {
        return !applied.map(Stop::kind).equals(stop(LaneRoute.DISPATCH).map(Stop::kind));
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether a thread that was left behind, here or by a lane before, may still be sending the filing. */
    boolean stillSending(FilingKey filing) {
        return workers.stillSending(filing) || ending.stillSending(filing);
    }

    /** Gives up what is under way if that is ordered. Does not wait, also while an order of before is waited for. */
    void heedKill() {
        synchronized (workers) {
            if (stop(LaneRoute.DISPATCH).filter(Stop::isKill).isPresent()) {
                workers.kill();
            } else {
                workers.revive();
            }
        }
    }

    /** Opens or closes the queue as the lane's state wants it; returns when what had to end has ended. */
    void settle() {
        heedKill();
        synchronized (reading) {
            Optional<Stop> stop = stop(LaneRoute.DISPATCH);
            tell(stop);
            applied = stop;
            boolean wanted = !closed && !breaker.isOpen() && stop.isEmpty();
            if (wanted && subscription == null) {
                subscription = kernel.bus()
                        .subscribe(Lane.of(destination()), settings.concurrency(), new DispatchHandler(this, kernel));
            } else if (!wanted && subscription != null) {
                subscription.close();
                subscription = null;
            }
        }
    }

    /** Whether all that a stop of this kind demands is done. */
    boolean isSettledAs(LaneView.State state) {
        synchronized (reading) {
            return applied.map(Stop::kind).equals(Optional.of(state)) && subscription == null;
        }
    }

    private void tell(Optional<Stop> now) {
        if (!now.map(Stop::kind).equals(applied.map(Stop::kind))) {
            now.ifPresentOrElse(
                    stop -> LOG.info(
                            "Destination {} is {}{}.",
                            destination(),
                            stop.kind(),
                            stop.until().map(end -> " until " + end).orElse("")),
                    () -> LOG.info("Destination {} is open again; its filings go on.", destination()));
        }
    }

    /** An attempt begins. */
    void began() {
        record.began(System.nanoTime())
                .ifPresent(pause -> LOG.info(
                        "Destination {}: the first filing of its new connector began {} ms after the last one before.",
                        destination(),
                        pause.toMillis()));
    }

    /** An attempt ended. */
    void ended(Ending ending) {
        if (ending instanceof Ending.Answered answered) {
            Optional<String> lost = answered.outcome()
                    .fold(
                            taken -> Optional.<String>empty(),
                            refused -> Optional.empty(),
                            deferred -> Optional.empty(),
                            unknown -> Optional.of(Ending.code(unknown.cause())),
                            other -> Optional.of(RoutesCode.NO_OUTCOME.code()));
            lost.ifPresentOrElse(record::failed, () -> {
                record.succeeded(kernel.clock().instant());
                breaker.answered();
            });
        } else if (ending instanceof Ending.FailedForNow failed) {
            record.failed(failed.code());
            if (breaker.failed(failed.code())) {
                broke();
            }
        } else {
            record.failed(ending instanceof Ending.Failed failed ? failed.code() : ((Ending.Lost) ending).code());
        }
    }

    /** Attempts that were given up hold all threads. */
    void stuck() {
        if (breaker.trip(RoutesCode.STUCK.code())) {
            LOG.error("Destination {}: {} {}", destination(), RoutesCode.STUCK, RoutesCode.STUCK.sentence());
            broke();
        }
    }

    private void broke() {
        LOG.warn(
                "Destination {} is broken after {}; its filings wait, and it is probed until it answers.",
                destination(),
                breaker.code());
        planProbe();
        threads.control(this::settle);
    }

    private void planProbe() {
        RoutesSettings now = kernel.settings().get();
        Duration wait = new Backoff(now.breakerFirstPause(), now.breakerLongestPause())
                .pause(breaker.openings(), () -> ThreadLocalRandom.current().nextDouble());
        nextProbe = Optional.of(kernel.clock().instant().plus(wait));
        threads.later(wait, this::probe);
    }

    private void probe() {
        if (closed || !breaker.isOpen()) {
            return;
        }
        if (stop(LaneRoute.DISPATCH).isPresent()) {
            planProbe();
            return;
        }
        Optional<String> trouble = workers.hasPlace() ? trouble() : Optional.of(RoutesCode.STUCK.code());
        if (trouble.isPresent()) {
            breaker.probeFailed(trouble.get());
            planProbe();
            return;
        }
        breaker.close();
        nextProbe = Optional.empty();
        LOG.info("Destination {} answers again; its filings go on.", destination());
        settle();
    }

    private Optional<String> trouble() {
        try {
            var health = context.loader().with(dispatcher::probe);
            return health.reachable() ? Optional.empty() : Optional.of(Ending.code(health.code()));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(RoutesCode.PROBE.code());
        }
    }

    LaneView view() {
        Optional<Stop> stop = stop(LaneRoute.DISPATCH);
        boolean broken = breaker.isOpen() && !closed;
        return new LaneView(
                destination(),
                source.connectorId(),
                source.bundle(),
                stop.map(Stop::kind).orElse(ownState()),
                stop.map(Stop::reason).orElse(broken ? breaker.code() : ""),
                stop.isPresent() ? stop.get().until() : nextProbe,
                stops.held(destination()),
                ending.inFlight(destination()) + (ending.has(this) ? 0 : record.inFlight()),
                record.lastSuccess(),
                record.lastFailure(),
                record.pause());
    }

    private LaneView.State ownState() {
        if (closed) {
            return LaneView.State.ENDING;
        }
        return breaker.isOpen() ? LaneView.State.BROKEN : LaneView.State.RUNNING;
    }

    /** Takes no further pointer, and asks nothing more. Does not wait for what is under way; {@link #close} does. */
    void leave() {
        closed = true;
        polls.end();
        Bus.Subscription open = subscription;
        if (open != null) {
            open.stop();
        }
    }

    /**
     * Takes no further pointer, and returns when what is under way has ended and is written. Questions end first, while
     * filings still go out: a slow answer to one is no pause of the lane.
     */
    @Override
    public void close() {
        polls.close();
        closed = true;
        settle();
        workers.close();
    }
}
