package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.intake.Fault;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what companies record, and what they take back. Safe for use by several threads.
 *
 * <p>Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had: nothing was taken.
 */
@ProviderType
public interface RecordSubmission {

    /**
     * Keeps a record, durably, and tells the destinations that it names. The same number with the same bytes answers with the
     * first receipt and has no second effect.
     *
     * @param sender the authenticated partner
     * @param digest over the record as it was sent
     */
    Taken take(PartnerId sender, SenderNumber number, Sha256 digest, SubmissionRecord what);

    /**
     * Takes permissions back, with effect at once. Once more changes nothing.
     *
     * @param destination whose; empty for all
     * @return false if the sender has no such submission, or it has no permission for that destination
     */
    boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination);

    /** What became of a record. */
    sealed interface Taken {

        /**
         * It is kept.
         *
         * @param receipt compact JWS of media type {@code application/renkei-submission-receipt+jws}; the same bytes at each
         *     repetition
         * @param repeated whether it was kept before
         */
        record Kept(ArrivalNumber number, byte[] receipt, boolean repeated) implements Taken {}

        /** The number was used for another record: nothing was taken. */
        record NumberReused() implements Taken {}

        /** Refused for these reasons, at least one: nothing was taken. */
        record Refused(List<Fault> faults) implements Taken {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}
