package io.renkei.sealer.internal;

import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.BatchStore.Waiting;
import io.renkei.ports.health.Finding;
import io.renkei.ports.state.StateUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second. The node that has the lease seals and has stamped; each one knows how long things wait, for health.
 */
final class Sealer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    /** A look is shorter: it begins no call later than {@link #STAMPING} after its begin. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration STAMPING = Duration.ofSeconds(15);
    private static final Duration NO_ALARM_BEFORE = Duration.ofHours(1);
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);
    private static final String ROOTS = "journal roots";
    private static final String STAMPS = "timestamps";

    private final UUID node;
    private final BatchStore batches;
    private final Sealing sealing;
    private final Optional<Stamping> stamping;
    private final Duration sealedWithin;
    private final LongSupplier nanos;
    private final ScheduledExecutorService looks;
    private volatile boolean ended;
    private volatile boolean defect;
    private volatile Seen seen = new Seen(Optional.empty(), Optional.empty(), Instant.MIN);

    /** Since when the oldest waits to be sealed, and since when the oldest is sealed that has no timestamp. */
    private record Seen(Optional<Instant> unsealed, Optional<Instant> unstamped, Instant now) {

        private static boolean isLonger(Optional<Instant> since, Instant now, Duration than) {
            return since.filter(at -> at.plus(than).isBefore(now)).isPresent();
        }
    }

    /**
     * @param stamping empty where no authority is configured
     * @param pause how long a row waits at most
     * @param nanos a clock that never goes back
     */
    Sealer(
            UUID node,
            BatchStore batches,
            Sealing sealing,
            Optional<Stamping> stamping,
            Duration pause,
            LongSupplier nanos) {
        this.node = node;
        this.batches = batches;
        this.sealing = sealing;
        this.stamping = stamping;
        Duration tenfold = pause.multipliedBy(10);
        this.sealedWithin = tenfold.compareTo(SEALED_WITHIN) > 0 ? tenfold : SEALED_WITHIN;
        this.nanos = nanos;
        this.looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "renkei.sealer");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        looks.scheduleWithFixedDelay(this::lookSafely, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look();
            defect = false;
        } catch (StateUnavailable e) {
            // The journal's log has it; the next look finds out.
            LOG.debug("no look at the journal's ends", e);
        } catch (RuntimeException e) {
            if (!defect) {
                LOG.error("{}", SealerCode.DEFECT.line(), e);
            }
            defect = true;
        }
    }

    void look() {
        if (!ended && batches.lead(node, LEASE)) {
            while (!ended && sealing.next()) {
                // A full batch: there may be more.
            }
            long until = nanos.getAsLong() + STAMPING.toNanos();
            stamping.ifPresent(each -> each.stampWhatWaits(() -> ended || nanos.getAsLong() - until > 0));
        }
        Waiting waiting = batches.waiting(1);
        Optional<Instant> unstamped = stamping.flatMap(each -> batches.unstamped(1).stream()
                .findFirst()
                .map(batch -> batch.statement().at()));
        seen = new Seen(waiting.oldest(), unstamped, waiting.now());
    }

    /** From memory. */
    List<Finding> findings() {
        return List.of(roots(), stamps());
    }

    private Finding roots() {
        if (defect) {
            return Finding.warning(ROOTS, SealerCode.DEFECT.line());
        }
        Seen now = seen;
        return Seen.isLonger(now.unsealed(), now.now(), sealedWithin)
                ? Finding.warning(
                        ROOTS,
                        SealerCode.NOT_SEALED.line() + " (since "
                                + now.unsealed().orElseThrow() + ")")
                : Finding.ok(ROOTS, "The journal's rows are sealed.");
    }

    private Finding stamps() {
        if (stamping.isEmpty()) {
            return Finding.ok(
                    STAMPS,
                    "Journal roots are sealed and not timestamped: no timestamp authority is configured (timestamp.url in"
                            + " io.renkei.sealer.cfg).");
        }
        Seen now = seen;
        Optional<Stamping.Trouble> trouble = stamping.get().trouble();
        String since =
                now.unstamped().map(at -> " (roots wait since " + at + ")").orElse("");
        boolean refused =
                trouble.filter(each -> each.code() == SealerCode.NOT_ACCEPTED).isPresent();
        if (refused || Seen.isLonger(now.unstamped(), now.now(), NO_ALARM_BEFORE)) {
            return Finding.warning(
                    STAMPS, trouble.map(Stamping.Trouble::line).orElseGet(SealerCode.NO_ANSWER::line) + since);
        }
        return Finding.ok(
                STAMPS,
                trouble.isPresent()
                        ? "The timestamp authority is down; sealed roots wait and are stamped when it is back" + since
                                + "."
                        : "Journal roots are timestamped.");
    }

    /** Ends after the look that is under way; another node may seal then. */
    @Override
    public void close() {
        ended = true;
        stamping.ifPresent(Stamping::giveUp);
        looks.shutdown();
        try {
            if (!looks.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The sealer's last look takes long and ends by itself.");
            }
            batches.leave(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StateUnavailable e) {
            LOG.debug("the lease ends by itself", e);
        }
    }
}
