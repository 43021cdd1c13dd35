package io.renkei.notices.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again which documents have been over for as long as they are kept, and has them destroyed. */
final class Erasures {

    /** The part that its findings are about. */
    static final String PART = "retention";

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    /** A document may be of 50 MB, and all of a batch is one transaction. */
    private static final int BATCH = 20;

    private static final int MOST_BATCHES = 500;
    private static final int MOST_LISTED = 100;
    private static final Duration LATE = Duration.ofDays(1);

    private final RetentionStore store;
    private final Supplier<RetentionSettings> settings;
    private final Clock clock;
    private volatile List<Finding> findings = List.of();

    Erasures(RetentionStore store, Supplier<RetentionSettings> settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        Optional<Span> after = settings.get().after();
        if (after.isPresent()) {
            erase(after.get());
        }
        findings = List.of(finding(after));
    }

    private void erase(Span after) {
        int all = 0;
        int looked = BATCH;
        // What another node holds comes again, but not without end in one look.
        for (int i = 0;
                i < MOST_BATCHES && looked == BATCH && !Thread.currentThread().isInterrupted();
                i++) {
            Instant now = clock.instant();
            looked = store.erase(after.begunBy(now), now, BATCH);
            all += looked;
        }
        if (all > 0) {
            LOG.info("{} documents whose time was over were looked at to be destroyed.", all);
        }
    }

    /** What the last look found. */
    List<Finding> findings() {
        return findings;
    }

    private Finding finding(Optional<Span> after) {
        if (after.isEmpty()) {
            return Finding.ok(PART, "Documents are kept for ever, as erase.after is empty.");
        }
        return isLate(after.get())
                ? Finding.warning(PART, NoticesCode.NOT_ERASED.code() + ": " + NoticesCode.NOT_ERASED.sentence())
                : Finding.ok(PART, "Documents are destroyed " + after.get().amount() + " after their time is over.");
    }

    /** What is held, and what waits for its own word that it expired, is not late. */
    private boolean isLate(Span after) {
        Instant over = after.begunBy(clock.instant().minus(LATE));
        return store.ending(over, MOST_LISTED).stream()
                .filter(notice -> RetentionSettings.end(notice.facts())
                        .filter(end -> !end.isAfter(over))
                        .isPresent())
                .anyMatch(notice -> store.hold(notice.id()).isEmpty());
    }
}
