package io.renkei.door.pages.internal;

import io.renkei.ports.inboxes.InboxTie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the pages of an inbox have in common: the ways between them, and which inbox it is where there are several. */
final class InboxFrame {

    private static final String BASE = "/people/inbox";

    private InboxFrame() {}

    /** A way on. */
    record Way(String label, String href, boolean current) {}

    /** @param path of the page, of which each inbox has one */
    static View of(Visit visit, View view, String path, List<InboxTie> ties, Optional<InboxTie> chosen) {
        return view.with("parts", parts(visit, path))
                .with("inboxes", ties.size() < 2 ? List.of() : inboxes(visit, path, ties, chosen))
                .with("inbox", chosen.map(tie -> tie.id().toString()).orElse(""))
                .with("noInbox", chosen.isEmpty())
                .with("tiesHref", BASE + "/ties")
                .with("own", visit.acting().isEmpty());
    }

    private static List<Way> parts(Visit visit, String path) {
        List<Way> parts = new ArrayList<>();
        parts.add(part(visit, "inbox_notices", BASE, path));
        parts.add(part(visit, "inbox_messages", BASE + "/messages", path));
        parts.add(part(visit, "inbox_payments", BASE + "/payments", path));
        if (visit.acting().isEmpty()) {
            parts.add(part(visit, "inbox_ties", BASE + "/ties", path));
        }
        return parts;
    }

    private static Way part(Visit visit, String label, String href, String path) {
        return new Way(visit.say(label), visit.link(href), href.equals(path));
    }

    private static List<Way> inboxes(Visit visit, String path, List<InboxTie> ties, Optional<InboxTie> chosen) {
        return IntStream.range(0, ties.size())
                .mapToObj(i -> new Way(
                        name(visit, ties.get(i)),
                        visit.link(path + "?inbox=" + ties.get(i).id()),
                        chosen.filter(ties.get(i)::equals).isPresent()))
                .toList();
    }

    /** There is no name of its owner here: an inbox is known by its partner and by when it was added. */
    static String name(Visit visit, InboxTie tie) {
        return visit.say(
                tie.inbox().person().isPresent() ? "inbox_of_person" : "inbox_of_partner",
                tie.inbox().partner(),
                visit.time(tie.since()));
    }
}
