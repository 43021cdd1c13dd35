package io.renkei.api.spi;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.spi.Reconciler.Finding;
import java.util.Objects;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Can send what the applicant changed in a filing: a partial correction (部分補正) under the destination's number, or the
 * whole filing again (再提出) under a new one. The route host calls it through the lane of the destination, one call per
 * attempt, under the same lease, retry budget and holds as a dispatch. Safe for use by several threads.
 *
 * <p>A connector without this capability whose destination takes a refused filing again gets it as an ordinary dispatch.
 */
@ConsumerType
public interface CorrectionSender extends MinistryConnector {

    /** What the destination takes, at least one; never changes while the service is registered. */
    Set<CorrectionKind> corrections();

    /**
     * Sends a correction once, within {@link LaneSettings#totalTimeout()}. Its own key ({@link DispatchTask#filing()})
     * travels as idempotency key, where the destination has one.
     *
     * @return as a dispatch: an acknowledgement carries the destination's numbers, of a partial correction those of the
     *     earlier filing; a refusal leaves the correction open, so that the applicant can send another
     * @throws TransientFailure if nothing was sent
     * @throws PermanentFailure if nothing was accepted and a person must act
     */
    DispatchOutcome sendCorrection(Correction correction) throws TransientFailure, PermanentFailure;

    /**
     * Asks what became of a correction whose outcome is unknown, without any effect there. Only {@link
     * Finding.NeverArrived} permits that it is sent again.
     *
     * @param kind as it was sent
     * @throws TransientFailure if the destination cannot be asked now
     */
    Finding lookUpCorrection(CorrectionKind kind, FollowUpQuestion question) throws TransientFailure;

    /**
     * One attempt at a correction.
     *
     * @param task the content as the applicant signed it now, under the key of the correction
     * @param earlier the filing that it answers: the one before, not the first of several
     */
    record Correction(CorrectionKind kind, DispatchTask task, EarlierFiling earlier) {
        public Correction {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(task, "task");
            Objects.requireNonNull(earlier, "earlier");
        }
    }
}
