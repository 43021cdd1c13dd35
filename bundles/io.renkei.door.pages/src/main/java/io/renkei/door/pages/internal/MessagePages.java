package io.renkei.door.pages.internal;

import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.InboxEntry;
import io.renkei.ports.inboxes.InboxTie;
import java.util.List;
import java.util.Optional;

/** What agencies announced to one of a portal's people. What is listed or opened counts as seen once the page was sent. */
final class MessagePages {

    private static final String LIST = "/people/inbox/messages";
    private static final int PAGE = 20;

    private final Ports ports;
    private final Reading reading;

    MessagePages(Ports ports, Reading reading) {
        this.ports = ports;
        this.reading = reading;
    }

    /** @param lang of its words */
    record Row(
            String href,
            String lang,
            String title,
            String from,
            String available,
            boolean read,
            String mark,
            boolean withdrawn) {}

    Answer list(Visit visit) throws Refused {
        List<InboxTie> ties = reading.ties(visit).stream()
                .filter(tie -> Reading.person(tie).isPresent())
                .toList();
        Optional<InboxTie> tie = reading.chosen(visit, ties);
        boolean unread = visit.field("unread").equals("1");
        String before = visit.field("before");
        Optional<AnnouncementId> last = Ids.of(before).map(AnnouncementId::new);
        if (!before.isEmpty() && last.isEmpty()) {
            throw new Refused(PagesCode.INPUT);
        }
        List<InboxEntry> found = tie.flatMap(each -> each.inbox().ofPerson())
                .map(inbox -> ports.announcements().inbox(inbox, unread, last, PAGE + 1, visit.now()))
                .orElse(List.of());
        List<InboxEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
        if (tie.isPresent()) {
            reading.note(visit, tie.get(), "MESSAGES", "");
        }
        String here = visit.link(
                LIST + "?inbox=" + tie.map(each -> each.id().toString()).orElse("") + (unread ? "&unread=1" : ""));
        View view = InboxFrame.of(visit, View.of("messages", visit.say("messages_title")), LIST, ties, tie)
                .with("rows", shown.stream().map(each -> row(visit, each)).toList())
                .with("nothing", tie.isPresent() && shown.isEmpty())
                .with("unread", unread)
                .with(
                        "older",
                        found.size() > PAGE
                                ? here + "&before=" + shown.get(PAGE - 1).id()
                                : "")
                .with("newest", last.isPresent() ? here : "");
        List<AnnouncementId> ids = shown.stream().map(InboxEntry::id).toList();
        return Answer.page(view)
                .then(() -> tie.flatMap(each -> each.inbox().ofPerson())
                        .filter(inbox -> !ids.isEmpty())
                        .ifPresent(inbox -> ports.announcements().seen(inbox, ids, visit.now())));
    }

    private Row row(Visit visit, InboxEntry entry) {
        boolean english = isEnglish(visit, entry);
        return new Row(
                visit.link(LIST + "/" + entry.id()),
                english ? "en" : "ja",
                entry.what()
                        .map(what -> english ? what.titleEn() : what.title())
                        .orElseGet(() -> visit.say("message_gone")),
                from(entry),
                visit.time(entry.available()),
                entry.read(),
                visit.say(entry.read() ? "notice_read" : "notice_unread"),
                entry.withdrawn().isPresent());
    }

    /** In English where the agency said it in English; a sentence of ours is in the language of the page. */
    private static boolean isEnglish(Visit visit, InboxEntry entry) {
        return visit.language().isEnglish()
                && entry.what().map(what -> !what.titleEn().isEmpty()).orElse(true);
    }

    private String from(InboxEntry entry) {
        return ports.catalogue()
                .destinationName(entry.from())
                .orElse(entry.from().toString());
    }

    Answer show(Visit visit) throws Refused {
        Reading.Found<InboxEntry> found = reading.message(visit);
        InboxEntry entry = found.it();
        reading.note(visit, found.tie(), "MESSAGE", entry.id().toString());
        boolean english = isEnglish(visit, entry);
        Optional<Announcement> what = entry.what();
        String text = what.map(each -> english && !each.textEn().isEmpty() ? each.textEn() : each.text())
                .orElse("");
        View view = View.of("message", visit.say("message_title"))
                .with("row", row(visit, entry))
                .with("path", LIST + "/" + entry.id())
                .with("back", visit.link(LIST + "?inbox=" + found.tie().id()))
                .with(
                        "textLang",
                        english && !what.map(Announcement::textEn).orElse("").isEmpty() ? "en" : "ja")
                .with("paragraphs", text.lines().filter(line -> !line.isBlank()).toList())
                .with("link", what.map(Announcement::link).orElse(""))
                .with(
                        "until",
                        what.flatMap(Announcement::until).map(visit::time).orElse(""))
                .with("withdrawn", entry.withdrawn().map(visit::time).orElse(""))
                .with("read", entry.read());
        return Answer.page(view)
                .then(() -> found.tie()
                        .inbox()
                        .ofPerson()
                        .ifPresent(inbox -> ports.announcements().seen(inbox, List.of(entry.id()), visit.now())));
    }

    Answer markRead(Visit visit) throws Refused {
        return mark(visit, true);
    }

    Answer markUnread(Visit visit) throws Refused {
        return mark(visit, false);
    }

    private Answer mark(Visit visit, boolean read) throws Refused {
        Reading.Found<InboxEntry> found = reading.message(visit);
        ports.announcements()
                .mark(found.tie().inbox().ofPerson().orElseThrow(), found.it().id(), read);
        return Answer.see(visit.link(LIST + "/" + found.it().id()));
    }
}
