package io.renkei.door.pages.internal;

import java.util.Optional;
import java.util.UUID;

/** Ids as they stand in paths and fields. */
final class Ids {

    private Ids() {}

    /** Empty if the text is not the canonical form of one. */
    static Optional<UUID> of(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
