package io.renkei.door.pages.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.AccessRecord;
import io.renkei.ports.records.AccessRecordId;
import io.renkei.ports.records.Requester;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who asked for what about the person (情報提供等記録), page by page. */
final class AccessRecordPages {

    private static final int PAGE = 20;

    private final Ports ports;

    AccessRecordPages(Ports ports) {
        this.ports = ports;
    }

    /** @param hidden the law keeps from the person what the entry is about */
    record Row(String asked, String who, String item, String agency, String answer, boolean hidden) {}

    Answer list(Visit visit) throws Refused {
        if (!ports.delegations().may(visit.actor(), Service.ACCESS_RECORDS)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        String before = visit.field("before");
        Optional<AccessRecordId> from = AccessRecordId.parse(before);
        if (!before.isEmpty() && from.isEmpty()) {
            throw new Refused(PagesCode.INPUT);
        }
        List<AccessRecord> found = ports.accessRecords().list(visit.actor().principal(), from, PAGE + 1);
        List<AccessRecord> shown = found.subList(0, Math.min(PAGE, found.size()));
        String older = found.size() > PAGE
                ? visit.link("/people/access-records?before="
                        + shown.get(shown.size() - 1).id())
                : "";
        return Answer.page(View.of("access-records", visit.say("records_title"))
                .with("rows", shown.stream().map(each -> row(visit, each)).toList())
                .with("nothing", shown.isEmpty())
                .with("older", older)
                .with("newest", from.isPresent() ? visit.link("/people/access-records") : ""));
    }

    private Row row(Visit visit, AccessRecord each) {
        String asked = visit.time(each.asked());
        if (each.undisclosed()) {
            return new Row(asked, "", "", "", visit.say("record_hidden"), true);
        }
        return new Row(
                asked,
                who(visit, each),
                each.item()
                        .map(number -> Items.name(ports.items(), number, visit.language()))
                        .or(() -> each.certificate()
                                .map(paper ->
                                        visit.say("paper_of_year", Papers.kind(visit, paper.kind()), paper.year())))
                        .orElse(""),
                each.agency().map(this::agency).orElse(""),
                visit.say("record_" + each.answer().name().toLowerCase(Locale.ROOT)),
                false);
    }

    private String agency(DestinationId id) {
        return ports.catalogue().destinationName(id).orElse(id.toString());
    }

    private String who(Visit visit, AccessRecord each) {
        if (each.requester() instanceof Requester.OfSite site) {
            String name = HandoverPages.siteName(ports, visit, site.site());
            return each.by().equals(each.principal())
                    ? visit.say("record_by_site", name)
                    : visit.say("record_by_site_represented", name, known(visit, each.by()));
        }
        return each.requester() instanceof Requester.Representative representative
                ? visit.say("record_by_representative", known(visit, representative.account()))
                : visit.say("record_by_self");
    }

    /** There are no names of people here: a representative is known by when it was registered. */
    private String known(Visit visit, AccountId representative) {
        return visit.acting().isPresent()
                ? ""
                : ports
                        .delegations()
                        .given(visit.signedIn()
                                .orElseThrow()
                                .session()
                                .account()
                                .id())
                        .stream()
                        .filter(each -> each.representative()
                                .filter(representative::equals)
                                .isPresent())
                        .findFirst()
                        .map(each -> visit.say("registered_on", visit.time(each.registered())))
                        .orElse("");
    }
}
