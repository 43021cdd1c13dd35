package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.trust.SignatureVerdict;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.TrustFault;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose seal counts: one under a root for ministries, of a signer who may seal for the destination. */
final class SealCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SealCheck.class);
    private static final int MOST_SIGNERS = 5;

    private final TrustAnchors anchors;
    private final Supplier<AllowedSigners> signers;

    SealCheck(TrustAnchors anchors, Supplier<AllowedSigners> signers) {
        this.anchors = anchors;
        this.signers = signers;
    }

    /** The roots for ministries; empty where an operator has to put them first. */
    Set<X509Certificate> roots() {
        return anchors.anchors(TrustAnchors.MINISTRY);
    }

    /**
     * What speaks against signatures that were verified.
     *
     * @param accepted whether the verdict on the whole document is good
     * @param faults of the document itself
     * @param certificates finds the certificate with a verified fingerprint
     */
    Optional<Examination.Result> against(
            DestinationId from,
            boolean accepted,
            List<TrustFault> faults,
            List<SignatureVerdict> signatures,
            Function<String, Optional<X509Certificate>> certificates) {
        if (!accepted) {
            LOG.warn("The seal is refused: {}.", codes(faults, signatures));
            return Optional.of(new Examination.Result.Bad(NoticesCode.BAD_SEAL));
        }
        AllowedSigners allowed = signers.get();
        if (!allowed.anybodyFor(from)) {
            return Optional.of(new Examination.Result.Later(NoticesCode.NO_SIGNERS));
        }
        boolean all = signatures.stream()
                .allMatch(signature -> signature
                        .signerFingerprint()
                        .filter(fingerprint -> allowed.allow(from, fingerprint, certificates.apply(fingerprint)))
                        .isPresent());
        return all ? Optional.empty() : Optional.of(new Examination.Result.Bad(NoticesCode.WRONG_SIGNER));
    }

    /** What is kept of good seals, in words that stay true: a certificate may expire or be revoked later. */
    static NoticeFacts.Verification found(List<SignatureVerdict> signatures) {
        return new NoticeFacts.Verification(
                signatures.stream()
                        .flatMap(each -> each.signerFingerprint().stream())
                        .distinct()
                        .limit(MOST_SIGNERS)
                        .collect(Collectors.joining(" ")),
                signatures.stream()
                        .map(SealCheck::told)
                        .distinct()
                        .limit(MOST_SIGNERS)
                        .collect(Collectors.joining("; ")));
    }

    private static String told(SignatureVerdict signature) {
        String revocation =
                signature.revocation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "signature " + (signature.coreValid() ? "good" : "bad") + ", path "
                + (signature.pathValid() ? "good" : "bad") + " at " + signature.at() + ", revocation " + revocation;
    }

    private static List<String> codes(List<TrustFault> faults, List<SignatureVerdict> signatures) {
        return Stream.concat(faults.stream(), signatures.stream().flatMap(each -> each.faults().stream()))
                .map(TrustFault::code)
                .distinct()
                .toList();
    }
}
