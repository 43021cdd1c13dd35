package io.renkei.ports.announcements;

import io.renkei.api.model.PartnerId;
import java.util.Objects;

/**
 * The inbox of one of a portal's people. The same name at another portal is another inbox, so that no portal reads what lies in the inboxes
 * of another.
 */
public record PersonInbox(PartnerId portal, InboxId name) {

    public PersonInbox {
        Objects.requireNonNull(portal, "portal");
        Objects.requireNonNull(name, "name");
    }
}
