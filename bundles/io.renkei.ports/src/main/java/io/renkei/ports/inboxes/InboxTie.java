package io.renkei.ports.inboxes;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An account reads an inbox. */
public record InboxTie(UUID id, Inbox inbox, Instant since) {

    public InboxTie {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(inbox, "inbox");
        Objects.requireNonNull(since, "since");
    }
}
