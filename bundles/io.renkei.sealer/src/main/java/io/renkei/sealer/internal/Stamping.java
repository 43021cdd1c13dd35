package io.renkei.sealer.internal;

import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.Timestamps.Answered;
import io.renkei.ports.trust.TrustFault;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the seals of batches timestamped, oldest first. After a failure nobody is called for a pause that doubles from a second
 * on; then one call finds out. For one thread; {@link #trouble()} for any.
 */
final class Stamping {

    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 10;

    private final BatchStore batches;
    private final Timestamps timestamps;
    private final Supplier<Set<X509Certificate>> anchors;
    private final TimestampAuthority authority;
    private final Optional<String> policy;
    private final Duration longestPause;
    private final LongSupplier nanos;
    private volatile Optional<Trouble> trouble = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private long heldUntil;

    /**
     * Why there are no timestamps.
     *
     * @param code {@link SealerCode#NO_ANSWER} or {@link SealerCode#NOT_ACCEPTED}
     */
    record Trouble(SealerCode code, String why) {

        String line() {
            return code.line() + " (" + why + ")";
        }
    }

    /** @param nanos a clock that never goes back */
    Stamping(
            BatchStore batches,
            Timestamps timestamps,
            Supplier<Set<X509Certificate>> anchors,
            TimestampAuthority authority,
            Optional<String> policy,
            Duration longestPause,
            LongSupplier nanos) {
        this.batches = batches;
        this.timestamps = timestamps;
        this.anchors = anchors;
        this.authority = authority;
        this.policy = policy;
        this.longestPause = longestPause;
        this.nanos = nanos;
    }

    /** Stamps what waits until nothing does, a call fails or the end is asked for. */
    void stampWhatWaits(BooleanSupplier ends) {
        if (trouble.isPresent() && nanos.getAsLong() - heldUntil < 0) {
            return;
        }
        List<Batch> waiting = batches.unstamped(PAGE);
        while (!waiting.isEmpty()) {
            for (Batch batch : waiting) {
                if (ends.getAsBoolean() || !stamp(batch)) {
                    return;
                }
            }
            waiting = batches.unstamped(PAGE);
        }
    }

    private boolean stamp(Batch batch) {
        byte[] request = timestamps.request(batch.stamped(), policy);
        TimestampAuthority.Reply reply = authority.ask(request);
        if (reply.response().isEmpty()) {
            failed(new Trouble(SealerCode.NO_ANSWER, reply.why()));
            return false;
        }
        Answered answered = timestamps.read(request, reply.response().get(), anchors.get());
        if (answered.token().isEmpty()) {
            failed(new Trouble(SealerCode.NOT_ACCEPTED, faults(answered)));
            return false;
        }
        batches.stamp(
                batch.number(),
                new Stamp(
                        answered.token().get(),
                        answered.verdict().at().orElseThrow(),
                        answered.verdict().accuracy()));
        answered();
        LOG.info("Batch {} is timestamped", batch.number());
        return true;
    }

    private static String faults(Answered answered) {
        return answered.verdict().signature().faults().stream()
                .map(TrustFault::code)
                .collect(Collectors.joining(", "));
    }

    private void failed(Trouble what) {
        if (!trouble.map(Trouble::code).equals(Optional.of(what.code()))) {
            LOG.warn("{}", what.line());
        }
        trouble = Optional.of(what);
        heldUntil = nanos.getAsLong() + pause.toNanos();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }

    private void answered() {
        if (trouble.isPresent()) {
            LOG.info("The timestamp authority gives timestamps again; what waited is stamped, oldest first.");
        }
        trouble = Optional.empty();
        pause = FIRST_PAUSE;
    }

    /** Empty while all is well. */
    Optional<Trouble> trouble() {
        return trouble;
    }

    void giveUp() {
        authority.giveUp();
    }
}
