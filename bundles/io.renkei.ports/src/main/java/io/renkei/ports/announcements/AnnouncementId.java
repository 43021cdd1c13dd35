package io.renkei.ports.announcements;

import java.util.Objects;
import java.util.UUID;

/** The gateway's own name of an announcement; it grants no right. */
public record AnnouncementId(UUID value) {

    public AnnouncementId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
