package io.renkei.routes.internal;

import io.renkei.api.spi.Dispatcher;
import io.renkei.api.spi.LaneSettings;
import io.renkei.api.spi.MessageReader;
import io.renkei.api.spi.NoticeReader;
import io.renkei.api.spi.PaymentReader;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.Reconciler;
import io.renkei.api.spi.StatusReader;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All questions to one destination, one after the other, as far as its connector can ask them. */
final class LanePolls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LanePolls.class);

    private final LaneInstance lane;
    private final List<Question> questions = new ArrayList<>();
    private final AwakePolls awake;
    private final Job job;

    /** One kind of question, as part of the route that an operator may hold. */
    private record Question(LaneRoute route, Poll poll, Steady state) {}

    LanePolls(LaneInstance lane, Dispatcher connector, Kernel kernel, AwakePolls awake) {
        this.lane = lane;
        this.awake = awake;
        Origins origins = new Origins(kernel.applications());
        Answers answers = new Answers(kernel.filings());
        add(
                LaneRoute.RECONCILIATION,
                "Reconciliation",
                new ReconcilePoll(lane, as(Reconciler.class, connector), kernel, origins, answers));
        Optional<StatusReader> statuses = as(StatusReader.class, connector);
        Optional<NoticePoll> notices =
                as(NoticeReader.class, connector).map(reader -> new NoticePoll(lane.destination(), reader, kernel));
        // Well within the time after which a run is interrupted.
        Duration patience = lane.settings().totalTimeout().dividedBy(4);
        Optional<PaymentPoll> payments = as(PaymentReader.class, connector)
                .map(reader -> new PaymentPoll(lane.destination(), patience, reader, kernel, origins));
        if (statuses.isPresent() || notices.isPresent() || payments.isPresent()) {
            add(
                    LaneRoute.NEWS,
                    "Status",
                    new NewsPoll(lane.destination(), patience, statuses, notices, payments, kernel, origins, answers));
        }
        payments.ifPresent(poll -> add(LaneRoute.NEWS, "Payments", poll));
        as(MessageReader.class, connector)
                .ifPresent(reader ->
                        add(LaneRoute.NEWS, "Messages", new MessagePoll(lane.destination(), patience, reader, kernel)));
        as(ReadReceiptSender.class, connector)
                .ifPresent(sender -> add(
                        LaneRoute.READ_RECEIPTS,
                        "Read receipts",
                        new ReadReceiptPoll(lane.destination(), sender, kernel)));
        this.job = new Job(this::pollAll, () -> rhythm(kernel.settings().get(), lane.settings()));
    }

    private static <T> Optional<T> as(Class<T> capability, Dispatcher connector) {
        return capability.isInstance(connector) ? Optional.of(capability.cast(connector)) : Optional.empty();
    }

    private void add(LaneRoute route, String name, Poll poll) {
        questions.add(new Question(route, poll, new Steady(LOG, name + " of destination " + lane.destination())));
    }

    /** Something asked about now is asked about again after the longer of both pauses, and must not be idle before. */
    private static Job.Rhythm rhythm(RoutesSettings now, LaneSettings lane) {
        Duration longer = now.statusPace().first().compareTo(lane.reconcilePause()) > 0
                ? now.statusPace().first()
                : lane.reconcilePause();
        Duration hot = longer.plus(now.pollIdlePause()).plus(now.pollPause());
        return new Job.Rhythm(now.pollPause(), Job.Rhythm.UNCALLED, hot, lane.totalTimeout());
    }

    /** Asks for the first time, as soon as there is a place. */
    void start() {
        awake.add(job);
    }

    /** Something may be open there now. */
    void wake() {
        job.wake();
        awake.add(job);
    }

    /** Whether nothing was open there lately: it asks no more before {@link #wake} or {@link #call}. */
    boolean rests() {
        return job.rests();
    }

    /** Asks now, and goes on as long as something is open. */
    void call() {
        job.call();
        awake.add(job);
    }

    /** Whether there is something to ask that does not stand in the database. */
    boolean isDue() {
        return questions.stream().anyMatch(question -> question.poll().isDue());
    }

    private boolean pollAll() {
        return Mdc.with(Map.of("connector", lane.source().connectorId()), () -> {
            boolean open = false;
            for (Question each : questions) {
                if (lane.stop(each.route()).isEmpty()) {
                    open |= lane.context().loader().with(() -> poll(each.poll(), each.state()));
                }
            }
            return open;
        });
    }

    private static boolean poll(Poll poll, Steady state) {
        try {
            boolean open = poll.poll();
            state.good();
            return open;
        } catch (TransientFailure e) {
            state.bad(Ending.code(e.getMessage()));
        } catch (StateUnavailable e) {
            state.bad(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            state.bad(RoutesCode.THROWN + " " + Traces.of(e));
        }
        return true;
    }

    /** No question begins any more; one that is under way goes on. */
    void end() {
        job.end();
    }

    @Override
    public void close() {
        job.close();
    }
}
