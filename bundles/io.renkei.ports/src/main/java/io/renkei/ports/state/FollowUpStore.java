package io.renkei.ports.state;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingPurpose;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Corrections, resubmissions and withdrawals: each is a filing of its own in the application of the filing that it
 * answers, with the next sequence, and goes out through the same queue. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface FollowUpStore {

    /**
     * What destinations asked to be corrected in an application, in the order in which it was asked for; without the
     * reasons once the case was erased.
     *
     * @throws IOException if a request was changed and cannot be opened
     */
    List<Asked> asked(ArrivalNumber application) throws IOException;

    /** What the last request of a filing asks for, without its reasons; empty if none was made. */
    Optional<Asked> lastAsked(FilingKey filing);

    /** The key of the case, under which a correction's package is to be stored. */
    Optional<CaseKeyId> caseKey(ArrivalNumber application);

    /** What a sender's number was answered with among the corrections of one filing; as for an application. */
    Optional<CorrectionAdmission> findBySenderNumber(FilingKey filing, SenderNumber number, Sha256 packageDigest);

    /** The signed receipt of a correction, byte for byte as the sender got it. */
    Optional<byte[]> receipt(FilingKey correction);

    /**
     * Accepts a correction: its filing in state Ready, its journal row, and the outbox row that puts it on its queue, in
     * one transaction, if the filing that it answers still waits for it.
     *
     * @throws StateUnavailable if the database cannot be had
     */
    CorrectionAdmission correct(NewCorrection correction);

    /**
     * Takes a filing back. What was not sent is withdrawn at once and nothing goes out; what was, or may have been, gets
     * a withdrawal that goes to the destination. Repeating it changes nothing.
     *
     * @param reason as the applicant wrote it, or empty text; kept encrypted until the destination has it
     * @return empty if there is no such filing
     * @throws StateUnavailable if the database cannot be had
     */
    Optional<Withdrawal> withdraw(FilingKey filing, String reason);

    /**
     * One request of a destination.
     *
     * @param ordinal from 1, per filing
     * @param at when it became known here
     */
    record Asked(FilingKey filing, int ordinal, Instant at, CorrectionRequest request) {}

    /**
     * A checked correction, ready to be accepted.
     *
     * @param key its own, with the next free sequence of the application
     * @param earlier the filing that it answers
     * @param purpose a correction or a resubmission
     * @param content the encrypted package, stored under the key of the case
     * @param body what it says, written by {@link io.renkei.ports.filing.FilingBodies}
     * @param receipt the signed receipt, byte for byte
     */
    record NewCorrection(
            FilingKey key,
            FilingKey earlier,
            FilingPurpose purpose,
            SenderNumber senderNumber,
            Instant arrived,
            Sha256 packageDigest,
            ContentRef content,
            String format,
            byte[] body,
            byte[] receipt) {

        public NewCorrection {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(earlier, "earlier");
            Objects.requireNonNull(senderNumber, "senderNumber");
            Objects.requireNonNull(arrived, "arrived");
            Objects.requireNonNull(packageDigest, "packageDigest");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(format, "format");
            if (!key.application().equals(earlier.application())) {
                throw new IllegalArgumentException("a correction stands in the application of its filing");
            }
            if (purpose != FilingPurpose.CORRECTION && purpose != FilingPurpose.RESUBMISSION) {
                throw new IllegalArgumentException("a correction is a correction or a resubmission");
            }
            if (body.length > PlannedFiling.MAX_BODY) {
                throw new IllegalArgumentException("a filing has " + PlannedFiling.MAX_BODY + " bytes at most");
            }
        }

        @Override
        public String toString() {
            return "NewCorrection[" + key + " of " + earlier + "]";
        }
    }

    /** How a withdrawal stands after it was asked for. */
    sealed interface Withdrawal {

        /** It is withdrawn: nothing of it was at its destination, or the destination agreed. */
        record Done(FilingView now) implements Withdrawal {}

        /** It goes, or went, to the destination, which has to answer. */
        record Asked(FilingView now, FilingKey withdrawal) implements Withdrawal {}

        /** The filing was decided, closed or refused before. */
        record TooLate(FilingView now) implements Withdrawal {}
    }
}
