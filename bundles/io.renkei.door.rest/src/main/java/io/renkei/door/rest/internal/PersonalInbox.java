package io.renkei.door.rest.internal;

import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.InboxEntry;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A portal reads the announcements of one of its own people. What is listed or opened counts as seen. */
final class PersonalInbox {

    private static final String UNREAD = "unread";

    private final Ports ports;
    private final Clock clock;

    PersonalInbox(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    Answer list(Call call) throws RefusedCall {
        PersonInbox inbox = inbox(call);
        Query query = Query.of(call.query(), Set.of(UNREAD));
        boolean unread = query.read(UNREAD, Query::truth).orElse(false);
        Page page = query.page();
        AnnouncementStore store = ports.announcements();
        Optional<AnnouncementId> before = Cursor.before(
                page,
                Announcements::id,
                id -> store.entry(inbox, id, clock.instant()).isPresent());
        List<InboxEntry> found = store.inbox(inbox, unread, before, page.limit(), clock.instant());
        List<AnnouncementId> ids = found.stream().map(InboxEntry::id).toList();
        Json json = Json.object()
                .with(
                        "announcements",
                        found.stream().map(entry -> view(entry).map()).toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(ids.get(ids.size() - 1)));
        }
        return Answer.json(200, json).then(() -> store.seen(inbox, ids, clock.instant()));
    }

    Answer show(Call call) throws RefusedCall {
        PersonInbox inbox = inbox(call);
        InboxEntry entry = Announcements.id(call.open().get("id"))
                .flatMap(id -> ports.announcements().entry(inbox, id, clock.instant()))
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_ANNOUNCEMENT, "path id"));
        return Answer.json(200, view(entry))
                .then(() -> ports.announcements().seen(inbox, List.of(entry.id()), clock.instant()));
    }

    Answer markRead(Call call) throws RefusedCall {
        return mark(call, true);
    }

    Answer markUnread(Call call) throws RefusedCall {
        return mark(call, false);
    }

    private Answer mark(Call call, boolean read) throws RefusedCall {
        PersonInbox inbox = inbox(call);
        boolean known = Announcements.id(call.open().get("id"))
                .filter(id -> ports.announcements().mark(inbox, id, read))
                .isPresent();
        if (!known) {
            throw new RefusedCall(RestCode.NO_SUCH_ANNOUNCEMENT, "path id");
        }
        return Answer.nothing(204);
    }

    private Json view(InboxEntry entry) {
        Optional<Announcement> what = entry.what();
        return Json.object()
                .with("id", entry.id().toString())
                .with("from", Views.destination(entry.from(), ports.catalogue()))
                .withText("title", what.map(Announcement::title).orElse(""))
                .withText("title_en", what.map(Announcement::titleEn).orElse(""))
                .withText("text", what.map(Announcement::text).orElse(""))
                .withText("text_en", what.map(Announcement::textEn).orElse(""))
                .withText("link", what.map(Announcement::link).orElse(""))
                .with("until", what.flatMap(Announcement::until))
                .with("available", entry.available().toString())
                .with("seen", entry.seen())
                .with("read", entry.read())
                .with("withdrawn", entry.withdrawn());
    }

    /** The caller's own inbox of the name in the path; what lies at another portal under the same name is not in it. */
    static PersonInbox inbox(Call call) throws RefusedCall {
        try {
            return new PersonInbox(call.partner(), new InboxId(call.open().get("inbox")));
        } catch (IllegalArgumentException e) {
            throw new RefusedCall(RestCode.NO_SUCH_ANNOUNCEMENT, "path inbox");
        }
    }
}
