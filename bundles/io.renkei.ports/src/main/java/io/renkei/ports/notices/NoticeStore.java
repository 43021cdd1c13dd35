package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.state.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Notices and inboxes. Safe for use by several threads and several nodes. */
@ProviderType
public interface NoticeStore {

    /**
     * Keeps a received notice with an outbox row of kind {@code NOTICE_RECEIVED}, in one transaction; the same bytes
     * from the same destination are kept once.
     */
    ReceiveNotice.Taken keep(
            DestinationId from, String channel, String remoteId, StagedContent content, Instant received);

    /**
     * As above, with what the delivering call said, in the same transaction. For a notice that was kept before, the note
     * is added where it has none and is not judged for good.
     */
    default ReceiveNotice.Taken keep(
            DestinationId from,
            String channel,
            String remoteId,
            DeliveryNote note,
            StagedContent content,
            Instant received) {
        if (!note.isEmpty()) {
            throw new UnsupportedOperationException("this store keeps no delivery notes");
        }
        return keep(from, channel, remoteId, content, received);
    }

    /** What the delivering call said beside the document. */
    default DeliveryNote note(NoticeId id) {
        return DeliveryNote.NONE;
    }

    Optional<NoticeView> find(NoticeId id);

    /** Those of these that exist, in no order; a store that can reads them at once. */
    default List<NoticeView> find(Set<NoticeId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** A notice as its addressee may see it: another's answers like an unknown one. */
    Optional<NoticeView> find(PartnerId addressee, NoticeId id);

    /**
     * Writes a verdict, once: a notice that is judged stays as it is. When matched, in the same transaction the change of
     * the filing (if any), a row of the application's hash chain, and an outbox row of kind {@code NOTICE_AVAILABLE}.
     * A second matched document of the same issuer and number becomes {@link NoticeVerdict#DUPLICATE}. An orphan is not
     * judged for good: its filing may appear.
     *
     * <p>Is the change stale, or late, then the notice stays as it was, with the verdict that it had (a late change is
     * journaled as one): read the filing again and decide anew, without a change where none is legal any more.
     *
     * @return the notice as it stands now
     */
    NoticeView judge(NoticeId id, Judgement judgement, Instant at);

    /** The filing that a destination's own number names, if it is known. */
    Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber);

    /** Newest first, matched ones only; {@code before} names the last one seen. */
    List<NoticeView> inbox(PartnerId addressee, Optional<NoticeId> before, int limit);

    /** By verdict, newest first, for operators. */
    List<NoticeView> list(NoticeVerdict verdict, int limit);

    /** Orphans received since, oldest first, so that they are matched when their filing appears. */
    List<NoticeView> orphans(Instant since, int limit);

    /** The addressee saw the notice in a list; the first time counts. */
    void seen(PartnerId addressee, List<NoticeId> ids, Instant at);

    /**
     * The addressee fetched the document; the first time counts, is a row of the hash chain, and writes an outbox row of
     * kind {@code NOTICE_FETCHED}.
     */
    void fetched(PartnerId addressee, NoticeId id, Instant at);

    /**
     * Matched notices of one destination that were fetched and whose issuer was not told yet, the one that was fetched
     * first at the beginning. Asked for by destination, so that one that cannot be told now holds up no other.
     *
     * @param limit 1 to 100
     */
    List<NoticeView> receiptsDue(DestinationId from, int limit);

    /** The issuer was told that the document was fetched. */
    void receiptSent(NoticeId id, Instant at);

    /**
     * A verdict with what it rests on.
     *
     * @param issuerNumber the issuer's number of the document, or empty text where it could not be read
     * @param filing where matched
     * @param title where matched; kept encrypted
     * @param change what it does to its filing, where matched
     * @param code why it is forged or an orphan, else empty text
     */
    record Judgement(
            NoticeVerdict verdict,
            String issuerNumber,
            Optional<FilingKey> filing,
            String title,
            Optional<Change> change,
            String code) {

        @Override
        public String toString() {
            return "Judgement[" + verdict + "]";
        }
    }
}
