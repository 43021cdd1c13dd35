package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.ConsentText;
import io.renkei.ports.linkage.Gathering;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person sees at each step of a site's request. */
final class RequestViews {

    private final Ports ports;
    private final SitePages sites;

    RequestViews(Ports ports) {
        this.ports = ports;
        this.sites = new SitePages(ports);
    }

    /** One delegation by which the person could act here. */
    record Principal(String href, String label) {}

    /** The receipt of the first consent, before it goes on. */
    Answer linked(Visit visit, Asked asked, Link link) {
        return Answer.page(View.of("linked", visit.say("linked_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("until", visit.time(link.until()))
                .with("receipt", "/people/receipts/" + link.consent())
                .with("onward", visit.link(asked.path())));
    }

    /** What was handed over, with the receipt, before the person goes back to the site. */
    Answer released(Visit visit, HandoverView handover) {
        return Answer.page(View.of("released", visit.say("released_title"))
                .focusedOn()
                .with("site", HandoverPages.siteName(ports, visit, handover.site()))
                .with("items", HandoverPages.chosen(ports, visit, handover))
                .with("until", visit.time(handover.until()))
                .with("receipt", "/people/handovers/" + handover.id() + "/receipt")
                .with("onward", "/oidc/authorize/" + visit.part("request")));
    }

    Answer linkConsent(Visit visit, Asked asked) throws Refused {
        return Answer.page(View.of("link", visit.say("link_title"))
                .focusedOn()
                .with("site", sites.row(visit, asked.site()))
                .with("steps", asked.interaction().handover().isPresent())
                .with("text", SitePages.consentText(visit, asked.site()))
                .with("revocation", ConsentText.revocation().in(visit.language().tag()))
                .with("action", asked.path() + "/link")
                .with("deny", asked.path() + "/deny")
                .with("cancel", ""));
    }

    Answer dataConsent(Visit visit, Asked asked, HandoverView handover) throws Refused {
        Set<SelfInformationNumber> items = handover.wish().items().keySet();
        Set<SelfInformationNumber> allowed =
                visit.acting().isEmpty() ? items : ports.delegations().allowed(visit.actor(), Service.HANDOVER, items);
        return Answer.page(View.of("consent", visit.say("consent_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("purpose", asked.site().purpose().in(visit.language().tag()))
                .with(
                        "text",
                        ConsentText.handover(asked.site(), handover.wish(), this::words, handover.until())
                                .in(visit.language().tag()))
                .with("revocation", ConsentText.revocation().in(visit.language().tag()))
                .with("quoted", handover.wish().purpose())
                .with("until", visit.time(handover.until()))
                .with("fetchDays", Math.max(1, asked.site().handoverLasts().toDays()))
                .with(
                        "items",
                        Items.wished(visit, ports.items(), handover.wish().items(), allowed))
                .with(
                        "certificates",
                        handover.wish()
                                .deductions()
                                .map(wish -> Papers.wished(visit, wish))
                                .orElse(List.of()))
                .with(
                        "complete",
                        allowed.containsAll(items)
                                && (visit.acting().isEmpty()
                                        || handover.wish().deductions().isEmpty()))
                .with("next", visit.say(items.isEmpty() ? "consent_next_papers" : "consent_next_said"))
                .with("yes", visit.say(items.isEmpty() ? "consent_yes_papers" : "consent_yes"))
                .with("principals", principals(visit, asked))
                .with("action", asked.path() + "/consent")
                .with("deny", asked.path() + "/deny"));
    }

    /** As the receipt names it. */
    private Words words(SelfInformationNumber number) {
        return ports.items()
                .find(number)
                .map(item -> new Words(item.name(), item.nameEn()))
                .orElse(new Words(number.toString(), number.toString()));
    }

    private List<Principal> principals(Visit visit, Asked asked) throws Refused {
        if (visit.acting().isPresent()) {
            return List.of(new Principal(asked.path(), visit.say("act_for_self")));
        }
        return ports.delegations().held(visit.account().id()).stream()
                .filter(each -> each.grant().services().contains(Service.HANDOVER))
                .map(each -> new Principal(
                        asked.path() + "?" + Visit.FOR + "=" + each.id(),
                        visit.say("act_for_other", visit.time(each.registered()))))
                .toList();
    }

    Answer waiting(Visit visit, Asked asked, HandoverView handover) throws Refused {
        Map<SelfInformationNumber, ItemAnswer> answers = answers(visit, handover);
        List<Papers.ServiceRow> services = gathering(visit, handover)
                .map(gathering -> Papers.gathered(ports, visit, gathering.services()))
                .orElse(List.of());
        long out = services.stream().filter(Papers.ServiceRow::waits).count();
        int all = answers.size() + services.size();
        boolean refreshes = !visit.field("refresh").equals("off");
        String here = visit.link(asked.path());
        Answer page = Answer.page(View.of("waiting", visit.say("waiting_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with(
                        "count",
                        new BundlePages.Count(Items.count(answers).answered() + (int) (services.size() - out), all))
                .with("any", all > 0)
                .with(
                        "items",
                        Items.answered(
                                visit, ports.items(), answers, handover.wish().items(), Set.of()))
                .with("services", services)
                .with("refreshes", refreshes)
                .with("seconds", visit.settings().waiting().toSeconds())
                .with("here", here)
                .with("still", visit.link(asked.path() + "?refresh=off"))
                .with("now", visit.link(asked.path() + "?show=now"))
                .with("deny", asked.path() + "/deny"));
        return refreshes ? page.with("Refresh", visit.settings().waiting().toSeconds() + "; url=" + here) : page;
    }

    Answer review(Visit visit, Asked asked, HandoverView handover, Choice chosen, Optional<PagesCode> fault)
            throws Refused {
        Map<SelfInformationNumber, ItemAnswer> answers = answers(visit, handover);
        Optional<Gathering> gathering = gathering(visit, handover);
        List<DeductionCertificate> papers =
                gathering.isPresent() ? ports.handovers().certificates(visit.actor(), handover.id()) : List.of();
        boolean all = visit.field("all").equals("yes");
        boolean lacks = gathering.isPresent() && lacks(gathering.get());
        boolean collecting = answers.values().stream().anyMatch(answer -> !answer.isFinal())
                || gathering.isPresent() && !gathering.get().complete();
        View view = View.of("review", visit.say("review_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("count", Items.count(answers))
                .with(
                        "items",
                        Items.answered(
                                visit,
                                ports.items(),
                                answers,
                                handover.wish().items(),
                                all ? answers.keySet() : chosen.items()))
                .with("some", !answers.isEmpty())
                .with("gathered", gathering.isPresent())
                .with(
                        "noService",
                        gathering.map(each -> each.services().isEmpty()).orElse(false))
                .with("why", gathering.map(Gathering::code).orElse(""))
                .with(
                        "services",
                        Papers.toChoose(
                                ports,
                                visit,
                                gathering.map(Gathering::services).orElse(List.of()),
                                papers,
                                all
                                        ? papers.stream()
                                                .map(DeductionCertificate::from)
                                                .collect(Collectors.toSet())
                                        : chosen.certificates()))
                .with("lacks", lacks || Items.count(answers).lacks())
                .with(
                        "fault",
                        fault.map(code -> code.sentence(visit.language())).orElse(""))
                .with("faultCode", fault.map(PagesCode::code).orElse(""))
                .with("collecting", collecting)
                .with("here", visit.link(asked.path()))
                .with("selectAll", visit.link(asked.path() + "?all=yes" + (visit.has("show") ? "&show=now" : "")))
                .with("selectNone", visit.link(asked.path() + (visit.has("show") ? "?show=now" : "")))
                .with("allChosen", all)
                .with("action", asked.path() + "/release")
                .with("deny", asked.path() + "/deny");
        return Answer.page(fault.map(PagesCode::status).orElse(200), view);
    }

    private static boolean lacks(Gathering gathering) {
        return gathering.services().isEmpty()
                || gathering.services().stream().anyMatch(part -> part.state() != PartState.COMPLETE);
    }

    Answer unavailable(Visit visit, Asked asked, PagesCode code) throws Refused {
        return Answer.page(View.of("unavailable", visit.say("unavailable_title"))
                .focusedOn()
                .with("site", sites.row(visit, asked.site()))
                .with("closed", code == PagesCode.SITE_CLOSED)
                .with("sentence", code.sentence(visit.language()))
                .with("code", code.code())
                .with("action", asked.path() + "/leave"));
    }

    Answer over(Visit visit, Asked asked, HandoverView handover) {
        return Answer.page(View.of("over", visit.say("over_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("said", HandoverPages.state(visit, handover.state()))
                .with("action", asked.path() + "/deny"));
    }

    private Optional<Gathering> gathering(Visit visit, HandoverView handover) throws Refused {
        return ports.handovers().gathering(visit.actor(), handover.id());
    }

    private Map<SelfInformationNumber, ItemAnswer> answers(Visit visit, HandoverView handover) throws Refused {
        return ports.handovers()
                .review(visit.actor(), handover.id())
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
    }
}
