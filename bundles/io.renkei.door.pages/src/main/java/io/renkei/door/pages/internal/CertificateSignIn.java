package io.renkei.door.pages.internal;

import io.renkei.ports.people.Authenticator;
import io.renkei.ports.trust.UserCertificates.Fault;
import io.renkei.ports.trust.UserCertificates.Verdict;
import java.util.Optional;

/**
 * Sign-in by a certificate for user authentication, on the listener that asks browsers for one. TLS shows that the person holds its
 * key. The session's cookie is set here and counts on the listener of the pages too: cookies belong to a host, whatever the port
 * (RFC 6265, 8.5), and both listeners have one host.
 */
final class CertificateSignIn {

    private final Ports ports;
    private final SignIn signIn;

    CertificateSignIn(Ports ports, SignIn signIn) {
        this.ports = ports;
        this.signIn = signIn;
    }

    Answer signIn(Visit visit) throws Refused {
        return signIn.signedIn(visit.begunHere(), proof(visit), visit.field("to"));
    }

    /** What the certificate of this connection proves. */
    Authenticator.Certificate proof(Visit visit) throws Refused {
        if (visit.certificates().isEmpty()) {
            throw new Refused(PagesCode.NO_CERTIFICATE);
        }
        Verdict verdict = ports.certificates().judge(visit.certificates(), visit.now());
        Optional<PagesCode> refused = verdict.fold(good -> Optional.empty(), bad -> Optional.of(code(bad)));
        Optional<Authenticator.Certificate> proof = verdict.fold(Optional::of, bad -> Optional.empty());
        return proof.orElseThrow(() -> new Refused(refused.orElseThrow()));
    }

    private static PagesCode code(Fault fault) {
        return switch (fault) {
            case FOR_SIGNING -> PagesCode.FOR_SIGNING;
            case OTHER_KIND -> PagesCode.OTHER_KIND;
            case UNKNOWN_AUTHORITY -> PagesCode.UNKNOWN_AUTHORITY;
            case OUT_OF_TIME -> PagesCode.OUT_OF_TIME;
            case REVOKED -> PagesCode.REVOKED;
            case REVOCATION_UNKNOWN -> PagesCode.REVOCATION_UNKNOWN;
        };
    }
}
