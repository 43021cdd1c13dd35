package io.renkei.notices.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checked settings; the sentences stand in {@link RetentionConfig}.
 *
 * @param after how long a document is kept past its end; empty for ever
 */
record RetentionSettings(Optional<Span> after, Duration pause) {

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
        Optional<Span> after = Optional.empty();
        try {
            after = Optional.of(config.erase_after().strip())
                    .filter(text -> !text.isEmpty())
                    .map(Span::parse);
        } catch (IllegalArgumentException e) {
            faults.add("erase.after: " + e.getMessage() + ".");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(RetentionConfig.PID + ".cfg: " + String.join(" ", faults));
        }
        return new RetentionSettings(after, Duration.ofMillis(pause));
    }

    /** When a document with these facts is destroyed at the earliest. */
    Optional<Instant> erasing(NoticeFacts facts) {
        return after.flatMap(span -> end(facts).map(span::after));
    }

    /** From when it is kept no longer than {@link #after}; empty for ever, and once it was destroyed. */
    static Optional<Instant> end(NoticeFacts facts) {
        return facts.fetchUntil()
                .filter(until -> !facts.has(NoticeFact.ERASED))
                .map(until -> facts.at(NoticeFact.EXPIRED).orElse(until));
    }
}
