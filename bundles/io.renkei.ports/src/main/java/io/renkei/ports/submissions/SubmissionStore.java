package io.renkei.ports.submissions;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.JournalRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Submissions, who may refer to them, and who did. Each change is one transaction with its row of the submission's hash
 * chain and its entries in the lists of the destinations. Safe for use by several threads and several nodes.
 *
 * <p>Every method throws {@link io.renkei.ports.state.StateUnavailable} if the database cannot be had: nothing was
 * written.
 */
@ProviderType
public interface SubmissionStore {

    /** Keeps a submission and puts it on the list of each destination. Two calls at once with one number: one is kept. */
    Admission admit(NewSubmission submission);

    /** As for applications: what the sender's number was answered with; empty if it is new. */
    Optional<Admission> findBySenderNumber(PartnerId sender, SenderNumber senderNumber, Sha256 digest);

    /** One of the sender's own, whole; another's answers like an unknown one. */
    Optional<SubmissionView> find(PartnerId sender, ArrivalNumber number);

    /** One with a permission for the destination, with what of it is that destination's. */
    Optional<SubmissionView> find(DestinationId to, ArrivalNumber number);

    /** The signed receipt, byte for byte; another partner's number answers like an unknown one. */
    Optional<byte[]> receipt(PartnerId sender, ArrivalNumber number);

    /**
     * Newest first, without objects.
     *
     * @param before list what is older; empty to begin
     * @param limit 1 to 100
     */
    List<SubmissionView> list(PartnerId sender, Optional<ArrivalNumber> before, int limit);

    /** The same of all senders, for operators. */
    List<SubmissionView> list(int limit);

    /**
     * Takes permissions back, at once: what is asked from then on is refused. Once more changes nothing.
     *
     * @param destination whose; empty for all
     * @return false if the sender has no such submission, or it has no permission for that destination
     */
    boolean revoke(PartnerId sender, ArrivalNumber number, Optional<DestinationId> destination, Instant at);

    /**
     * Writes the access record of a reference that came now, and what it is answered before the company's store is asked.
     *
     * @param object any number from 1 to 9999
     * @return empty if there is no such submission: there is nobody to show a record to
     */
    Optional<Question> ask(ArrivalNumber number, DestinationId as, PartnerId partner, int object, Instant at);

    /**
     * Writes what became of a reference that was {@link AccessAnswer#ASKED}. The permission is looked at once more: what was
     * taken back meanwhile is not released.
     *
     * @return the answer that was written
     */
    AccessAnswer answer(AccessRecord asked, AccessAnswer found, Instant at);

    /**
     * Every reference to one submission, newest first.
     *
     * @param before the record of that number is the last one of the page before
     * @param limit 1 to 100
     */
    List<AccessRecord> accesses(ArrivalNumber number, Optional<Long> before, int limit);

    /** Everything that was written of a submission, in the order of its hash chain. */
    List<JournalRow> timeLine(ArrivalNumber number);

    /**
     * What a destination was told after a place, the oldest first.
     *
     * @param after 0 to begin
     * @param limit 1 to 100
     */
    List<SubmissionNews> news(DestinationId to, long after, int limit);

    /**
     * Claims what is to be pushed to a destination, in order. Nobody else gets any of it before the lease is over or {@link
     * #told} or {@link #release} was called.
     *
     * @param lease longer than one push takes
     * @param limit 1 to 100
     */
    List<SubmissionNews> claimNews(DestinationId to, Duration lease, int limit);

    /** All up to this place was taken, and the claim ends. */
    void told(DestinationId to, long place);

    /** It was not taken: the claim ends, and all of it is claimed again. */
    void release(DestinationId to);

    /**
     * A reference and what may be fetched for it.
     *
     * @param record already written
     * @param sender whose store has the object
     * @param caseKey under which a copy of the object is kept until it was compared
     * @param object what was recorded of it; there only while the record is {@link AccessAnswer#ASKED}
     */
    record Question(AccessRecord record, PartnerId sender, CaseKeyId caseKey, Optional<DataObject> object) {}
}
