package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.ConsentText;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.Actor;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.sites.Site;
import io.renkei.ports.sites.Sites;
import io.renkei.ports.sites.Words;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A site's request, step by step: sign in, link, consent to this request, wait for the agencies, choose, hand over, and back to the
 * site. Where it stands is read anew at each visit, so that any step can be loaded again; each step has its "no".
 */
final class RequestPages {

    private final Ports ports;
    private final SignIn signIn;
    private final SitePages sites;

    RequestPages(Ports ports, SignIn signIn) {
        this.ports = ports;
        this.signIn = signIn;
        this.sites = new SitePages(ports);
    }

    /** A request with its site. */
    private record Asked(Interaction interaction, Site site) {

        String path() {
            return "/people/requests/" + interaction.id();
        }
    }

    /** One delegation by which the person could act here. */
    record Principal(String href, String label) {}

    Answer show(Visit visit) throws Refused {
        return inItsLanguage(visit, step(visit));
    }

    private Answer step(Visit visit) throws Refused {
        Asked asked = asked(visit);
        if (visit.signedIn().isEmpty() || isTooOld(visit, asked)) {
            return Answer.page(signIn.view(visit, asked.path())
                    .with("request", true)
                    .with("again", visit.signedIn().isPresent())
                    .with("site", asked.site().name().in(visit.language().tag()))
                    .with("deny", asked.path() + "/deny"));
        }
        if (!asked.site().accounts().contains(visit.account().kind())) {
            return unavailable(visit, asked, PagesCode.ACCOUNT_KIND);
        }
        Optional<Link> link =
                ports.links().find(visit.actor().principal(), asked.site().id());
        if (link.isEmpty()) {
            return isOpen(visit, asked, Sites.Use.FIRST_LINK)
                    ? linkConsent(visit, asked)
                    : unavailable(visit, asked, PagesCode.SITE_CLOSED);
        }
        if (asked.interaction().handover().isEmpty()) {
            if (!isOpen(visit, asked, Sites.Use.SIGN_ON)) {
                return unavailable(visit, asked, PagesCode.SITE_CLOSED);
            }
            grant(visit, asked, Actor.self(visit.account().id()));
            return Answer.see("/oidc/authorize/" + asked.interaction().id());
        }
        HandoverView handover = handover(visit, asked);
        if (!isOpen(visit, asked, Sites.Use.HANDOVER)) {
            return unavailable(visit, asked, PagesCode.SITE_CLOSED);
        }
        return switch (handover.state()) {
            case ASKED -> dataConsent(visit, asked, handover);
            case COLLECTING ->
                visit.field("show").equals("now")
                        ? review(visit, asked, handover, Set.of(), Optional.empty())
                        : waiting(visit, asked, handover);
            case REVIEW -> review(visit, asked, handover, Set.of(), Optional.empty());
            case RELEASED, FETCHED -> {
                grant(visit, asked, visit.actor());
                yield Answer.see(visit.link(asked.path() + "/released/" + handover.id()));
            }
            case REFUSED, EXPIRED, REVOKED -> over(visit, asked, handover);
        };
    }

    /** What follows is in the language that the site wished for too, unless the person has chosen one. */
    private static Answer inItsLanguage(Visit visit, Answer answer) {
        return Language.ofTag(visit.cookie(Cookies.LANGUAGE)).isPresent() || visit.has("lang")
                ? answer
                : answer.cookie(Cookies.set(
                        Cookies.LANGUAGE, Cookies.OF_SITE + visit.language().tag()));
    }

    private static boolean isTooOld(Visit visit, Asked asked) throws Refused {
        Optional<Instant> after = asked.interaction().signedInAfter();
        return after.isPresent() && !visit.session().signedInAt().isAfter(after.get());
    }

    private boolean isOpen(Visit visit, Asked asked, Sites.Use use) {
        return ports.sites().opening(asked.site().id(), use, visit.now()).open();
    }

