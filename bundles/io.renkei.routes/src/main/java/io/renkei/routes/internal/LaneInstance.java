package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.LaneSettings;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Lane;
import io.renkei.ports.lanes.LaneView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connector at work. Its queue is read while the lane is neither paused nor broken nor closed; what waits, waits on
 * the queue. The number of readers is the connector's concurrency.
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
    private final Supplier<Optional<Pause>> pause;
    private final LaneWorkers workers;
    private final Breaker breaker;
    private final LanePolls polls;
    private final LaneRecord record = new LaneRecord();
    private final Object reading = new Object();
    private Bus.Subscription subscription;
    private volatile Optional<Instant> nextProbe = Optional.empty();
    private volatile boolean closed;

    LaneInstance(
            Dispatcher dispatcher,
            ConnectorSource source,
            LaneSettings settings,
            ConnectorContext context,
            DestinationLane lane,
            Kernel kernel,
            Threads threads,
            Supplier<Optional<Pause>> pause) {
        this.dispatcher = dispatcher;
        this.source = source;
        this.settings = settings;
        this.context = context;
        this.lane = lane;
        this.kernel = kernel;
        this.threads = threads;
        this.pause = pause;
        this.workers = new LaneWorkers("lane." + lane.destination(), settings.concurrency());
        this.breaker = new Breaker(() -> kernel.settings().get().breakerFailures());
        this.polls = new LanePolls(this, dispatcher, kernel);
    }

    DestinationId destination() {
        return lane.destination();
    }

    ConnectorSource source() {
        return source;
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

    boolean isClosed() {
        return closed;
    }

    /** Opens or closes the queue as the lane's state wants it; returns when what had to end has ended. */
    void settle() {
        synchronized (reading) {
            boolean wanted = !closed && !breaker.isOpen() && pause.get().isEmpty();
            if (wanted && subscription == null) {
                subscription = kernel.bus()
                        .subscribe(Lane.of(destination()), settings.concurrency(), new DispatchHandler(this, kernel));
            } else if (!wanted && subscription != null) {
                subscription.close();
                subscription = null;
            }
        }
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
        Optional<Pause> paused = pause.get();
        boolean broken = breaker.isOpen();
        LaneView.State state =
                paused.isPresent() ? LaneView.State.PAUSED : broken ? LaneView.State.BROKEN : LaneView.State.RUNNING;
        return new LaneView(
                destination(),
                source.connectorId(),
                source.bundle(),
                state,
                paused.map(Pause::reason).orElse(broken ? breaker.code() : ""),
                paused.isPresent() ? paused.get().until() : nextProbe,
                record.inFlight(),
                record.lastSuccess(),
                record.lastFailure());
    }

    /** Takes no further pointer, and returns when what is under way has ended and is written. */
    @Override
    public void close() {
        closed = true;
        settle();
        polls.close();
        workers.close();
    }
}
