package io.renkei.ports.holdings;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names the bundle of a year; it grants no right. */
public record BundleId(UUID value) {

    public BundleId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<BundleId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new BundleId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
