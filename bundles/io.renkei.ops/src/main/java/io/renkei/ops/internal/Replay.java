package io.renkei.ops.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes parked filings ready again, each by a compare-and-set on the version that was seen parked: of two replays at
 * once, or one after the other, one has an effect and the other says that there is nothing to do. A filing that its
 * destination may have is left alone until its operator says that this was asked.
 */
public final class Replay {

    private final FilingStore filings;
    private final ApplicationStore applications;
    private final Pace pace;

    /** Waits between two filings, so that a destination that was just repaired is not flooded. */
    @FunctionalInterface
    public interface Pace {
        void rest() throws InterruptedException;
    }

    public Replay(FilingStore filings, ApplicationStore applications, Pace pace) {
        this.filings = filings;
        this.applications = applications;
        this.pace = pace;
    }

    /**
     * @param dryRun say what would happen and change nothing
     * @param asked the operator asked the destinations: they do not have the filings
     */
    public Answer run(ReplaySelection selection, boolean dryRun, boolean asked) {
        ReplaySelection.Found found = selection.find(filings);
        List<ReplayResult.Line> lines = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        for (FilingKey key : found.keys()) {
            try {
                if (!dryRun && !lines.isEmpty()) {
                    pace.rest();
                }
                lines.add(one(key, dryRun, asked));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = Optional.of(stop("The command was interrupted", key));
            } catch (StateUnavailable e) {
                stopped = Optional.of(stop("The database went away", key));
            }
            if (stopped.isPresent()) {
                break;
            }
        }
        return new ReplayResult(lines, dryRun, found.more(), stopped);
    }

    private static String stop(String why, FilingKey key) {
        return why + " at " + key + ": run it again; what was replayed already stays as it is.";
    }

    private ReplayResult.Line one(FilingKey key, boolean dryRun, boolean asked) {
        Optional<FilingView> seen = filings.find(key);
        if (seen.isEmpty()) {
            return new ReplayResult.Line(key, Optional.empty(), ReplayResult.Fate.NO_SUCH_FILING);
        }
        if (seen.get().state() != FilingState.PARKED) {
            return new ReplayResult.Line(key, seen, ReplayResult.Fate.NOT_PARKED);
        }
        if (!asked && Parking.of(applications.timeLine(key.application()), key).doubtful()) {
            return new ReplayResult.Line(key, seen, ReplayResult.Fate.OUTCOME_OPEN);
        }
        return dryRun ? new ReplayResult.Line(key, seen, ReplayResult.Fate.WOULD_REPLAY) : apply(seen.get());
    }

    private ReplayResult.Line apply(FilingView seen) {
        Transition made = filings.apply(Change.of(seen.key(), seen.version(), FilingEvent.MADE_READY));
        ReplayResult.Fate fate = made instanceof Transition.Made
                ? ReplayResult.Fate.REPLAYED
                : made instanceof Transition.NoSuchFiling
                        ? ReplayResult.Fate.NO_SUCH_FILING
                        : ReplayResult.Fate.CHANGED_MEANWHILE;
        return new ReplayResult.Line(seen.key(), made.filing(), fate);
    }
}
