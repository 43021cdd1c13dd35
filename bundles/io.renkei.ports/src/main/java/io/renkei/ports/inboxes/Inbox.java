package io.renkei.ports.inboxes;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account can be tied to.
 *
 * @param partner who submitted what the notices are about
 * @param person the inbox of one of the partner's people: what was placed there, and the announcements that lie there; empty for the
 *     whole inbox of the partner, as of a company that submits for itself
 */
public record Inbox(PartnerId partner, Optional<InboxId> person) {

    public Inbox {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(person, "person");
    }

    /** Where announcements lie; empty for the whole inbox of the partner. */
    public Optional<PersonInbox> ofPerson() {
        return person.map(name -> new PersonInbox(partner, name));
    }
}
