package io.renkei.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * 補正の求め: what a destination wants changed in a filing. The reasons may hold personal data; it prints none of them.
 *
 * @param kind the change alone, or the whole filing again
 * @param deadline 補正期限, where the destination names one
 * @param takenLate whether the destination takes the correction after its deadline too
 * @param reasons what is wrong, in the destination's order; 200 at most
 */
public record CorrectionRequest(
        CorrectionKind kind, Optional<Instant> deadline, boolean takenLate, List<Reason> reasons) {

    /** The most reasons of one request. */
    public static final int MAX_REASONS = 200;

    /** The most characters of the text of a reason. */
    public static final int MAX_TEXT = 2_000;

    private static final int MAX_NAME = 200;

    /** @throws IllegalArgumentException if there are more than {@value #MAX_REASONS} reasons */
    public CorrectionRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(deadline, "deadline");
        reasons = List.copyOf(reasons);
        if (reasons.size() > MAX_REASONS) {
            throw new IllegalArgumentException("a correction has " + MAX_REASONS + " reasons at most");
        }
    }

    /** Whether the destination still takes a correction at this time. */
    public boolean isOpen(Instant now) {
        return takenLate || deadline.map(end -> !now.isAfter(end)).orElse(true);
    }

    @Override
    public String toString() {
        return "CorrectionRequest[" + kind + ", " + reasons.size() + " reasons]";
    }

    /**
     * One thing that is wrong. It prints its item and code only.
     *
     * @param item the item or the place in the form, 200 characters at most, or empty text where it concerns the whole
     * @param text as the destination wrote it, in its language, {@value #MAX_TEXT} characters at most
     * @param code of the connector for a reason that it knows, or empty text
     * @param sentence what to do, in English, for a reason that the connector knows, or empty text
     * @param sentenceJa the same in Japanese
     */
    public record Reason(String item, String text, String code, String sentence, String sentenceJa) {

        /** @throws IllegalArgumentException if a part is too long */
        public Reason {
            require(item, "item", MAX_NAME);
            require(text, "text", MAX_TEXT);
            require(code, "code", MAX_NAME);
            require(sentence, "sentence", MAX_TEXT);
            require(sentenceJa, "sentenceJa", MAX_TEXT);
        }

        /** A reason that only the destination's own text tells. */
        public static Reason of(String item, String text) {
            return new Reason(item, text, "", "", "");
        }

        private static void require(String text, String name, int most) {
            Objects.requireNonNull(text, name);
            if (text.codePointCount(0, text.length()) > most) {
                throw new IllegalArgumentException("the " + name + " of a reason has " + most + " characters at most");
            }
        }

        @Override
        public String toString() {
            return "Reason[" + item + ", " + code + "]";
        }
    }
}
