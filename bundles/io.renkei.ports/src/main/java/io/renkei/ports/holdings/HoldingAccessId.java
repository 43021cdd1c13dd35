package io.renkei.ports.holdings;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a record of a fetch. */
public record HoldingAccessId(UUID value) {

    public HoldingAccessId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<HoldingAccessId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new HoldingAccessId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
