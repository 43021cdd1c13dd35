package io.renkei.ports.linkage;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a consent; it stands on the receipt of it and grants no right. */
public record ConsentId(UUID value) {

    public ConsentId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<ConsentId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new ConsentId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
