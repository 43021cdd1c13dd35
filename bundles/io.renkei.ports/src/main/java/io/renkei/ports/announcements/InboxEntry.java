package io.renkei.ports.announcements;

import io.renkei.api.model.DestinationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An announcement as it lies in one inbox.
 *
 * @param from whose it is
 * @param what what it says; empty once it was withdrawn or erased
 * @param available since when it lies there
 * @param seen when it was first listed or opened there
 * @param read the mark that the person sets and takes away
 * @param withdrawn when its agency took it back
 */
public record InboxEntry(
        AnnouncementId id,
        DestinationId from,
        Optional<Announcement> what,
        Instant available,
        Optional<Instant> seen,
        boolean read,
        Optional<Instant> withdrawn) {

    public InboxEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(available, "available");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }

    @Override
    public String toString() {
        return "InboxEntry[" + id + "]";
    }
}
