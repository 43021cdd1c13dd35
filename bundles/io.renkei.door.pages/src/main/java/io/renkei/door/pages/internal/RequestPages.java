package io.renkei.door.pages.internal;

import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions.Outcome;
import io.renkei.ports.linkage.Choice;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverView;
import io.renkei.ports.linkage.Handovers.Step;
import io.renkei.ports.linkage.Link;
import io.renkei.ports.people.Actor;
import io.renkei.ports.sites.Sites;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A site's request, step by step: sign in, link, consent to this request, wait for the agencies, choose, hand over, and back to the
 * site. Where it stands is read anew at each visit, so that any step can be loaded again; each step has its "no".
 */
final class RequestPages {

    private static final Choice NOTHING = new Choice(Set.of(), Set.of());

    private final Ports ports;
    private final SignIn signIn;
    private final SignOutPages signOut;
    private final SitePages sites;
    private final RequestViews views;

    RequestPages(Ports ports, SignIn signIn, SignOutPages signOut) {
        this.ports = ports;
        this.signIn = signIn;
        this.signOut = signOut;
        this.sites = new SitePages(ports);
        this.views = new RequestViews(ports);
    }

    Answer show(Visit visit) throws Refused {
        Asked asked = Asked.of(ports, visit);
        return inItsLanguage(
                visit,
                asked.interaction().kind() == Interaction.Kind.SIGN_OUT
                        ? signOut.ask(visit, asked)
                        : step(visit, asked));
    }

    private Answer step(Visit visit, Asked asked) throws Refused {
        if (visit.signedIn().isEmpty() || isTooOld(visit, asked)) {
            return Answer.page(signIn.view(visit, asked.path())
                    .with("request", true)
                    .with("again", visit.signedIn().isPresent())
                    .with("site", asked.site().name().in(visit.language().tag()))
                    .with("deny", asked.path() + "/deny"));
        }
        if (!asked.site().accounts().contains(visit.account().kind())) {
            return views.unavailable(visit, asked, PagesCode.ACCOUNT_KIND);
        }
        Optional<Link> link =
                ports.links().find(visit.actor().principal(), asked.site().id());
        if (link.isEmpty()) {
            return isOpen(visit, asked, Sites.Use.FIRST_LINK)
                    ? views.linkConsent(visit, asked)
                    : views.unavailable(visit, asked, PagesCode.SITE_CLOSED);
        }
        if (asked.interaction().handover().isEmpty()) {
            if (!isOpen(visit, asked, Sites.Use.SIGN_ON)) {
                return views.unavailable(visit, asked, PagesCode.SITE_CLOSED);
            }
            grant(visit, asked, Actor.self(visit.account().id()));
            return Answer.see("/oidc/authorize/" + asked.interaction().id());
        }
        HandoverView handover = handover(visit, asked);
        return switch (handover.state()) {
            case ASKED ->
                isOpen(visit, asked, Sites.Use.HANDOVER)
                        ? views.dataConsent(visit, asked, handover)
                        : views.unavailable(visit, asked, PagesCode.SITE_CLOSED);
            case COLLECTING ->
                visit.field("show").equals("now")
                        ? views.review(visit, asked, handover, NOTHING, Optional.empty())
                        : views.waiting(visit, asked, handover);
            case REVIEW -> views.review(visit, asked, handover, NOTHING, Optional.empty());
            case RELEASED, FETCHED -> {
                grant(visit, asked, visit.actor());
                yield Answer.see(visit.link(asked.path() + "/released/" + handover.id()));
            }
            case REFUSED, EXPIRED, REVOKED -> views.over(visit, asked, handover);
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

    Answer link(Visit visit) throws Refused {
        Asked asked = entered(visit);
        sites.given(visit, visit.actor(), asked.site(), asked.interaction().signed());
        return Answer.see(visit.link(asked.path() + "/linked"));
    }

    /** The receipt of the first consent, before it goes on. */
    Answer linked(Visit visit) throws Refused {
        Asked asked = asked(visit);
        Link link = ports.links()
                .find(visit.actor().principal(), asked.site().id())
                .orElseThrow(() -> new Refused(PagesCode.NOT_NOW));
        return views.linked(visit, asked, link);
    }

    Answer consent(Visit visit) throws Refused {
        Asked asked = entered(visit);
        done(ports.handovers()
                .consent(
                        visit.actor(),
                        handover(visit, asked).id(),
                        asked.interaction().signed()));
        return Answer.see(visit.link(asked.path()));
    }

    Answer release(Visit visit) throws Refused {
        Asked asked = entered(visit);
        HandoverView handover = handover(visit, asked);
        Set<SelfInformationNumber> chosen = new HashSet<>();
        for (String item : visit.all("item")) {
            chosen.add(SelfInformationNumber.parse(item).orElseThrow(() -> new Refused(PagesCode.INPUT)));
        }
        Set<HoldingRef> certificates = new HashSet<>();
        for (String certificate : visit.all("certificate")) {
            certificates.add(HoldingRef.parse(certificate).orElseThrow(() -> new Refused(PagesCode.INPUT)));
        }
        Choice choice = new Choice(chosen, certificates);
        if (choice.isEmpty()) {
            return views.review(visit, asked, handover, choice, Optional.of(PagesCode.NOTHING_CHOSEN));
        }
        Step step = ports.handovers().release(visit.actor(), handover.id(), choice);
        if (step instanceof Step.TooMuch) {
            return views.review(visit, asked, handover, choice, Optional.of(PagesCode.TOO_MUCH));
        }
        done(step);
        grant(visit, asked, visit.actor());
        return Answer.see(visit.link(asked.path() + "/released/" + handover.id()));
    }

    /** What was handed over, with the receipt, before the person goes back to the site. */
    Answer released(Visit visit) throws Refused {
        if (!ports.delegations().may(visit.actor(), Service.HANDOVER)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        HandoverView handover = HandoverPages.own(ports, visit);
        return views.released(visit, handover);
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
        return Asked.of(ports, visit, Interaction.Kind.SIGN_ON);
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
