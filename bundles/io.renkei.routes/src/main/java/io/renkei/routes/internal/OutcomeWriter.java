package io.renkei.routes.internal;

import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingStore.Attempt;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the outcome of an attempt, as long as its lease lives. When the database cannot be had for all that time, the
 * lease runs out and the filing becomes unknown: it is asked about and not lost.
 */
final class OutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final FilingStore filings;

    OutcomeWriter(FilingStore filings) {
        this.filings = filings;
    }

    /**
     * Writes.
     *
     * @param leaseEnd by {@link System#nanoTime()}
     * @return whether it is written, or was no longer wanted
     */
    boolean write(Attempt attempt, Change outcome, long leaseEnd) {
        Optional<Change> change = Optional.of(outcome);
        long pause = FIRST_PAUSE_MILLIS;
        boolean told = false;
        while (change.isPresent()) {
            try {
                change = apply(attempt, change.get());
            } catch (StateUnavailable e) {
                if (!told) {
                    LOG.warn("The outcome waits for the database: {}", e.getMessage());
                    told = true;
                }
                if (System.nanoTime() - leaseEnd > 0 || !slept(pause)) {
                    LOG.error(
                            "The outcome {} could not be written within the lease; the filing becomes unknown. Bring"
                                    + " the database back, then see that the filing is reconciled.",
                            outcome.events());
                    return false;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
        return true;
    }

    /** Empty when nothing is left to write. */
    private Optional<Change> apply(Attempt attempt, Change change) {
        Transition transition = filings.apply(change);
        if (transition instanceof Transition.Made made) {
            LOG.info(
                    "Attempt {}: {}{}.",
                    attempt.number(),
                    made.after().state(),
                    change.cause().map(cause -> " (" + cause + ")").orElse(""));
            return Optional.empty();
        }
        if (transition instanceof Transition.Stale stale) {
            Optional<Change> again = OutcomeRules.again(change, attempt, stale.now());
            if (again.isEmpty()) {
                LOG.info(
                        "Attempt {}: the filing is {} already.",
                        attempt.number(),
                        stale.now().state());
            }
            return again;
        }
        LOG.warn("Attempt {}: {} came late and changed nothing.", attempt.number(), change.events());
        return Optional.empty();
    }

    private static boolean slept(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
