package io.renkei.ports.delegation;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a delegation; it grants no right. */
public record DelegationId(UUID value) {

    public DelegationId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<DelegationId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new DelegationId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
