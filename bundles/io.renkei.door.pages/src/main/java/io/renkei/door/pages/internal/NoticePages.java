package io.renkei.door.pages.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.InboxSearch;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PaymentFilter;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Notices: listed, looked for, and one with its periods. What is listed counts as seen once the page was sent. */
final class NoticePages {

    static final String LIST = "/people/inbox";

    private static final int PAGE = 20;
    private static final int LONGEST_TEXT = 100;
    private static final int YEARS_BACK = 9;

    private final Ports ports;
    private final Reading reading;

    NoticePages(Ports ports, Reading reading) {
        this.ports = ports;
        this.reading = reading;
    }

    /** One of the list. */
    record Row(
            String href,
            String title,
            String from,
            String available,
            boolean read,
            String mark,
            List<NoticeBadges.Badge> badges,
            String fetchUntil,
            String objection) {}

    /** A year that can be chosen. */
    record Choice(int year, boolean chosen) {}

    /** What is asked for. */
    private record Question(Optional<Year> year, boolean unread, String text, Optional<NoticeId> before) {}

    Answer list(Visit visit) throws Refused {
        return list(visit, question(visit, ""));
    }

    /** The text may name a person: it stands in the form, never in an address. */
    Answer search(Visit visit) throws Refused {
        String text = visit.field("text").strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new Refused(PagesCode.INPUT);
        }
        return list(visit, question(visit, text));
    }

    private static Question question(Visit visit, String text) throws Refused {
        String before = visit.field("before");
        Optional<NoticeId> last = Ids.of(before).map(NoticeId::new);
        if (!before.isEmpty() && last.isEmpty()) {
            throw new Refused(PagesCode.INPUT);
        }
        return new Question(year(visit), visit.field("unread").equals("1"), text, last);
    }

    private static Optional<Year> year(Visit visit) throws Refused {
        String year = visit.field("year");
        if (!year.isEmpty() && !year.matches("20[0-9]{2}")) {
            throw new Refused(PagesCode.INPUT);
        }
        return year.isEmpty() ? Optional.empty() : Optional.of(Year.parse(year));
    }

    private Answer list(Visit visit, Question question) throws Refused {
        List<InboxTie> ties = reading.ties(visit);
        Optional<InboxTie> tie = reading.chosen(visit, ties);
        InboxSearch.Found found =
                tie.isEmpty() ? new InboxSearch.Found(List.of(), Optional.empty(), false) : find(tie.get(), question);
        if (tie.isPresent()) {
            reading.note(visit, tie.get(), "LIST", "");
        }
        boolean searched = !question.text().isEmpty();
        View view = InboxFrame.of(visit, View.of("inbox", visit.say("inbox_title")), LIST, ties, tie)
                .with("rows", rows(visit, found.notices()))
                .with("nothing", tie.isPresent() && found.notices().isEmpty())
                .with("text", question.text())
                .with("searched", searched)
                .with("asked", searched || question.unread() || question.year().isPresent())
                .with("stopped", found.stopped())
                .with("year", question.year().map(Year::toString).orElse(""))
                .with("years", years(visit, question.year()))
                .with("unread", question.unread())
                .with("before", found.next().map(NoticeId::toString).orElse(""))
                .with("older", older(visit, tie, question, found))
                .with("newest", question.before().isPresent() ? href(visit, tie, question, "") : "");
        List<NoticeId> ids = found.notices().stream().map(NoticeView::id).toList();
        return Answer.page(view)
                .then(() -> tie.filter(each -> !ids.isEmpty())
                        .ifPresent(each -> ports.notices().seen(each.inbox().partner(), ids, visit.now())));
    }

    private InboxSearch.Found find(InboxTie tie, Question question) {
        InboxFilter filter = new InboxFilter(
                question.unread(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                question.year().map(year -> day(year, 0)),
                question.year().map(year -> day(year, 1)),
                Optional.empty(),
                Reading.person(tie));
        if (!question.text().isEmpty()) {
            return new InboxSearch(ports.notices())
                    .search(tie.inbox().partner(), filter, question.text(), question.before(), PAGE);
        }
        List<NoticeView> page = ports.notices().inbox(tie.inbox().partner(), filter, question.before(), PAGE + 1);
        List<NoticeView> shown = page.subList(0, Math.min(PAGE, page.size()));
        return new InboxSearch.Found(
                shown, page.size() > PAGE ? Optional.of(shown.get(PAGE - 1).id()) : Optional.empty(), false);
    }

    private static Instant day(Year year, int later) {
        return year.plusYears(later).atDay(1).atStartOfDay(Moments.JAPAN).toInstant();
    }

    private static List<Choice> years(Visit visit, Optional<Year> chosen) {
        int now = Moments.dayOf(visit.now()).getYear();
        return IntStream.rangeClosed(now - YEARS_BACK, now)
                .map(year -> 2 * now - YEARS_BACK - year)
                .mapToObj(year -> new Choice(year, chosen.equals(Optional.of(Year.of(year)))))
                .toList();
    }

    /** Of a search there is no address: it goes on by a form. */
    private static String older(Visit visit, Optional<InboxTie> tie, Question question, InboxSearch.Found found) {
        return found.next().isEmpty() || !question.text().isEmpty()
                ? ""
                : href(visit, tie, question, "&before=" + found.next().get());
    }

    private static String href(Visit visit, Optional<InboxTie> tie, Question question, String more) {
        return visit.link(
                LIST + "?inbox=" + tie.map(each -> each.id().toString()).orElse("")
                        + question.year().map(year -> "&year=" + year).orElse("")
                        + (question.unread() ? "&unread=1" : "")
                        + more);
    }

    private List<Row> rows(Visit visit, List<NoticeView> notices) {
        return notices.stream().map(each -> row(visit, each)).toList();
    }

    private Row row(Visit visit, NoticeView notice) {
        return new Row(
                visit.link(LIST + "/notices/" + notice.id()),
                title(visit, notice),
                from(notice.from()),
                notice.available().map(visit::time).orElse(""),
                notice.read(),
                visit.say(notice.read() ? "notice_read" : "notice_unread"),
                NoticeBadges.of(visit, notice),
                notice.facts().fetchUntil().map(visit::time).orElse(""),
                ports.periods()
                        .objection(notice)
                        .flatMap(period -> period.lastDay().or(period::limit))
                        .map(day -> Moments.day(day, visit.language()))
                        .orElse(""));
    }

    private static String title(Visit visit, NoticeView notice) {
        return notice.title().isEmpty() ? visit.say("notice_untitled") : notice.title();
    }

    private String from(DestinationId id) {
        return ports.catalogue().destinationName(id).orElse(id.toString());
    }

    Answer show(Visit visit) throws Refused {
        Reading.Found<NoticeView> found = reading.notice(visit);
        reading.note(visit, found.tie(), "NOTICE", found.it().id().toString());
        NoticeView notice = found.it();
        View view = View.of("notice", visit.say("notice_title"))
                .with("parts", List.of())
                .with("href", visit.link(LIST + "/notices/" + notice.id()))
                .with("path", LIST + "/notices/" + notice.id())
                .with("back", visit.link(LIST + "?inbox=" + found.tie().id()))
                .with("name", title(visit, notice))
                .with("read", notice.read())
                .with("badges", NoticeBadges.of(visit, notice))
                .with("facts", facts(visit, notice))
                .with("objection", objection(visit, notice))
                .with("over", notice.facts().isOver(visit.now()))
                .with("warnings", warnings(visit, notice))
                .with("successor", way(visit, notice.facts().successor()))
                .with("rival", way(visit, notice.facts().rival()))
                .with("payments", payments(visit, found));
        return Answer.page(view).then(() -> ports.notices().seen(found.partner(), List.of(notice.id()), visit.now()));
    }

    private static String way(Visit visit, Optional<NoticeId> to) {
        return to.map(id -> visit.link(LIST + "/notices/" + id)).orElse("");
    }

    /** One line of a description. */
    record Fact(String term, String value) {}

    private List<Fact> facts(Visit visit, NoticeView notice) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(visit.say("notice_from"), from(notice.from())));
        add(
                facts,
                visit,
                "notice_number",
                Optional.of(notice.issuerNumber()).filter(text -> !text.isEmpty()),
                text -> text);
        add(facts, visit, "notice_filing", notice.filing(), Object::toString);
        add(facts, visit, "notice_issued", notice.facts().issued(), day -> Moments.day(day, visit.language()));
        add(facts, visit, "notice_verified", notice.facts().at(NoticeFact.VERIFIED), visit::time);
        add(facts, visit, "notice_origin", ports.messages().origin(notice.id()), each -> each.server());
        add(facts, visit, "notice_available", notice.available(), visit::time);
        add(facts, visit, "notice_seen", notice.seen(), visit::time);
        add(facts, visit, "notice_fetched", notice.fetched(), visit::time);
        add(facts, visit, "notice_fetch_until", notice.facts().fetchUntil(), visit::time);
        return facts;
    }

    private static <T> void add(
            List<Fact> facts, Visit visit, String term, Optional<T> value, Function<T, String> said) {
        value.ifPresent(each -> facts.add(new Fact(visit.say(term), said.apply(each))));
    }

    private String objection(Visit visit, NoticeView notice) {
        return ports.periods()
                .objection(notice)
                .map(period -> visit.language().isEnglish() ? period.sentence() : period.sentenceJa())
                .orElse("");
    }

    private static List<String> warnings(Visit visit, NoticeView notice) {
        return NoticeBadges.of(visit, notice).stream()
                .map(NoticeBadges.Badge::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private List<PaymentPages.Row> payments(Visit visit, Reading.Found<NoticeView> found) {
        return found
                .it()
                .filing()
                .map(filing -> new PaymentFilter(Optional.of(filing), Optional.empty()))
                .map(filter -> ports.payments().list(found.partner(), filter, Optional.empty(), PAGE))
                .orElse(List.of())
                .stream()
                .map(payment -> PaymentPages.row(ports, visit, payment))
                .toList();
    }

    Answer markRead(Visit visit) throws Refused {
        return mark(visit, true);
    }

    Answer markUnread(Visit visit) throws Refused {
        return mark(visit, false);
    }

    private Answer mark(Visit visit, boolean read) throws Refused {
        Reading.Found<NoticeView> found = reading.notice(visit);
        ports.notices().markRead(found.partner(), found.it().id(), read);
        return Answer.see(visit.link(LIST + "/notices/" + found.it().id()));
    }
}
