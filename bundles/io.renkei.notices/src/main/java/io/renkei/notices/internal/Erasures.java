package io.renkei.notices.internal;

import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again which documents have been over for as long as they are kept, or have lain in quarantine so long, and has
 * them destroyed.
 */
final class Erasures {

    /** The part that its first finding is about. */
    static final String PART = "retention";

    private static final String QUARANTINE = "quarantine";

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    /** A document may be of 50 MB, and all of a batch is one transaction. */
    private static final int BATCH = 20;

    private static final int MOST_BATCHES = 500;
    private static final int MOST_LISTED = 100;
    private static final Duration LATE = Duration.ofDays(1);
    private static final Duration NEWS = Duration.ofDays(30);

    private final RetentionStore store;
    private final Supplier<RetentionSettings> settings;
    private final Waiting waiting;
    private final Clock clock;
    private volatile List<Finding> findings = List.of();

    Erasures(RetentionStore store, Supplier<RetentionSettings> settings, Waiting waiting, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.waiting = waiting;
        this.clock = clock;
    }

    void look() {
        RetentionSettings now = settings.get();
        now.after().ifPresent(span -> erase("whose time was over", at -> store.erase(span.begunBy(at), at, BATCH)));
        now.quarantine()
                .ifPresent(span -> erase(
                        "of the quarantine",
                        at -> store.eraseQuarantined(span.begunBy(at), at.minus(waiting.longest()), at, BATCH)));
        findings = List.of(overdue(now), quarantine(now));
    }

    /** Destroys a batch of what is due then, and says how many it looked at. */
    private interface Batch {
        int eraseAt(Instant now);
    }

    private void erase(String which, Batch batch) {
        int all = 0;
        int looked = BATCH;
        // What another node holds comes again, but not without end in one look.
        for (int i = 0;
                i < MOST_BATCHES && looked == BATCH && !Thread.currentThread().isInterrupted();
                i++) {
            looked = batch.eraseAt(clock.instant());
            all += looked;
        }
        if (all > 0) {
            LOG.info("{} documents {} were looked at to be destroyed.", all, which);
        }
    }

    /** What the last look found. */
    List<Finding> findings() {
        return findings;
    }

    private Finding overdue(RetentionSettings now) {
        boolean isLate = now.after().filter(this::isLate).isPresent()
                || now.quarantine().filter(this::isQuarantineLate).isPresent();
        if (isLate) {
            return Finding.warning(PART, NoticesCode.NOT_ERASED.code() + ": " + NoticesCode.NOT_ERASED.sentence());
        }
        return Finding.ok(
                PART,
                now.after()
                        .map(span -> "Documents are destroyed " + span.amount() + " after their time is over.")
                        .orElse("Documents are kept for ever, as erase.after is empty."));
    }

    /** What is held, and what waits for its own word that it expired, is not late. */
    private boolean isLate(Span after) {
        Instant over = after.begunBy(clock.instant().minus(LATE));
        return store.ending(over, MOST_LISTED).stream()
                .filter(notice -> RetentionSettings.end(notice.facts())
                        .filter(end -> !end.isAfter(over))
                        .isPresent())
                .anyMatch(this::isNotHeld);
    }

    private boolean isQuarantineLate(Span after) {
        Instant then = clock.instant().minus(LATE);
        return store.quarantined(after.begunBy(then), then.minus(waiting.longest()), MOST_LISTED).stream()
                .anyMatch(this::isNotHeld);
    }

    private boolean isNotHeld(NoticeView notice) {
        return store.hold(notice.id()).isEmpty();
    }

    private Finding quarantine(RetentionSettings now) {
        RetentionStore.Quarantine counted = store.quarantine(clock.instant().minus(NEWS));
        return Finding.ok(
                QUARANTINE,
                counted.kept() + " documents are kept that came into no inbox, and " + counted.destroyed()
                        + " were destroyed within 30 days; "
                        + now.quarantine()
                                .map(span -> "they are destroyed " + span.amount() + " after their receipt.")
                                .orElse("they are kept for ever, as quarantine.after is empty."));
    }
}
