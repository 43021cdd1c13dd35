package io.renkei.ports.announcements;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an announcement has come, for its agency and for operators.
 *
 * @param portal whose inboxes it names; empty for one of before this was said, which nobody reads
 * @param lines how many inboxes it names; one that is named twice counts twice
 * @param done how many of these were dealt with
 * @param accepted when the gateway took it
 * @param completed when the last inbox had it
 * @param withdrawn when its agency took it back
 */
public record AnnouncementView(
        AnnouncementId id,
        DestinationId from,
        Optional<PartnerId> portal,
        long lines,
        long done,
        Instant accepted,
        Optional<Instant> completed,
        Optional<Instant> withdrawn) {

    public AnnouncementView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(portal, "portal");
        Objects.requireNonNull(accepted, "accepted");
        Objects.requireNonNull(completed, "completed");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }
}
