package io.renkei.door.pages.internal;

import io.renkei.ports.delegation.Delegations.Registered;
import io.renkei.ports.delegation.Grant;
import io.renkei.ports.people.Account;
import io.renkei.ports.people.Authenticator;
import java.util.Optional;

/**
 * Both are present: the principal is signed in by the session's cookie, and the representative shows a certificate to the listener
 * that asks for one. Both are proved by the same request, so that nothing has to be kept between two steps.
 */
final class BesidePages {

    private static final String ACTION = "/people/delegations/beside";

    private final Ports ports;
    private final CertificateSignIn certificates;
    private final DelegationPages delegations;

    BesidePages(Ports ports, CertificateSignIn certificates, DelegationPages delegations) {
        this.ports = ports;
        this.certificates = certificates;
        this.delegations = delegations;
    }

    Answer form(Visit visit) throws Refused {
        representative(visit);
        return Answer.page(view(visit));
    }

    Answer register(Visit visit) throws Refused {
        Authenticator.Certificate proof = representative(visit);
        Optional<Grant> grant = GrantForm.read(visit, ports.items());
        if (grant.isEmpty()) {
            return DelegationPages.refused(visit, view(visit), PagesCode.INPUT, visit.say("grant_needs"));
        }
        Registered registered = ports.delegations().register(visit.account().id(), proof, grant.get());
        if (registered instanceof Registered.Refused no) {
            return DelegationPages.refused(
                    visit,
                    view(visit),
                    PagesCode.DELEGATION_REFUSED,
                    visit.language().isEnglish() ? no.reasonEn() : no.reasonJa());
        }
        return Answer.see(visit.settings().people() + "/people/delegations?done=registered");
    }

    private View view(Visit visit) {
        return delegations.form(visit, "beside_title", ACTION, Optional.empty()).with("besides", true);
    }

    /** Not the principal: a browser that was not closed shows the certificate that signed in. */
    private Authenticator.Certificate representative(Visit visit) throws Refused {
        Authenticator.Certificate proof = certificates.proof(visit);
        Account who = ports.accounts().signIn(proof, visit.now());
        if (who.id().equals(visit.account().id())) {
            throw new Refused(PagesCode.OWN_CERTIFICATE);
        }
        return proof;
    }
}
