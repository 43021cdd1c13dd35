package io.renkei.ports.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a notice, and when.
 *
 * @param times of what happened so far; {@link NoticeFact#RECEIVED} is always there
 * @param issued the day that the document says, once it was verified
 * @param verification what was found when its seal was examined
 * @param fetchUntil the moment from which its document is not handed out any more; empty where it has no end
 * @param successor the later document that replaced it or took it back
 * @param rival another decision of the same filing
 * @param repeats how often its issuer sent it again
 */
public record NoticeFacts(
        Map<NoticeFact, Instant> times,
        Optional<LocalDate> issued,
        Optional<Verification> verification,
        Optional<Instant> fetchUntil,
        Optional<NoticeId> successor,
        Optional<NoticeId> rival,
        int repeats) {

    public NoticeFacts {
        times = Collections.unmodifiableMap(new EnumMap<>(times));
        if (!times.containsKey(NoticeFact.RECEIVED)) {
            throw new IllegalArgumentException("a notice was received at some time");
        }
        Objects.requireNonNull(issued, "issued");
        Objects.requireNonNull(verification, "verification");
        Objects.requireNonNull(fetchUntil, "fetchUntil");
        Objects.requireNonNull(successor, "successor");
        Objects.requireNonNull(rival, "rival");
    }

    /** Of a notice that was received and nothing else. */
    public static NoticeFacts received(Instant at) {
        return new NoticeFacts(
                Map.of(NoticeFact.RECEIVED, at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** With one more; what is known stays. */
    public NoticeFacts with(NoticeFact fact, Instant at) {
        Map<NoticeFact, Instant> more = new EnumMap<>(times);
        more.putIfAbsent(fact, at);
        return new NoticeFacts(more, issued, verification, fetchUntil, successor, rival, repeats);
    }

    public Optional<Instant> at(NoticeFact fact) {
        return Optional.ofNullable(times.get(fact));
    }

    public boolean has(NoticeFact fact) {
        return times.containsKey(fact);
    }

    /** Whether the document is not handed out any more. */
    public boolean isOver(Instant now) {
        return fetchUntil.filter(end -> !now.isBefore(end)).isPresent();
    }

    /**
     * What was found when the seal was examined, at the time of {@link NoticeFact#VERIFIED}.
     *
     * @param signers the SHA-256 fingerprints of the signers' certificates in hexadecimal, with a blank between them
     * @param finding what was found, in words without personal data
     */
    public record Verification(String signers, String finding) {

        public Verification {
            Objects.requireNonNull(signers, "signers");
            Objects.requireNonNull(finding, "finding");
        }
    }
}
