package io.renkei.ports.trust;

import io.renkei.ports.people.Authenticator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Certificates for user authentication (利用者証明用電子証明書) of the national public key infrastructure. That the holder has the key is
 * not shown here: TLS has done it. Safe for use by several threads.
 */
@ProviderType
public interface UserCertificates {

    /**
     * Judges a certificate: path to an anchor of the purpose {@link TrustAnchors#USER_AUTHENTICATION} at that moment, policy and key
     * usage of a certificate for user authentication, and revocation. The authority is chosen by key identifier and signature.
     *
     * @param path the holder's certificate first, and whatever came with it; never trusted by itself
     */
    Verdict judge(List<X509Certificate> path, Instant at);

    /** Whether it can be used to sign in. */
    sealed interface Verdict {

        /** One function per case. */
        <T> T fold(Function<Authenticator.Certificate, T> good, Function<Fault, T> bad);

        record Good(Authenticator.Certificate proof) implements Verdict {
            public Good {
                Objects.requireNonNull(proof, "proof");
            }

            @Override
            public <T> T fold(Function<Authenticator.Certificate, T> good, Function<Fault, T> bad) {
                return good.apply(proof);
            }
        }

        record Bad(Fault fault) implements Verdict {
            public Bad {
                Objects.requireNonNull(fault, "fault");
            }

            @Override
            public <T> T fold(Function<Authenticator.Certificate, T> good, Function<Fault, T> bad) {
                return bad.apply(fault);
            }
        }
    }

    /** Why it cannot be used; the first that is found. */
    enum Fault {
        /** A certificate for signing (署名用電子証明書). */
        FOR_SIGNING,
        /** Some other certificate: its policy or its key usage is not that of user authentication. */
        OTHER_KIND,
        /** It leads to no anchor. */
        UNKNOWN_AUTHORITY,
        /** It, or its authority, is not valid any more, or not yet. */
        OUT_OF_TIME,
        /** It was revoked, or is on hold. */
        REVOKED,
        /** No current list of its authority tells whether it was revoked, and the settings ask for one. */
        REVOCATION_UNKNOWN
    }
}
