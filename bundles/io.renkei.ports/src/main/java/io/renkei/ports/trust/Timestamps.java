package io.renkei.ports.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks for timestamps and judges them (RFC 3161; RFC 5816). It calls nobody. A token is accepted if it is over the very data,
 * with SHA-256, and its signer's certificate is for timestamps alone, critically so, is named in the token, and leads to an
 * anchor at the time in the token. Safe for use by several threads.
 */
@ProviderType
public interface Timestamps {

    /** The media type of a request. */
    String QUERY = "application/timestamp-query";

    /** The media type of an answer. */
    String REPLY = "application/timestamp-reply";

    /**
     * A request with a nonce that was never used, for a token that carries its certificates.
     *
     * @param data of which only the digest is in the request
     * @param policy the object identifier of the policy to ask for; empty for the authority's own
     * @return DER
     */
    byte[] request(byte[] data, Optional<String> policy);

    /**
     * Judges the answer to a request: imprint, nonce and policy are those of the request, and the token is good.
     *
     * @param request as it was sent
     * @param response as it came
     * @param anchors trusted roots; an empty set trusts nobody
     */
    Answered read(byte[] request, byte[] response, Set<X509Certificate> anchors);

    /**
     * Judges a token that was kept.
     *
     * @param token DER
     * @param data what it has to be over
     * @param anchors trusted roots; an empty set trusts nobody
     */
    Verdict verify(byte[] token, byte[] data, Set<X509Certificate> anchors);

    /** @param token DER, to be kept; empty unless the verdict is good */
    record Answered(Optional<byte[]> token, Verdict verdict) {}

    /**
     * What is known of a token.
     *
     * @param signature core, path and revocation, each on its own; its path is judged for the time in the token
     * @param at the time in the token; empty where none can be read
     * @param accuracy how far that may be off, as the authority says; empty where it says nothing
     * @param policy under which it was made
     */
    record Verdict(
            SignatureVerdict signature, Optional<Instant> at, Optional<Duration> accuracy, Optional<String> policy) {

        public boolean accepted() {
            return signature.accepted();
        }
    }
}
