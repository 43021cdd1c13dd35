package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.state.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Notices and inboxes. Safe for use by several threads and several nodes. */
@ProviderType
public interface NoticeStore {

    /**
     * Keeps a received notice with an outbox row of kind {@code NOTICE_RECEIVED}, in one transaction; the same bytes
     * from the same destination are kept once, and how often they came again is counted.
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
     * <p>What the document replaces becomes {@link NoticeVerdict#SUPERSEDED} or {@link NoticeVerdict#WITHDRAWN} in the
     * same transaction; what comes only later is born so, and changes no filing. Two that close one filing, of which
     * neither names the other, both become {@link NoticeFact#CONTRADICTED}.
     *
     * <p>Is the change stale, or late, then the notice stays as it was, with the verdict that it had (a late change is
     * journaled as one): read the filing again and decide anew, without a change where none is legal any more. So does
     * one that replaces a notice of another filing: look again with {@link #numbered}.
     *
     * @return the notice as it stands now
     */
    NoticeView judge(NoticeId id, Judgement judgement, Instant at);

    /** The filing that a destination's own number names, if it is known. */
    Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber);

    /** The notice in an inbox that has this number of its issuer. */
    Optional<NoticeView> numbered(DestinationId issuer, String number);

    /**
     * Newest first, matched ones only; {@code before} names the last one seen.
     *
     * @param limit 1 to 100
     */
    List<NoticeView> inbox(PartnerId addressee, InboxFilter filter, Optional<NoticeId> before, int limit);

    /** By verdict, newest first, for operators. */
    List<NoticeView> list(NoticeVerdict verdict, int limit);

    /** Those to which this happened, newest first, for operators; not for {@link NoticeFact#RECEIVED}. */
    List<NoticeView> list(NoticeFact fact, int limit);

    /** How a notice fares on each channel, by channel. */
    List<Delivery> deliveries(NoticeId id);

    /** A channel took word of these, at most 500; the first time counts, for each channel and in all. */
    void delivered(String channel, Set<NoticeId> ids, Instant at);

    /**
     * As {@link #delivered}, of one that was placed in its addressee's own store; the portal is told too.
     *
     * @param reference the address of the document there, 400 characters at most
     */
    void placed(String channel, NoticeId id, String reference, Instant at);

    /** A channel gave a notice up; nothing where it took it. */
    void failed(String channel, NoticeId id, String code, Instant at);

    /**
     * Writes what the time brings to notices that nobody fetched: {@link NoticeFact#EXPIRING}, and at their end
     * {@link NoticeFact#EXPIRED} and {@link NoticeFact#FALLBACK_STARTED}, each with an outbox row. What another node works
     * on is left to it.
     *
     * @param limit 1 to 500
     * @return how many notices were looked at: as many as the limit means that there may be more
     */
    int passDeadlines(Instant now, int limit);

    /** Sets or takes away the mark of the addressee, which is no fact; false for a notice that is not theirs. */
    boolean markRead(PartnerId addressee, NoticeId id, boolean read);

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
     * Matched notices of one destination that were fetched and whose issuer was not told yet and can be, the one that was
     * fetched first at the beginning. Asked for by destination, so that one that cannot be told now holds up no other.
     *
     * @param limit 1 to 100
     */
    List<NoticeView> receiptsDue(DestinationId from, int limit);

    /**
     * Those of these destinations of which {@link #receiptsDue} has a notice. A store that cannot tell without asking about
     * each says all.
     */
    default Set<DestinationId> withReceiptsDue(Set<DestinationId> among) {
        return among;
    }

    /** The issuer was told that the document was fetched. */
    void receiptSent(NoticeId id, Instant at);

    /**
     * The issuer can never be told that the document was fetched: the fact is written and nobody tries again.
     *
     * @param code why
     */
    void untold(NoticeId id, String code, Instant at);

    /**
     * Those of a destination that nobody fetched in their time, that first which expired first, so that their issuer sees what
     * came behind the last one it saw; without titles.
     *
     * @param after the last one of the page before; one that did not expire is the beginning
     * @param limit 1 to 100
     */
    List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit);

    /**
     * A verdict with what it rests on.
     *
     * @param issuerNumber the issuer's number of the document, or empty text where it could not be read
     * @param filing where matched
     * @param title where matched; kept encrypted
     * @param change what it does to its filing, where matched
     * @param code why it is forged or an orphan, else empty text
     * @param verification what was found when the seal was examined, where it was
     * @param said what else the document says, where matched
     */
    record Judgement(
            NoticeVerdict verdict,
            String issuerNumber,
            Optional<FilingKey> filing,
            String title,
            Optional<Change> change,
            String code,
            Optional<NoticeFacts.Verification> verification,
            Said said) {

        public Judgement {
            Objects.requireNonNull(verification, "verification");
            Objects.requireNonNull(said, "said");
        }

        /** Without a word of the seal, and of a document that says no more. */
        public Judgement(
                NoticeVerdict verdict,
                String issuerNumber,
                Optional<FilingKey> filing,
                String title,
                Optional<Change> change,
                String code) {
            this(verdict, issuerNumber, filing, title, change, code, Optional.empty(), Said.NOTHING);
        }

        /** With what was found when the seal was examined. */
        public Judgement verified(Optional<NoticeFacts.Verification> found) {
            return new Judgement(verdict, issuerNumber, filing, title, change, code, found, said);
        }

        /** Of a document that says more. */
        public Judgement saying(Said more) {
            return new Judgement(verdict, issuerNumber, filing, title, change, code, verification, more);
        }

        @Override
        public String toString() {
            return "Judgement[" + verdict + "]";
        }
    }

    /**
     * What a matched document says beside its number and its title.
     *
     * @param issued the day that it says
     * @param closes whether nothing more is to follow
     * @param replaces the earlier document that it replaces or takes back
     * @param window for how long it can be fetched; empty for ever
     */
    record Said(Optional<LocalDate> issued, boolean closes, Optional<Replaces> replaces, Optional<Window> window) {

        /** Nothing more. */
        public static final Said NOTHING = new Said(Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /**
     * An earlier document of the same issuer for the same filing.
     *
     * @param number the issuer's number of the earlier one
     * @param withdraws whether it is taken back, not replaced
     */
    record Replaces(String number, boolean withdraws) {}

    /**
     * For how long a document can be fetched.
     *
     * @param warnFrom when the addressee is warned, if nobody fetched it
     * @param until the moment from which it is not handed out any more
     */
    record Window(Instant warnFrom, Instant until) {

        public Window {
            if (warnFrom.isAfter(until)) {
                throw new IllegalArgumentException("a warning comes before the end");
            }
        }
    }
}
