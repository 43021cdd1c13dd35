package io.renkei.ports.linkage;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Names a handover from the site's request on; it grants no right. */
public record HandoverId(UUID value) {

    public HandoverId {
        Objects.requireNonNull(value, "value");
    }

    /** Empty if the text is not the canonical form of one. */
    public static Optional<HandoverId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new HandoverId(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
