package io.renkei.door.pages.internal;

import io.renkei.ports.interaction.Interaction;
import io.renkei.ports.interaction.Interactions.Outcome;

/** A site asks that the person be signed out: any page can send a browser here, so the person decides. */
final class SignOutPages {

    private final Ports ports;
    private final SignIn signIn;

    SignOutPages(Ports ports, SignIn signIn) {
        this.ports = ports;
        this.signIn = signIn;
    }

    /** Who is not signed in any more is not asked, and goes on to the site. */
    Answer ask(Visit visit, Asked asked) {
        if (visit.signedIn().isEmpty()) {
            finish(visit, asked, new Outcome.SignedOut());
            return Answer.see("/oidc/authorize/" + asked.interaction().id());
        }
        return Answer.page(View.of("sign-out-asked", visit.say("signout_asked_title"))
                .focusedOn()
                .with("site", asked.name(visit.language()))
                .with("end", asked.path() + "/end")
                .with("stay", asked.path() + "/stay"));
    }

    Answer end(Visit visit) throws Refused {
        Asked asked = asked(visit);
        Answer ended = signIn.end(visit, asked.path() + "/back");
        finish(visit, asked, new Outcome.SignedOut());
        return ended;
    }

    /** The site is not told: it asked to lead somewhere after a sign-out, and there was none. */
    Answer stay(Visit visit) throws Refused {
        finish(visit, asked(visit), new Outcome.Denied());
        return Answer.see("/people/sites");
    }

    private Asked asked(Visit visit) throws Refused {
        return Asked.of(ports, visit, Interaction.Kind.SIGN_OUT);
    }

    private void finish(Visit visit, Asked asked, Outcome outcome) {
        ports.interactions().finish(asked.interaction().id(), visit.cookie(Interaction.COOKIE), outcome);
    }
}
