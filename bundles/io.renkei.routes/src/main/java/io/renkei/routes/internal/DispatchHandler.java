package io.renkei.routes.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.FilingState;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.bus.Pointer;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.filing.FilingBody;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pointer, one attempt, one written outcome. It returns when nothing of the attempt is left to be told; while the
 * database cannot be had it waits, and it throws only when the lane closes before the attempt began.
 */
final class DispatchHandler implements Bus.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchHandler.class);
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final Duration STUCK_PAUSE = Duration.ofSeconds(30);

    private final LaneInstance lane;
    private final Kernel kernel;
    private final OutcomeWriter writer;
    private final OutcomeRules rules;
    private final FollowUpCalls followUps;
    private final Steady database;

    DispatchHandler(LaneInstance lane, Kernel kernel) {
        this.lane = lane;
        this.kernel = kernel;
        this.writer = new OutcomeWriter(kernel.filings());
        this.rules = new OutcomeRules(
                lane.settings(),
                lane.budget(),
                kernel.clock(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.followUps = new FollowUpCalls(lane);
        this.database = new Steady(LOG, "Lane " + lane.destination());
    }

    @Override
    public void handle(Pointer pointer) {
        FilingKey filing = FilingKey.parse(pointer.key());
        Map<String, String> keys = Map.of(
                "application",
                filing.application().digits(),
                "filing",
                pointer.key(),
                "connector",
                lane.source().connectorId());
        Mdc.with(keys, () -> {
            if (lane.workers().hasPlace()) {
                long leaseEnd = System.nanoTime() + lease().toNanos();
                whenThere(() -> kernel.filings()
                                .begin(filing, kernel.settings().get().node(), lease()))
                        .ifPresent(attempt -> attempt(attempt, leaseEnd));
            } else {
                putOff(filing);
            }
            return null;
        });
    }

    private Duration lease() {
        return lane.settings().totalTimeout().plus(kernel.settings().get().leaseMargin());
    }

    private void attempt(Attempt attempt, long leaseEnd) {
        lane.began();
        if (attempt.number() == 1) {
            lane.budget().firstAttempt();
        }
        try {
            Ending ending = run(attempt);
            lane.ended(ending);
            writer.write(attempt, rules.change(attempt, ending), leaseEnd);
        } finally {
            lane.record().ended();
            lane.polls().wake();
        }
    }

    private Ending run(Attempt attempt) {
        Map<String, String> keys = new HashMap<>(Mdc.keys());
        keys.put("procedure", attempt.matter().procedure().value());
        if (attempt.purpose() == FilingPurpose.WITHDRAWAL) {
            return onWorker(attempt, keys, followUps.withdrawal(attempt));
        }
        FilingBody body;
        try {
            body = FilingBodies.read(attempt.matter().body());
        } catch (IllegalArgumentException e) {
            LOG.error("{} {}", RoutesCode.BODY, RoutesCode.BODY.sentence(), e);
            return new Ending.Failed(RoutesCode.BODY.code());
        }
        OpenedTask task = new OpenedTask(
                attempt,
                body,
                new PackageParts(
                        kernel.contents(), kernel.packages(), attempt.matter().packageContent()));
        try {
            return onWorker(attempt, keys, followUps.correction(attempt, task).orElse(() -> exchange(task)));
        } finally {
            task.end();
        }
    }

    private Ending onWorker(Attempt attempt, Map<String, String> keys, Supplier<Ending> work) {
        return lane.workers()
                .run(
                        attempt.filing(),
                        () -> Mdc.with(keys, work),
                        lane.settings().totalTimeout());
    }

    private Ending exchange(OpenedTask task) {
        Exchange ended = lane.context().send(lane.lane(), task);
        Optional<Throwable> thrown = Optional.ofNullable(ended.getException());
        Ending ending = Ending.of(thrown, ended.getMessage().getBody());
        if (ending instanceof Ending.Lost && thrown.isPresent()) {
            LOG.warn("{} {}", RoutesCode.THROWN, Traces.of(thrown.get()));
        }
        return ending;
    }

    /** Every thread of the lane is held by an attempt that was given up: the filing comes back later. */
    private void putOff(FilingKey filing) {
        lane.stuck();
        Optional<FilingView> now = whenThere(() -> kernel.filings().find(filing));
        if (now.isPresent() && now.get().state() == FilingState.READY) {
            Change later = new Change(
                    filing,
                    now.get().version(),
                    List.of(FilingEvent.DEFERRED),
                    List.of(),
                    Optional.of(kernel.clock().instant().plus(STUCK_PAUSE)),
                    Optional.of(RoutesCode.STUCK.code()),
                    Optional.empty());
            whenThere(() -> Optional.of(kernel.filings().apply(later)));
        }
    }

    /** Asks until the database answers. When the lane closes before, the pointer goes back to its queue. */
    private <T> Optional<T> whenThere(Supplier<Optional<T>> question) {
        while (true) {
            try {
                Optional<T> answer = question.get();
                database.good();
                return answer;
            } catch (StateUnavailable e) {
                database.bad(e.getMessage());
                if (lane.isClosed() || !slept()) {
                    throw e;
                }
            }
        }
    }

    private static boolean slept() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
