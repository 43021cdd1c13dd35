package io.renkei.door.pages.internal;

import io.renkei.ports.holdings.HoldingAccess;
import io.renkei.ports.holdings.HoldingAccess.ReadReceipt;
import io.renkei.ports.holdings.HoldingAccessId;
import io.renkei.ports.people.AccountId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was fetched from private delivery services for the person, page by page. A representative sees none of it. */
final class FetchPages {

    private static final String PATH = "/people/holdings/fetches";
    private static final int PAGE = 20;

    private final Ports ports;

    FetchPages(Ports ports) {
        this.ports = ports;
    }

    /**
     * One fetch.
     *
     * @param kind in words; empty text where the document was opened by its number
     * @param code why nothing came, or why it is not verified; else empty text
     */
    record Row(
            String asked,
            String service,
            String number,
            String kind,
            String why,
            String answer,
            String code,
            String read) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = HoldingPages.own(visit);
        String before = visit.field("before");
        Optional<HoldingAccessId> from = HoldingAccessId.parse(before);
        if (!before.isEmpty() && from.isEmpty()) {
            throw new Refused(PagesCode.INPUT);
        }
        List<HoldingAccess> found = ports.holdings().accesses(account, from, PAGE + 1);
        List<HoldingAccess> shown = found.subList(0, Math.min(PAGE, found.size()));
        return Answer.page(View.of("fetches", visit.say("fetches_title"))
                .with("rows", shown.stream().map(each -> row(visit, each)).toList())
                .with("nothing", shown.isEmpty())
                .with(
                        "older",
                        found.size() > PAGE
                                ? PATH + "?before="
                                        + shown.get(shown.size() - 1).id()
                                : "")
                .with("newest", from.isPresent() ? PATH : ""));
    }

    private Row row(Visit visit, HoldingAccess each) {
        return new Row(
                visit.time(each.asked()),
                HandoverPages.siteName(ports, visit, each.holding().service()),
                each.holding().id(),
                each.kind().isEmpty() ? "" : Papers.kind(visit, each.kind()),
                visit.say(each.bundle().isPresent() ? "fetch_gathered" : "fetch_opened"),
                visit.say(answer(each)),
                each.judgement().map(judgement -> judgement.code()).orElse(each.missing()),
                each.receipt() == ReadReceipt.NONE
                        ? ""
                        : visit.say("fetch_read_" + each.receipt().name().toLowerCase(Locale.ROOT)));
    }

    private static String answer(HoldingAccess each) {
        return each.judgement()
                .map(judgement -> "paper_" + judgement.verdict().name().toLowerCase(Locale.ROOT))
                .orElse(each.missing().isEmpty() ? "record_open" : "record_failed");
    }
}
