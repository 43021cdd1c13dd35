package io.renkei.intake.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.intake.internal.Corrections.Target;
import io.renkei.ports.catalogue.Catalogue.Planned;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.filing.FilingBodies;
import io.renkei.ports.intake.CorrectFiling.Answer;
import io.renkei.ports.intake.Receipt;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.ApplicationView;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.state.FollowUpStore.NewCorrection;
import io.renkei.ports.state.PlannedFiling;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a good correction: stores its package, seals its receipt, and hands all of it to one transaction. */
final class CorrectionAcceptance {

    private static final Logger LOG = LoggerFactory.getLogger(CorrectionAcceptance.class);
    private static final int TRIES = 8;

    private final ApplicationStore applications;
    private final FollowUpStore followUps;
    private final ContentStore contents;
    private final ReceiptSealer sealer;

    CorrectionAcceptance(
            ApplicationStore applications, FollowUpStore followUps, ContentStore contents, ReceiptSealer sealer) {
        this.applications = applications;
        this.followUps = followUps;
        this.contents = contents;
        this.sealer = sealer;
    }

    /**
     * @throws StateUnavailable if the database cannot be had, or other filings kept taking the key
     * @throws IOException if the content store cannot keep the package
     */
    Answer keep(Target target, Planned planned, SenderNumber number, Body body, Verdict verdict) throws IOException {
        byte[] written =
                FilingBodies.write(FilingParts.body(planned, verdict.content().orElseThrow()));
        if (written.length > PlannedFiling.MAX_BODY) {
            return new Answer.Refused(
                    List.of(IntakeCode.FILING_TOO_LARGE.at(planned.part().value(), PlannedFiling.MAX_BODY)));
        }
        FilingKey earlier = target.filing().key();
        ContentRef content = contents.store(
                followUps.caseKey(earlier.application()).orElseThrow(),
                new ByteArrayInputStream(body.bytes()),
                body.bytes().length);
        Optional<ApplicationView> now = Optional.of(target.application());
        for (int i = 0; i < TRIES; i++) {
            FilingKey key = next(now.orElseThrow());
            CorrectionAdmission admission = followUps.correct(new NewCorrection(
                    key,
                    earlier,
                    target.kind().purpose(),
                    number,
                    verdict.at(),
                    verdict.digest(),
                    content,
                    verdict.format(),
                    written,
                    receipt(key, target, number, verdict)));
            if (!(admission instanceof CorrectionAdmission.KeyTaken)) {
                return admission instanceof CorrectionAdmission.Admitted ? kept(key) : answer(admission);
            }
            now = applications.find(earlier.application());
        }
        throw new StateUnavailable("other filings kept taking the key; nothing was taken, send it again", null);
    }

    private Answer kept(FilingKey key) {
        LOG.info("Accepted as {}.", key);
        return new Answer.Accepted(key, followUps.receipt(key).orElseThrow(), false);
    }

    /** What an answer of the store means that is no admission. */
    static Answer answer(CorrectionAdmission admission) {
        if (admission instanceof CorrectionAdmission.Repeated repeated) {
            return new Answer.Accepted(repeated.key(), repeated.receipt(), true);
        }
        if (admission instanceof CorrectionAdmission.NotOpen closed) {
            return new Answer.Conflict(IntakeCode.NO_CORRECTION_ASKED.at(
                    "", closed.now().state(), closed.now().state().japanese()));
        }
        return new Answer.Conflict(IntakeCode.NUMBER_REUSED.at(""));
    }

    private static FilingKey next(ApplicationView application) {
        int last = application.filings().stream()
                .mapToInt(filing -> filing.key().sequence())
                .max()
                .orElse(0);
        return new FilingKey(application.number(), last + 1);
    }

    private byte[] receipt(FilingKey key, Target target, SenderNumber number, Verdict verdict) {
        Receipt receipt = new Receipt(
                key.application(),
                verdict.at(),
                target.application().sender(),
                number,
                verdict.digest(),
                verdict.content().orElseThrow().attachments().stream()
                        .map(file -> new Receipt.FileDigest(file.file(), file.size(), file.digest()))
                        .toList(),
                List.of(new Receipt.PlannedLine(
                        key,
                        target.filing().procedure(),
                        target.filing().destination(),
                        Optional.of(target.filing().key()))));
        return sealer.seal(ReceiptText.TYPE, ReceiptText.write(receipt)).getBytes(StandardCharsets.US_ASCII);
    }
}
