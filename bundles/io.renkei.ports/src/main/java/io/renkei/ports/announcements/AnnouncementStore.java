package io.renkei.ports.announcements;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.StagedContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Announcements and the entries of inboxes. Safe for use by several threads and several nodes. */
@ProviderType
public interface AnnouncementStore {

    /**
     * Keeps an announcement with an outbox row of kind {@code ANNOUNCEMENT_ACCEPTED}, in one transaction. One with the
     * same number of the same agency is kept once.
     *
     * @param digest over what is said and the inboxes: the same number with another one, or for another portal, is refused
     * @param portal whose inboxes are named
     * @param inboxes one name a line, ASCII
     * @param lines how many
     */
    Announce.Taken keep(
            DestinationId from,
            SenderNumber number,
            Sha256 digest,
            Announcement what,
            PartnerId portal,
            StagedContent inboxes,
            long lines,
            Instant at);

    /** How far it has come; another agency's answers like an unknown one. */
    Optional<AnnouncementView> find(DestinationId from, AnnouncementId id);

    /** Those that are under way, the oldest first. */
    List<AnnouncementView> open(int limit);

    /** What is left to do, or empty if there is nothing. */
    Optional<Work> work(AnnouncementId id);

    /**
     * Gives the next inboxes their entries and moves the mark behind them, in one transaction. An inbox that has its entry
     * keeps it. With the last line the announcement is complete, with an outbox row of kind {@code
     * ANNOUNCEMENT_AVAILABLE}.
     *
     * @param done how many lines were dealt with before: when another node went on meanwhile, nothing is written
     * @param inboxes the next 1 to 1,000
     * @return whether it was written
     */
    boolean deliver(AnnouncementId id, long done, List<InboxId> inboxes, Instant at);

    /** Takes an announcement back: no further entry is made, and those that are there tell nothing but that. */
    boolean withdraw(DestinationId from, AnnouncementId id, Instant at);

    /**
     * Newest first.
     *
     * @param unread only those without the mark
     * @param before the last one of the page before
     * @param limit 1 to 100
     */
    List<InboxEntry> inbox(PersonInbox inbox, boolean unread, Optional<AnnouncementId> before, int limit, Instant now);

    /** One entry; what another inbox has answers like an unknown one. */
    Optional<InboxEntry> entry(PersonInbox inbox, AnnouncementId id, Instant now);

    /** The first time counts. */
    void seen(PersonInbox inbox, List<AnnouncementId> ids, Instant at);

    /**
     * Gives a portal those that were announced before announcements said whose inboxes they name, and that nobody reads until then.
     *
     * @return how many
     */
    int adopt(PartnerId portal);

    /** Sets or takes away the person's mark; false if there is no such entry. */
    boolean mark(PersonInbox inbox, AnnouncementId id, boolean read);

    /**
     * Where to go on.
     *
     * @param inboxes where their names stand in the content store
     * @param done how many lines were dealt with
     */
    record Work(UUID inboxes, long lines, long done) {}
}
