package io.renkei.door.pages.internal;

import io.renkei.ports.people.Account;
import io.renkei.ports.people.AccountKind;
import io.renkei.ports.people.Accounts.Added;
import io.renkei.ports.people.Accounts.Proof;
import io.renkei.ports.people.Authenticator;
import io.renkei.ports.people.TypedCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The certificates that open an account. A browser shows one certificate until all its windows are closed, and a renewed card no longer
 * shows the old one: so the old one is proved by the session that has a code drawn, and the new one, later and in whatever browser, by the
 * connection over which the code is typed.
 */
final class CertificatePages {

    static final String LIST = "/people/certificates";
    static final String ADD = "/people/certificates/add";

    private static final Duration CODE_LASTS = Duration.ofDays(7);
    private static final Duration CODE_SHOWN = Duration.ofMinutes(10);
    private static final int LONGEST_CODE = 32;

    private final Ports ports;
    private final CertificateSignIn certificates;
    private final SignIn signIn;

    CertificatePages(Ports ports, CertificateSignIn certificates, SignIn signIn) {
        this.ports = ports;
        this.certificates = certificates;
        this.signIn = signIn;
    }

    /** Nothing of a certificate is kept that could be shown: one is known by when it was added. */
    record Row(String id, String added, boolean removable) {}

    Answer list(Visit visit) throws Refused {
        Account account = person(visit);
        List<Proof> proofs = ports.accounts().proofs(account.id());
        return Answer.page(View.of("certificates", visit.say("certificates_title"))
                .with(
                        "rows",
                        proofs.stream()
                                .map(each -> new Row(each.id().toString(), visit.time(each.added()), proofs.size() > 1))
                                .toList())
                .with("only", proofs.size() == 1)
                .with("account", account.id().toString())
                .with("done", done(visit)));
    }

    private static String done(Visit visit) {
        return switch (visit.field("done")) {
            case "added" -> visit.say("certificate_added");
            case "removed" -> visit.say("certificate_removed");
            default -> "";
        };
    }

    Answer invite(Visit visit) throws Refused {
        Account account = person(visit);
        String code = TypedCode.draw();
        ports.accounts().invite(account.id(), code, visit.now().plus(CODE_LASTS), visit.now());
        return Answer.see(LIST + "/code").cookie(Cookies.set(Cookies.CERTIFICATE_CODE, code, CODE_SHOWN));
    }

    /** The code is shown for some minutes and stands in no address; it waits in a cookie of the browser that asked for it. */
    Answer code(Visit visit) throws Refused {
        String code = visit.cookie(Cookies.CERTIFICATE_CODE);
        if (code.isEmpty()) {
            throw new Refused(PagesCode.NO_SUCH_CODE);
        }
        return Answer.page(View.of("certificate-code", visit.say("certificate_code_title"))
                .with("code", TypedCode.grouped(code))
                .with("where", visit.settings().certificate() + ADD)
                .with("minutes", CODE_SHOWN.toMinutes()));
    }

    /** On the listener that asks for a certificate; the form is bound to a cookie of its own, since nobody is signed in there yet. */
    Answer form(Visit visit) throws Refused {
        certificates.proof(visit);
        View view =
                View.of("certificate-add", visit.say("certificate_add_title")).focusedOn();
        if (!visit.secret().isEmpty()) {
            return Answer.page(view);
        }
        String secret = FormToken.newSecret();
        return Answer.page(view.with("token", FormToken.of(secret)))
                .cookie(Cookies.set(Cookies.FORM, secret, CODE_SHOWN));
    }

    Answer add(Visit visit) throws Refused {
        Authenticator.Certificate proof = certificates.proof(visit);
        String code = visit.field("code");
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new Refused(PagesCode.NO_SUCH_CODE);
        }
        Added added = ports.accounts().add(code, proof, visit.now());
        if (added instanceof Added.To) {
            return signIn.signedIn(visit, proof, LIST)
                    .with("Location", visit.settings().people() + LIST + "?done=added")
                    .cookie(Cookies.drop(Cookies.FORM));
        }
        throw new Refused(refusal(added));
    }

    private static PagesCode refusal(Added added) {
        if (added instanceof Added.OfAnother) {
            return PagesCode.OF_ANOTHER;
        }
        return added instanceof Added.TooMany ? PagesCode.TOO_MANY : PagesCode.NO_SUCH_CODE;
    }

    Answer remove(Visit visit) throws Refused {
        Account account = person(visit);
        UUID proof = Ids.of(visit.part("certificate")).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_CERTIFICATE));
        return switch (ports.accounts()
                .remove(account.id(), proof, visit.session().id(), visit.now())) {
            case DONE -> Answer.see(LIST + "?done=removed");
            case LAST -> throw new Refused(PagesCode.LAST_CERTIFICATE);
            case UNKNOWN -> throw new Refused(PagesCode.NO_SUCH_CERTIFICATE);
        };
    }

    /** In their own matter: a company signs in at its provider, and a representative has certificates of their own. */
    private static Account person(Visit visit) throws Refused {
        if (visit.acting().isPresent()) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        if (visit.account().kind() != AccountKind.PERSON) {
            throw new Refused(PagesCode.ACCOUNT_KIND);
        }
        return visit.account();
    }
}
