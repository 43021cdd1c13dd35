package io.renkei.ports.notices;

import io.renkei.api.model.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a channel still has to deliver. A notice stands on the channel's list until the channel took it ({@link
 * NoticeStore#delivered}) or gave it up ({@link NoticeStore#failed}). The list says when each is tried next, so that nodes
 * share it and a restart forgets nothing. Times to wait are database time. Safe for use by several threads and several nodes.
 */
@ProviderType
public interface DeliveryStore {

    /**
     * Puts notices on the list of a channel, those first that wait longest: they lie in these inboxes, were available then
     * or later, were neither replaced nor taken back, and the channel neither took them nor gave them up.
     *
     * @param channel 1 to 32 characters
     * @param addressees at most 500
     * @param limit 1 to 500
     * @return how many were put there: as many as the limit means that there may be more
     */
    int enlist(String channel, Set<PartnerId> addressees, Instant since, int limit);

    /**
     * Claims what is to be tried now, that first which waits longest. Nobody else gets it before the lease is over; who has
     * it says {@link NoticeStore#delivered}, {@link NoticeStore#failed} or {@link #again} before. A notice that was replaced
     * or taken back meanwhile leaves the list.
     *
     * @param addressees whose notices; those of others stay where they are
     * @param lease longer than one try takes
     * @param limit 1 to 100
     */
    List<Due> claim(String channel, Set<PartnerId> addressees, Duration lease, int limit);

    /** It is tried again after this pause; nothing for a notice that is not on the list any more. */
    void again(String channel, NoticeId id, Duration pause);

    /**
     * Those on the list that were available before, the oldest first, whether they are being tried or not.
     *
     * @param limit 1 to 100
     */
    List<NoticeId> overdue(String channel, Set<PartnerId> addressees, Instant available, int limit);

    /**
     * What the channel gave up and can be tried again, that first which was given up last; without titles. What was replaced or
     * taken back, and what cannot be fetched any more, is none of it.
     *
     * @param code only what was given up with this one, with whatever stands behind it; empty for any
     * @param now the moment at which it has to be fetchable
     * @param limit 1 to 500
     */
    List<NoticeView> givenUp(String channel, Optional<String> code, Instant now, int limit);

    /**
     * An operator puts one that the channel gave up on its list again, to be tried for as long as a new one; a row {@code
     * NOTICE_REDELIVERY_ORDERED} of the hash chain says so. Once more changes nothing while it waits.
     *
     * @param by who ordered it, to 100 characters
     * @return whether it was put there: it is one of {@link #givenUp}
     */
    boolean redeliver(String channel, NoticeId id, String by, Instant at);

    /**
     * A channel says that the addressee opened a document there; the first time counts, for each channel and in all.
     *
     * @param opened when, as the channel says
     * @param at when it said so
     * @return whether the channel delivered this notice; if not, nothing is written
     */
    boolean opened(String channel, NoticeId id, Instant opened, Instant at);

    /**
     * One that is to be tried.
     *
     * @param notice without its title
     * @param tries how often it was tried before and did not come to an end
     */
    record Due(NoticeView notice, int tries) {

        public Due {
            Objects.requireNonNull(notice, "notice");
        }
    }
}
