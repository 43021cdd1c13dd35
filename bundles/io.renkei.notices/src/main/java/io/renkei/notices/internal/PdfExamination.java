package io.renkei.notices.internal;

import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.notices.internal.Examination.Result;
import io.renkei.ports.trust.PdfSignatures;
import io.renkei.ports.trust.PdfSignatures.Contents;
import io.renkei.ports.trust.PdfSignatures.PdfVerdict;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Signed PDF documents. A PDF names no filing that a machine could read: the delivering call does, which the ministry's
 * certificate vouches for, and whether that filing is the destination's own is judged as for any document.
 */
final class PdfExamination {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String UNTITLED = "公文書";

    private final PdfSignatures signatures;
    private final SealCheck seals;
    private final Supplier<Effect.Settings> effects;

    PdfExamination(PdfSignatures signatures, SealCheck seals, Supplier<Effect.Settings> effects) {
        this.signatures = signatures;
        this.seals = seals;
        this.effects = effects;
    }

    Result examine(Letter letter) throws IOException {
        Set<X509Certificate> trusted = seals.roots();
        if (trusted.isEmpty()) {
            return new Result.Later(NoticesCode.NO_ANCHORS);
        }
        PdfVerdict verdict = signatures.verify(letter.bytes(), trusted, letter.received());
        Optional<Result> against = seals.against(
                letter.from(),
                verdict.accepted(),
                verdict.faults(),
                verdict.signatures(),
                fingerprint -> Optional.ofNullable(verdict.signers().get(fingerprint)));
        return against.orElseGet(
                () -> letter.note().isEmpty() ? new Result.Later(NoticesCode.NOT_NAMED) : good(letter, verdict));
    }

    /** Whether a PDF within a package carries a signature. */
    boolean isSigned(Letter letter) throws IOException {
        return signatures.isSigned(letter.bytes());
    }

    private Result good(Letter letter, PdfVerdict verdict) {
        Contents contents = verdict.contents().orElseThrow();
        String title = contents.title().isBlank() ? UNTITLED : contents.title().strip();
        Effect effect = ReturnSlip.isNamedBy(title)
                ? effects.get().ofReturn(letter.from())
                : effects.get().ofPdf(letter.from());
        return new Result.Good(
                new Facts(
                        letter.remoteId().isEmpty()
                                ? "sha256:" + letter.digest().hex()
                                : letter.remoteId(),
                        letter.note().filing(),
                        letter.note().receiptNumber(),
                        title,
                        contents.signedAt()
                                .orElse(letter.received())
                                .atZone(JAPAN)
                                .toLocalDate(),
                        effect == Effect.CLOSING),
                effect,
                SealCheck.found(verdict.signatures()));
    }
}
