package io.renkei.routes.internal;

import io.renkei.ports.state.OutboxKind;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is looked for in the database on behalf of all lanes: due filings, expired leases, fetched notices. */
final class Sweeps {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final int BATCH = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Kernel kernel;
    private final Job idle;
    private final List<Job> jobs;

    /**
     * @param stops called to look at what operators hold and which destinations are open
     * @param idle called to look at which destinations something is to be asked after all
     */
    Sweeps(Kernel kernel, Runnable stops, Runnable idle) {
        this.kernel = kernel;
        this.idle = job("The look for questions", RoutesSettings::pollIdlePause, () -> {
            idle.run();
            return false;
        });
        this.jobs = List.of(
                this.idle,
                job("The look for holds", settings -> LOOK, () -> {
                    stops.run();
                    return false;
                }),
                job("The look for due filings", RoutesSettings::wakePause, this::wakeDue),
                job("The look for expired leases", RoutesSettings::leasePause, this::expireLeases),
                job("The look for fetched notices", RoutesSettings::pollPause, this::drainFetched));
    }

    List<Job> jobs() {
        return jobs;
    }

    private Job job(String name, Function<RoutesSettings, Duration> pause, BooleanSupplier work) {
        Steady state = new Steady(LOG, name);
        return new Job(
                () -> {
                    try {
                        boolean found = work.getAsBoolean();
                        state.good();
                        return found;
                    } catch (StateUnavailable e) {
                        state.bad(e.getMessage());
                    } catch (RuntimeException e) {
                        state.bad("it failed and has to be reported: " + Traces.of(e));
                    }
                    return false;
                },
                () -> {
                    Duration each = pause.apply(kernel.settings().get());
                    return new Job.Rhythm(each, each, each, LIMIT);
                });
    }

    private boolean wakeDue() {
        while (kernel.filings().wakeDue(BATCH).size() == BATCH
                && !Thread.currentThread().isInterrupted()) {
            // A full batch: there may be more.
        }
        return false;
    }

    private boolean expireLeases() {
        int expired;
        do {
            expired = kernel.filings().expireLeases(BATCH).size();
            if (expired > 0) {
                LOG.warn("{} attempts let their lease run out; their outcome is unknown and is asked about.", expired);
            }
        } while (expired == BATCH && !Thread.currentThread().isInterrupted());
        return false;
    }

    /**
     * The rows are only a call to look: what is to be told stands with the notices, so a destination that cannot be told
     * now holds up no other and nothing is forgotten.
     */
    private boolean drainFetched() {
        int rows;
        do {
            rows = kernel.outbox().drain(Set.of(OutboxKind.NOTICE_FETCHED), BATCH, all -> idle.call());
        } while (rows == BATCH && !Thread.currentThread().isInterrupted());
        return rows > 0;
    }
}
