package io.renkei.door.pages.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.InboxEntry;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.inboxes.Inbox;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentView;
import io.renkei.ports.people.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which inboxes somebody reads: those that the account is tied to, or that of whom they act for, where the delegation covers notices.
 * What lies in another's answers like what is not there.
 */
final class Reading {

    private final Ports ports;

    Reading(Ports ports) {
        this.ports = ports;
    }

    /** A thing with the inbox that it was found in. */
    record Found<T>(InboxTie tie, T it) {

        PartnerId partner() {
            return tie.inbox().partner();
        }
    }

    List<InboxTie> ties(Visit visit) throws Refused {
        Actor who = visit.actor();
        if (!ports.delegations().may(who, Service.NOTICES)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        return ports.inboxes().of(who.principal());
    }

    /** The one that the visit names, or else the first. */
    Optional<InboxTie> chosen(Visit visit, List<InboxTie> ties) throws Refused {
        String named = visit.field("inbox");
        if (named.isEmpty()) {
            return ties.stream().findFirst();
        }
        UUID id = Ids.of(named).orElseThrow(() -> new Refused(PagesCode.INPUT));
        return Optional.of(ties.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_INBOX)));
    }

    /** The notice that the path names. */
    Found<NoticeView> notice(Visit visit) throws Refused {
        Optional<NoticeId> id = Ids.of(visit.part("notice")).map(NoticeId::new);
        if (id.isPresent()) {
            for (InboxTie tie : ties(visit)) {
                Optional<NoticeView> notice =
                        ports.notices().find(tie.inbox().partner(), id.get()).filter(each -> lies(tie, each.filing()));
                if (notice.isPresent()) {
                    return new Found<>(tie, notice.get());
                }
            }
        }
        throw new Refused(PagesCode.NO_SUCH_NOTICE);
    }

    /** A message that concerns no filing lies in the whole inbox alone. */
    private boolean lies(InboxTie tie, Optional<FilingKey> filing) {
        Inbox inbox = tie.inbox();
        return inbox.person().isEmpty()
                || filing.filter(key -> ports.inboxes().holds(inbox, key.application()))
                        .isPresent();
    }

    /** The payment request that the path names. */
    Found<PaymentView> payment(Visit visit) throws Refused {
        Optional<PaymentId> id = PaymentId.parse(visit.part("payment"));
        if (id.isPresent()) {
            for (InboxTie tie : ties(visit)) {
                Optional<PaymentView> payment = ports.payments()
                        .find(tie.inbox().partner(), id.get())
                        .filter(each -> lies(tie, Optional.of(each.filing())));
                if (payment.isPresent()) {
                    return new Found<>(tie, payment.get());
                }
            }
        }
        throw new Refused(PagesCode.NO_SUCH_NOTICE);
    }

    /** The announcement that the path names. */
    Found<InboxEntry> message(Visit visit) throws Refused {
        Optional<AnnouncementId> id = Ids.of(visit.part("message")).map(AnnouncementId::new);
        if (id.isPresent()) {
            for (InboxTie tie : ties(visit)) {
                Optional<InboxEntry> entry = tie.inbox()
                        .ofPerson()
                        .flatMap(inbox -> ports.announcements().entry(inbox, id.get(), visit.now()));
                if (entry.isPresent()) {
                    return new Found<>(tie, entry.get());
                }
            }
        }
        throw new Refused(PagesCode.NO_SUCH_NOTICE);
    }

    static Optional<InboxId> person(InboxTie tie) {
        return tie.inbox().person();
    }

    /** For the principal's record, before anything is shown. */
    void note(Visit visit, InboxTie tie, String what, String about) throws Refused {
        Actor who = visit.actor();
        if (who.isRepresentative()) {
            ports.inboxes().read(who, tie, what, about, visit.now());
        }
    }
}