    private Answer linkConsent(Visit visit, Asked asked) throws Refused {
        return Answer.page(View.of("link", visit.say("link_title"))
                .focusedOn()
                .with("site", sites.row(visit, asked.site()))
                .with("text", SitePages.consentText(visit, asked.site()))
                .with("revocation", ConsentText.revocation().in(visit.language().tag()))
                .with("action", asked.path() + "/link")
                .with("deny", asked.path() + "/deny")
                .with("cancel", ""));
    }

    Answer link(Visit visit) throws Refused {
        Asked asked = entered(visit);
        sites.given(visit, visit.actor(), asked.site());
        return Answer.see(visit.link(asked.path() + "/linked"));
    }

    /** The receipt of the first consent, before it goes on. */
    Answer linked(Visit visit) throws Refused {
        Asked asked = asked(visit);
        Link link = ports.links()
                .find(visit.actor().principal(), asked.site().id())
                .orElseThrow(() -> new Refused(PagesCode.NOT_NOW));
        return Answer.page(View.of("linked", visit.say("linked_title"))
                .focusedOn()
                .with("site", asked.site().name().in(visit.language().tag()))
                .with("until", visit.time(link.until()))
                .with("receipt", "/people/receipts/" + link.consent())
                .with("onward", visit.link(asked.path())));
    }

