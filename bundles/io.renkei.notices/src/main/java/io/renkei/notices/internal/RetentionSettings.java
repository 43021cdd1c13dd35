package io.renkei.notices.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checked settings; the sentences stand in {@link RetentionConfig}.
 *
 * @param after how long a document is kept past its end; empty for ever
 * @param quarantine how long after its receipt one is kept that came into no inbox; empty for ever
 */
record RetentionSettings(Optional<Span> after, Optional<Span> quarantine, Duration pause) {

    private static final Set<NoticeVerdict> QUARANTINED =
            Set.of(NoticeVerdict.FORGED, NoticeVerdict.DUPLICATE, NoticeVerdict.ORPHAN);

    /**
     * Checks all settings and reports all faults at once.
     *
     * @throws IllegalArgumentException with one sentence per fault, in the terms of the file
     */
    static RetentionSettings of(RetentionConfig config) {
        List<String> faults = new ArrayList<>();
        long pause = config.erase_pause_millis();
        if (pause < 10 || pause > 86_400_000) {
            faults.add("erase.pause.millis lies between 10 and 86400000.");
        }
        Optional<Span> after = span("erase.after", config.erase_after(), faults);
        Optional<Span> quarantine = span("quarantine.after", config.quarantine_after(), faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(RetentionConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new RetentionSettings(after, quarantine, Duration.ofMillis(pause));
    }

    private static Optional<Span> span(String key, String text, List<String> faults) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Span.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            faults.add(key + ": " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /**
     * When a document is destroyed at the earliest.
     *
     * @param waiting for how long it is judged again while its filing is missing
     */
    Optional<Instant> erasing(NoticeView notice, Duration waiting) {
        return QUARANTINED.contains(notice.verdict())
                ? quarantined(notice, waiting)
                : after.flatMap(span -> end(notice.facts()).map(span::after));
    }

    private Optional<Instant> quarantined(NoticeView notice, Duration waiting) {
        Instant judged =
                notice.verdict() == NoticeVerdict.ORPHAN ? notice.received().plus(waiting) : notice.received();
        return quarantine
                .filter(span -> !notice.facts().has(NoticeFact.ERASED))
                .map(span -> span.after(notice.received()))
                .map(end -> end.isAfter(judged) ? end : judged);
    }

    /** From when it is kept no longer than {@link #after}; empty for ever, and once it was destroyed. */
    static Optional<Instant> end(NoticeFacts facts) {
        return facts.fetchUntil()
                .filter(until -> !facts.has(NoticeFact.ERASED))
                .map(until -> facts.at(NoticeFact.EXPIRED).orElse(until));
    }
}
