package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.sites.SiteId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A person's handovers: how each stands, its receipt, and taking it back. */
final class HandoverPages {

    private static final Set<HandoverState> OPEN =
            Set.of(HandoverState.COLLECTING, HandoverState.REVIEW, HandoverState.RELEASED, HandoverState.FETCHED);

    private final Ports ports;

    HandoverPages(Ports ports) {
        this.ports = ports;
    }

    /** One handover, as a person reads it. */
    record Row(
            String id,
            String site,
            String asked,
            String until,
            String state,
            String said,
            boolean revocable,
            boolean fetched,
            String receipt,
            boolean chosen,
            String purpose,
            List<String> wished,
            List<String> released) {}

    Answer list(Visit visit) throws Refused {
        requireOwnMatter(visit);
        List<Row> rows = ports.handovers().of(visit.actor().principal()).stream()
                .map(each -> row(visit, each))
                .toList();
        return Answer.page(View.of("handovers", visit.say("handovers_title"))
                .with("rows", rows)
                .with("done", visit.field("done").equals("revoked"))
                .with("nothing", rows.isEmpty()));
    }

    Answer show(Visit visit) throws Refused {
        requireOwnMatter(visit);
        return Answer.page(View.of("handover", visit.say("handover_title")).with("row", row(visit, own(ports, visit))));
    }

    Answer revoke(Visit visit) throws Refused {
        requireOwnMatter(visit);
        Step step = ports.handovers().revoke(visit.actor(), own(ports, visit).id());
        if (!(step instanceof Step.Done)) {
            throw new Refused(step instanceof Step.NoSuchHandover ? PagesCode.NO_SUCH_HANDOVER : PagesCode.NOT_NOW);
        }
        return Answer.see(visit.link("/people/handovers?done=revoked"));
    }

    /** What a person handed over to whom is delegated to nobody. */
    private static void requireOwnMatter(Visit visit) throws Refused {
        if (visit.acting().isPresent()) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
    }

    /** The handover that the path names; another account's answers like an unknown one. */
    static HandoverView own(Ports ports, Visit visit) throws Refused {
        var principal = visit.actor().principal();
        return HandoverId.parse(visit.part("handover"))
                .flatMap(ports.handovers()::find)
                .filter(each -> each.account().filter(principal::equals).isPresent())
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_HANDOVER));
    }

    static String state(Visit visit, HandoverState state) {
        return visit.say("handover_state_" + state.name().toLowerCase(Locale.ROOT));
    }

    /** A site that is not configured any more still has its id. */
    static String siteName(Ports ports, Visit visit, SiteId id) {
        return ports.sites()
                .find(id)
                .map(site -> site.name().in(visit.language().tag()))
                .orElse(id.toString());
    }

    private Row row(Visit visit, HandoverView each) {
        return new Row(
                each.id().toString(),
                siteName(ports, visit, each.site()),
                visit.time(each.askedAt()),
                visit.time(each.until()),
                each.state().name().toLowerCase(Locale.ROOT),
                state(visit, each.state()),
                OPEN.contains(each.state()) && visit.acting().isEmpty(),
                each.state() == HandoverState.FETCHED,
                each.consent().map(Object::toString).orElse(""),
                !each.released().isEmpty() || !each.certificates().isEmpty(),
                each.wish().purpose(),
                named(
                        ports,
                        visit,
                        each.wish().items().keySet(),
                        each.wish()
                                .deductions()
                                .map(wish -> Papers.wished(visit, wish))
                                .orElse(List.of())),
                chosen(ports, visit, each));
    }

    /** What was handed over, in words. */
    static List<String> chosen(Ports ports, Visit visit, HandoverView handover) {
        return named(ports, visit, handover.released(), Papers.chosen(ports, visit, handover.certificates()));
    }

    private static List<String> named(Ports ports, Visit visit, Set<SelfInformationNumber> items, List<String> papers) {
        return Stream.concat(
                        items.stream().sorted().map(number -> Items.name(ports.items(), number, visit.language())),
                        papers.stream())
                .toList();
    }
}
