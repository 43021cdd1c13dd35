package io.renkei.ports.selfinfo;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a question for self-information; it grants no right. */
public record QuestionId(UUID value) {

    public QuestionId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<QuestionId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new QuestionId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
