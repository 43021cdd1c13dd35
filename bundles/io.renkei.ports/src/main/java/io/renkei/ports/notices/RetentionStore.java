package io.renkei.ports.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What becomes of documents whose time is over. Safe for use by several threads and several nodes.
 *
 * <p>A document is over from its {@link NoticeFacts#fetchUntil() end} on; one that nobody fetched is over only when {@link
 * NoticeFact#EXPIRED} was written, so that nothing goes before its addressee and its issuer were told.
 */
@ProviderType
public interface RetentionStore {

    /**
     * Destroys the bytes of documents that were over then or before and that nobody holds, those first that have been over
     * longest. The key of each, what it opened, the fact {@link NoticeFact#ERASED}, its row of the hash chain and an outbox row
     * of kind {@code NOTICE_ERASED} are one transaction: a kill leaves all of it or nothing. What another node works on is left
     * to it.
     *
     * @param over the last moment from which they may have been over
     * @param at when this happens
     * @param limit 1 to 500
     * @return how many were looked at: as many as the limit means that there may be more
     */
    int erase(Instant over, Instant at, int limit);

    /**
     * Those whose end comes then or before and that were not destroyed, held ones too, that first which ends first; without
     * titles.
     *
     * @param limit 1 to 100
     */
    List<NoticeView> ending(Instant until, int limit);

    /**
     * Destroys the bytes of documents that came into no inbox (FORGED, DUPLICATE, ORPHAN), that were received then or before and
     * that nobody holds, those first that came first. The key of each and the fact {@link NoticeFact#ERASED} are one transaction.
     * Nobody is told, and there is no row of a hash chain, as they concern no application; verdict, code, size and digest stay.
     * The same bytes are a new notice if they come again.
     *
     * @param until the last moment at which they may have been received
     * @param waiting from this moment of receipt on, one that waits for its filing is left alone
     * @param at when this happens
     * @param limit 1 to 500
     * @return how many were looked at: as many as the limit means that there may be more
     */
    int eraseQuarantined(Instant until, Instant waiting, Instant at, int limit);

    /**
     * Those that {@link #eraseQuarantined} destroys, and those of them that are held, that first which came first.
     *
     * @param limit 1 to 100
     */
    List<NoticeView> quarantined(Instant until, Instant waiting, int limit);

    /** How many documents that came into no inbox there are, and how many of them were destroyed since then. */
    Quarantine quarantine(Instant since);

    /**
     * A count, of each no more than {@value #MOST_COUNTED}.
     *
     * @param kept whose bytes are there
     * @param destroyed whose bytes were destroyed
     */
    record Quarantine(int kept, int destroyed) {

        /** Who has more of them than this need not know how many. */
        public static final int MOST_COUNTED = 10_000;
    }

    /** The order that holds a notice; empty where there is none. */
    Optional<NoticeHold> hold(NoticeId id);

    /**
     * What is held, the last ordered first.
     *
     * @param limit 1 to 100
     */
    List<NoticeHold> holds(int limit);

    /**
     * Holds a notice that lies in an inbox or in quarantine and was not destroyed; one that is held keeps the first order. A row
     * {@code NOTICE_HELD} of the hash chain, where it has one, says who ordered it.
     *
     * @return whether this order holds it now
     */
    boolean hold(NoticeHold order);

    /**
     * Lifts a hold; a row {@code NOTICE_RELEASED} of the hash chain says who did. The document goes with the next look once it is
     * over.
     *
     * @param by who lifts it, 1 to 64 characters
     * @return whether it was held
     */
    boolean release(NoticeId id, String by, Instant at);
}
