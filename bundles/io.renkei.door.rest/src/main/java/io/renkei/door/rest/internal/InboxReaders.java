package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.people.TypedCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the owner of an inbox read it on the pages: a partner has a code drawn, and hands it to whose inbox it is. What a portal submits
 * for a person it places in that person's inbox.
 */
final class InboxReaders {

    private static final Logger LOG = LoggerFactory.getLogger(InboxReaders.class);

    private final Ports ports;
    private final Clock clock;

    InboxReaders(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** To the partner's whole inbox. */
    Answer toOwn(Call call) {
        return invited(new Inbox(call.partner(), Optional.empty()));
    }

    /** To the inbox of one of the partner's people. */
    Answer toPerson(Call call) throws RefusedCall {
        return invited(
                new Inbox(call.partner(), Optional.of(PersonalInbox.inbox(call).name())));
    }

    private Answer invited(Inbox inbox) {
        Instant now = clock.instant();
        Instant until = now.plus(AccountInboxes.CODE_LASTS);
        String code = TypedCode.draw();
        ports.inboxes().invite(inbox, code, until, now);
        LOG.info(
                "A code for {} inbox of {} was drawn",
                inbox.person().isPresent() ? "a person's" : "the",
                inbox.partner());
        return Answer.json(
                201, Json.object().with("code", TypedCode.grouped(code)).with("until", until.toString()));
    }

    Answer place(Call call) throws RefusedCall {
        InboxId inbox = PersonalInbox.inbox(call).name();
        ArrivalNumber number = Applications.number(call.open().get("number"))
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_APPLICATION, "path number"));
        if (!ports.inboxes().place(call.partner(), number, inbox, clock.instant())) {
            throw new RefusedCall(RestCode.NO_SUCH_APPLICATION, "path number");
        }
        return Answer.nothing(204);
    }
}
