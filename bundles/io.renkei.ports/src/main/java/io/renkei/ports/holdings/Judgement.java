package io.renkei.ports.holdings;

import io.renkei.api.model.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found of one document, and when. It stays true: a certificate may expire or be revoked later.
 *
 * @param code why it is not verified; its sentence stands in docs/operators/error-codes.md; empty text if it is
 * @param at when, and the time for which the certificate path was judged; to the microsecond
 * @param digest of the document; empty if it did not come whole
 * @param signer SHA-256 of the signer's certificate in lower-case hex, where a signature was good
 */
public record Judgement(Verdict verdict, String code, Instant at, Optional<Sha256> digest, Optional<String> signer) {

    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(code, "code");
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(signer, "signer");
    }

    public boolean isVerified() {
        return verdict == Verdict.VERIFIED;
    }
}
