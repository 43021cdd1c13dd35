package io.renkei.notices.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again which notices nobody fetched in time, and what else an operator has to know of notices. */
final class Deadlines {

    /** The part that its findings are about. */
    static final String PART = "notices";

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int BATCH = 200;
    private static final int MOST_LISTED = 100;
    private static final int MOST_NAMED = 10;
    private static final Duration NEWS = Duration.ofDays(7);

    private final NoticeStore notices;
    private final Clock clock;
    private volatile List<Finding> findings = List.of();

    Deadlines(NoticeStore notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void look() {
        int passed;
        int all = 0;
        do {
            passed = notices.passDeadlines(clock.instant(), BATCH);
            all += passed;
            // What another node holds comes again, but not without end in one look.
        } while (passed == BATCH
                && all < BATCH * BATCH
                && !Thread.currentThread().isInterrupted());
        if (all > 0) {
            LOG.info("The deadlines of {} notices were looked at.", all);
        }
        List<Finding> found = new ArrayList<>();
        contradictions(found);
        neverFetched(found);
        findings = found.isEmpty()
                ? List.of(Finding.ok(PART, "None contradicts another, and all were fetched in time this week."))
                : List.copyOf(found);
    }

    /** What the last look found. */
    List<Finding> findings() {
        return findings;
    }

    /** One that its issuer replaced or took back contradicts no more. */
    private void contradictions(List<Finding> found) {
        Map<FilingKey, Long> standing = notices.list(NoticeFact.CONTRADICTED, MOST_LISTED).stream()
                .filter(notice -> notice.verdict() == NoticeVerdict.MATCHED)
                .collect(Collectors.groupingBy(
                        notice -> notice.filing().orElseThrow(),
                        () -> new TreeMap<>((a, b) -> a.toString().compareTo(b.toString())),
                        Collectors.counting()));
        List<String> filings = standing.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> each.getKey().toString())
                .toList();
        tell(found, NoticesCode.CONTRADICTION, "Filings", filings);
    }

    private void neverFetched(List<Finding> found) {
        Instant since = clock.instant().minus(NEWS);
        List<String> ids = notices.list(NoticeFact.FALLBACK_STARTED, MOST_LISTED).stream()
                .filter(notice -> notice.facts()
                        .at(NoticeFact.FALLBACK_STARTED)
                        .filter(at -> at.isAfter(since))
                        .isPresent())
                .map(NoticeView::id)
                .map(Object::toString)
                .toList();
        tell(found, NoticesCode.NEVER_FETCHED, "Notices of this week", ids);
    }

    private static void tell(List<Finding> found, NoticesCode code, String what, List<String> names) {
        if (!names.isEmpty()) {
            String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            found.add(Finding.warning(
                    PART, code.code() + ": " + code.sentence() + " " + what + ": " + named + more + "."));
        }
    }
}
