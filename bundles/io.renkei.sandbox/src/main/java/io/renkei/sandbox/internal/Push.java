package io.renkei.sandbox.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes one official document per filing when it is decided, until the gateway takes it. The ledger is the memory: a
 * submission without an entry of kind {@value #PUSHED} is still to be pushed, so that a kill loses no push; a push whose
 * answer was lost goes again, with the same bytes.
 */
final class Push implements AutoCloseable {

    static final String PUSHED = "pushed";

    private static final Logger LOG = LoggerFactory.getLogger(Push.class);
    private static final int THREADS = 4;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Ledger ledger;
    private final Progress progress;
    private final Clock clock;
    private final Courier courier;
    private final List<Pushing> pushings;
    private final ScheduledThreadPoolExecutor threads;

    /** Brings one message to the gateway. */
    interface Courier {
        /**
         * @return the status of the answer
         * @throws IOException if there is none
         */
        int bring(Pushing.Message message) throws IOException, InterruptedException;
    }

    Push(Ledger ledger, Progress progress, Clock clock, Courier courier, List<Pushing> pushings) {
        this.ledger = ledger;
        this.progress = progress;
        this.clock = clock;
        this.courier = courier;
        this.pushings = List.copyOf(pushings);
        this.threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "sandbox-push");
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Takes up what an earlier process left, and follows the ledger from now on. */
    void start() {
        ledger.listen(this::consider);
        ledger.after(0).forEach(this::consider);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void consider(Ledger.Entry entry) {
        if (!entry.kind().equals(Ledger.SUBMISSION) || entry.doubled() || isPushed(entry)) {
            return;
        }
        for (Pushing pushing : pushings) {
            if (pushing.covers(entry.destination())) {
                Instant due = progress.at(entry, Progress.Step.DECIDED);
                later(pushing, entry, Duration.between(clock.instant(), due).toMillis(), FIRST_PAUSE_MILLIS);
            }
        }
    }

    private void later(Pushing pushing, Ledger.Entry entry, long millis, long nextPause) {
        try {
            threads.schedule(() -> push(pushing, entry, nextPause), Math.max(millis, 0), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The sandbox stops; the push of {} waits for its next start", entry.filing());
        }
    }

    private void push(Pushing pushing, Ledger.Entry entry, long pause) {
        if (isPushed(entry)) {
            return;
        }
        if (!progress.isDecided(entry)) {
            later(pushing, entry, FIRST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS);
            return;
        }
        String problem;
        try {
            Pushing.Message message = pushing.message(entry);
            int status = courier.bring(message);
            if (status / 100 == 2) {
                ledger.append(
                        entry.destination(),
                        entry.filing(),
                        PUSHED,
                        n -> entry.remoteId(),
                        Digests.sha256(message.body()),
                        Map.of());
                return;
            }
            problem = "answered " + status;
        } catch (IOException | RuntimeException e) {
            problem = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (pause == FIRST_PAUSE_MILLIS) {
            LOG.warn("The gateway did not take the document of {} ({}); it is pushed again", entry.filing(), problem);
        }
        later(pushing, entry, pause, Math.min(pause * 2, LONGEST_PAUSE_MILLIS));
    }

    private boolean isPushed(Ledger.Entry entry) {
        return ledger.first(entry.destination(), entry.filing(), PUSHED).isPresent();
    }
}
