package io.renkei.ports.records;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names an access record. */
public record AccessRecordId(UUID value) {

    public AccessRecordId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<AccessRecordId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new AccessRecordId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
