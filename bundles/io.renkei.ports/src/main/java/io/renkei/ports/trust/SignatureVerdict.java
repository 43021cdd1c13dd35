package io.renkei.ports.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one signature.
 *
 * @param id the signature's Id, or its place in the document
 * @param coreValid every reference digest and the signature value are right, and the references cover what the policy
 *     demands
 * @param pathValid the signer's certificate leads to an anchor at {@code at}
 * @param at the time for which the path was judged
 * @param revocation what is known of it
 * @param signerFingerprint SHA-256 of the signer's certificate, in lower-case hexadecimal; no name
 * @param faults all that is wrong, in the order of the document
 */
public record SignatureVerdict(
        String id,
        boolean coreValid,
        boolean pathValid,
        Instant at,
        Revocation revocation,
        Optional<String> signerFingerprint,
        List<TrustFault> faults) {

    public SignatureVerdict {
        faults = List.copyOf(faults);
    }

    /** Core and path are valid, and nothing known speaks against the certificate. */
    public boolean accepted() {
        return coreValid && pathValid && revocation != Revocation.REVOKED && faults.isEmpty();
    }
}
