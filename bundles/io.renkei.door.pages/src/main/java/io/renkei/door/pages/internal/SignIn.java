package io.renkei.door.pages.internal;

import io.renkei.ports.people.Account;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.Sessions;
import java.util.function.Predicate;

/** Where a person chooses how to sign in, and what is the same for each way. */
final class SignIn {

    private static final String START = "/people/sites";

    private final Ports ports;
    private final CompanyProvider company;
    private final Predicate<String> pages;

    /** @param pages whether a path is one of a page, to which somebody may be sent after signing in */
    SignIn(Ports ports, CompanyProvider company, Predicate<String> pages) {
        this.ports = ports;
        this.company = company;
        this.pages = pages;
    }

    Answer show(Visit visit) {
        return Answer.page(view(visit, onward(visit.field("to"))));
    }

    /** @param to where to go on afterwards */
    View view(Visit visit, String to) {
        return View.of("sign-in", visit.say("signin_title"))
                .focusedOn()
                .with("certificate", visit.settings().certificate() + "/people/sign-in/certificate?to=" + to)
                .with("company", company.isOffered() ? "/people/sign-in/company?to=" + to : "")
                .with("kinds", company.isOffered() ? company.kinds(visit.language()) : "")
                .with("request", false)
                .with("again", false);
    }

    /** Only to a page of ours; to the start otherwise. */
    String onward(String to) {
        return pages.test(to) ? to : START;
    }

    /** The account that this proves is signed in from now on, and whoever was before no longer. */
    Answer signedIn(Visit visit, Authenticator proof, String to) {
        Account account = ports.accounts().signIn(proof, visit.now());
        if (proof instanceof Authenticator.Certificate certificate) {
            ports.personProofs().proved(account.id(), certificate);
        }
        visit.signedIn()
                .ifPresent(before -> ports.sessions().close(before.session().id(), visit.now()));
        Sessions.Opened opened = ports.sessions().open(account, visit.now());
        return Answer.see(visit.settings().people() + onward(to)).cookie(Cookies.set(Sessions.COOKIE, opened.token()));
    }

    Answer signOut(Visit visit) throws Refused {
        return end(visit, "/people/signed-out");
    }

    /** Ends the session, and leads on. */
    Answer end(Visit visit, String onward) throws Refused {
        ports.sessions().close(visit.session().id(), visit.now());
        return Answer.see(onward)
                .cookie(Cookies.drop(Sessions.COOKIE))
                .cookie(Cookies.drop(Cookies.OFFER))
                .cookie(Cookies.drop(Cookies.CERTIFICATE_CODE));
    }

    Answer signedOut(Visit visit) {
        return Answer.page(View.of("signed-out", visit.say("signedout_title")).focusedOn());
    }
}