    private Answer dataConsent(Visit visit, Asked asked, HandoverView handover) throws Refused {
        Set<SelfInformationNumber> items = handover.wish().items().keySet();
        Set<SelfInformationNumber> allowed =
                visit.acting().isEmpty() ? items : ports.delegations().allowed(visit.actor(), Service.HANDOVER, items);
        return Answer.page(View.of("consent", visit.say("consent_title"))
                .focusedOn()
                .with("site", asked.site().name().in(visit.language().tag()))
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

    Answer consent(Visit visit) throws Refused {
        Asked asked = entered(visit);
        done(ports.handovers().consent(visit.actor(), handover(visit, asked).id()));
        return Answer.see(visit.link(asked.path()));
    }

    private Answer waiting(Visit visit, Asked asked, HandoverView handover) throws Refused {
        Map<SelfInformationNumber, ItemAnswer> answers = answers(visit, handover);
        boolean refreshes = !visit.field("refresh").equals("off");
        String here = visit.link(asked.path());
        Answer page = Answer.page(View.of("waiting", visit.say("waiting_title"))
                .focusedOn()
                .with("site", asked.site().name().in(visit.language().tag()))
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

    private Answer review(
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
                .with("site", asked.site().name().in(visit.language().tag()))
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

    Answer release(Visit visit) throws Refused {
        Asked asked = entered(visit);
        HandoverView handover = handover(visit, asked);
        Set<SelfInformationNumber> chosen = new HashSet<>();
        for (String item : visit.all("item")) {
            chosen.add(SelfInformationNumber.parse(item).orElseThrow(() -> new Refused(PagesCode.INPUT)));
        }
        if (chosen.isEmpty()) {
            return review(visit, asked, handover, chosen, Optional.of(PagesCode.NOTHING_CHOSEN));
        }
        done(ports.handovers().release(visit.actor(), handover.id(), chosen));
        grant(visit, asked, visit.actor());
        return Answer.see(visit.link(asked.path() + "/released/" + handover.id()));
    }

    /** What was handed over, with the receipt, before the person goes back to the site. */
    Answer released(Visit visit) throws Refused {
        if (!ports.delegations().may(visit.actor(), Service.HANDOVER)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        HandoverView handover = HandoverPages.own(ports, visit);
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

    Answer deny(Visit visit) throws Refused {
        Asked asked = asked(visit);
        Optional<HandoverId> handover = asked.interaction().handover();
        if (visit.signedIn().isPresent() && handover.isPresent()) {
            ports.handovers().refuse(visit.actor(), handover.get());
        }
        finish(visit, asked, new Outcome.Denied());
        return Answer.see(asked.path() + "/back");
    }

    /** The request cannot go on; the site is told why by a code. */
    Answer leave(Visit visit) throws Refused {
        Asked asked = asked(visit);
        String code = visit.field("code");
        boolean known = code.equals(PagesCode.SITE_CLOSED.code()) || code.equals(PagesCode.ACCOUNT_KIND.code());
        finish(visit, asked, known ? new Outcome.Unavailable(code) : new Outcome.Unavailable(PagesCode.NOT_NOW.code()));
        return Answer.see(asked.path() + "/back");
    }

    /**
     * Back to the protocol, which sends the browser to the site. By way of a page, because browsers hold each redirect after a form
     * against {@code form-action}, and the site is another origin.
     */
    Answer back(Visit visit) {
        String onward = "/oidc/authorize/" + visit.part("request");
        return Answer.page(View.of("back", visit.say("back_title")).focusedOn().with("onward", onward))
                .with("Refresh", "0; url=" + onward);
    }

    private Answer unavailable(Visit visit, Asked asked, PagesCode code) throws Refused {
        return Answer.page(View.of("unavailable", visit.say("unavailable_title"))
                .focusedOn()
                .with("site", sites.row(visit, asked.site()))
                .with("closed", code == PagesCode.SITE_CLOSED)
                .with("sentence", code.sentence(visit.language()))
                .with("code", code.code())
                .with("action", asked.path() + "/leave"));
    }

    private Answer over(Visit visit, Asked asked, HandoverView handover) {
        return Answer.page(View.of("over", visit.say("over_title"))
                .focusedOn()
                .with("site", asked.site().name().in(visit.language().tag()))
                .with("said", HandoverPages.state(visit, handover.state()))
                .with("action", asked.path() + "/deny"));
    }

    /** For a step: what the page before it showed has to be so still. */
    private Asked entered(Visit visit) throws Refused {
        Asked asked = asked(visit);
        if (isTooOld(visit, asked)) {
            throw new Refused(PagesCode.SIGN_IN_FIRST);
        }
        if (!asked.site().accounts().contains(visit.account().kind())) {
            throw new Refused(PagesCode.ACCOUNT_KIND);
        }
        return asked;
    }

    private Asked asked(Visit visit) throws Refused {
        Interaction interaction = ports.interactions()
                .find(visit.part("request"), visit.cookie(Interaction.COOKIE))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
        Site site = ports.sites().find(interaction.site()).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_SITE));
        return new Asked(interaction, site);
    }

    /** The handover of this request; one to which another account consented answers like an unknown one. */
    private HandoverView handover(Visit visit, Asked asked) throws Refused {
        HandoverView found = asked.interaction()
                .handover()
                .flatMap(ports.handovers()::find)
                .filter(each -> each.site().equals(asked.site().id()))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
        if (found.account().isPresent()
                && !found.account().get().equals(visit.actor().principal())) {
            throw new Refused(PagesCode.NO_SUCH_REQUEST);
        }
        return found;
    }

    private Map<SelfInformationNumber, ItemAnswer> answers(Visit visit, HandoverView handover) throws Refused {
        return ports.handovers()
                .review(visit.actor(), handover.id())
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_REQUEST));
    }

    private static void done(Step step) throws Refused {
        if (step instanceof Step.NotAllowed not) {
            throw new Refused(
                    PagesCode.NOT_ALLOWED,
                    String.join(
                            ", ",
                            not.items().stream().sorted().map(Object::toString).toList()));
        }
        if (step instanceof Step.NotNow) {
            throw new Refused(PagesCode.NOT_NOW);
        }
        if (step instanceof Step.NoSuchHandover) {
            throw new Refused(PagesCode.NO_SUCH_REQUEST);
        }
    }

    private void grant(Visit visit, Asked asked, Actor who) throws Refused {
        finish(visit, asked, new Outcome.Granted(visit.session(), who));
    }

    private void finish(Visit visit, Asked asked, Outcome outcome) {
        ports.interactions().finish(asked.interaction().id(), visit.cookie(Interaction.COOKIE), outcome);
    }
}
