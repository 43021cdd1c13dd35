package io.renkei.ports.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies JSON Web Signatures in compact form (RFC 7515, 3.1 and appendix F): ES256, RS256 and PS256 and nothing else;
 * a {@code crit} or {@code b64} header is refused; no key is ever fetched from anywhere. Safe for use by several threads.
 */
@ProviderType
public interface JwsVerifier {

    /**
     * Verifies a signature that carries its payload.
     *
     * @param jws {@code header.payload.signature}
     * @param trust whose signature is accepted
     * @param at the time for which certificate paths are judged
     */
    JwsVerdict verify(String jws, Trust trust, Instant at);

    /**
     * Verifies a detached signature.
     *
     * @param jws {@code header..signature}
     * @param payload the bytes that came beside it
     * @param trust whose signature is accepted
     * @param at the time for which certificate paths are judged
     */
    JwsVerdict verifyDetached(String jws, byte[] payload, Trust trust, Instant at);

    /** Whose signature is accepted. */
    sealed interface Trust {

        /** A certificate in {@code x5c}, its first, has to lead to one of these; an empty set trusts nobody. */
        record Anchors(Set<X509Certificate> anchors) implements Trust {
            public Anchors {
                anchors = Set.copyOf(anchors);
            }
        }

        /**
         * This key and no other. Certificates in the header are not looked at, there is no path to judge, and {@link
         * SignatureVerdict#pathValid()} says that the key is the given one.
         */
        record Key(PublicKey key) implements Trust {
            public Key {
                Objects.requireNonNull(key, "key");
            }
        }
    }

    /**
     * What is known of a JWS.
     *
     * @param signature core, path and revocation, each on its own
     * @param type the header's {@code typ}, as signed; empty where it has none or the signature is not accepted. Compare
     *     it with what is expected, so that a signature for one use is not taken for another
     * @param payload the verified bytes; empty unless the signature is accepted
     */
    record JwsVerdict(SignatureVerdict signature, Optional<String> type, Optional<byte[]> payload) {

        public boolean accepted() {
            return signature.accepted();
        }

        @Override
        public String toString() {
            return "JwsVerdict[" + signature + "]";
        }
    }
}
