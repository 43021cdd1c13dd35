package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.linkage.ConsentText;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                .with(
                        "items",
                        handover.released().stream()
                                .sorted()
                                .map(number -> Items.name(ports.items(), number, visit.language()))
                                .toList())
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
                .with("count", items.size())
                .with("complete", allowed.containsAll(items))
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
        boolean refreshes = !visit.field("refresh").equals("off");
        String here = visit.link(asked.path());
        Answer page = Answer.page(View.of("waiting", visit.say("waiting_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("count", Items.count(answers))
                .with(
                        "items",
                        Items.answered(
                                visit, ports.items(), answers, handover.wish().items(), Set.of()))
                .with("refreshes", refreshes)
                .with("seconds", visit.settings().waiting().toSeconds())
                .with("here", here)
                .with("still", visit.link(asked.path() + "?refresh=off"))
                .with("now", visit.link(asked.path() + "?show=now"))
                .with("deny", asked.path() + "/deny"));
        return refreshes ? page.with("Refresh", visit.settings().waiting().toSeconds() + "; url=" + here) : page;
    }

    Answer review(
            Visit visit,
            Asked asked,
            HandoverView handover,
            Set<SelfInformationNumber> chosen,
            Optional<PagesCode> fault)
            throws Refused {
        Map<SelfInformationNumber, ItemAnswer> answers = answers(visit, handover);
        boolean all = visit.field("all").equals("yes");
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
                                all ? answers.keySet() : chosen))
                .with(
                        "fault",
                        fault.map(code -> code.sentence(visit.language())).orElse(""))
                .with("faultCode", fault.map(PagesCode::code).orElse(""))
                .with("collecting", answers.values().stream().anyMatch(answer -> !answer.isFinal()))
                .with("here", visit.link(asked.path()))
                .with("selectAll", visit.link(asked.path() + "?all=yes" + (visit.has("show") ? "&show=now" : "")))
                .with("selectNone", visit.link(asked.path() + (visit.has("show") ? "?show=now" : "")))
                .with("allChosen", all)
                .with("action", asked.path() + "/release")
                .with("deny", asked.path() + "/deny");
        return Answer.page(fault.map(PagesCode::status).orElse(200), view);
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

    private Map<SelfInformationNumber, ItemAnswer> answers(Visit visit, HandoverView handover) throws Refused {
        return ports.handovers()
                .review(visit.actor(), handover.id())
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
    }
}
