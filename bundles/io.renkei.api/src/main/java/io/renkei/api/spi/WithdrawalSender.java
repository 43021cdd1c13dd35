package io.renkei.api.spi;

import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.Reconciler.Finding;
import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Can tell a destination that the applicant takes a filing back (取下げ). The route host calls it through the lane of the
 * destination, one call per attempt, under the same lease, retry budget and holds as a dispatch. The destination's yes or
 * no (承認, 却下) comes later, by {@link StatusReader}. Safe for use by several threads.
 */
@ConsumerType
public interface WithdrawalSender extends MinistryConnector {

    /**
     * Sends a withdrawal once, within {@link LaneSettings#totalTimeout()}.
     *
     * @return an acknowledgement says that the destination took the wish, not that it agrees; its numbers may be those of
     *     the filing. A refusal says that the filing cannot be withdrawn: its examination goes on
     * @throws TransientFailure if nothing was sent
     * @throws PermanentFailure if nothing was accepted and a person must act
     */
    DispatchOutcome sendWithdrawal(Withdrawal withdrawal) throws TransientFailure, PermanentFailure;

    /**
     * Asks what became of a withdrawal whose outcome is unknown, without any effect there.
     *
     * @throws TransientFailure if the destination cannot be asked now
     */
    Finding lookUpWithdrawal(FollowUpQuestion question) throws TransientFailure;

    /**
     * One attempt at a withdrawal. It prints its keys only.
     *
     * @param key of the withdrawal itself; it travels as idempotency key
     * @param earlier the filing that is taken back
     * @param procedure of that filing
     * @param packageDigest of the applicant's signed package, which a paper made by the gateway carries
     * @param reason as the applicant wrote it, 400 characters at most, or empty text
     */
    record Withdrawal(
            FilingKey key,
            EarlierFiling earlier,
            ProcedureId procedure,
            PartnerId sender,
            Sha256 packageDigest,
            String reason) {
        public Withdrawal {
            Objects.requireNonNull(packageDigest, "packageDigest");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(earlier, "earlier");
            Objects.requireNonNull(procedure, "procedure");
            Objects.requireNonNull(sender, "sender");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String toString() {
            return "Withdrawal[" + key + " of " + earlier.filing() + "]";
        }
    }
}
