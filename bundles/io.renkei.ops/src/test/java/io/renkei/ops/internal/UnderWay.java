package io.renkei.ops.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.AnnouncementView;
import io.renkei.ports.announcements.InboxEntry;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.content.StagedContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One announcement that is on its way. */
final class UnderWay implements AnnouncementStore {

    @Override
    public List<AnnouncementView> open(int limit) {
        return List.of(new AnnouncementView(
                new AnnouncementId(new UUID(0, 1)),
                new DestinationId("tax-agency"),
                Optional.of(new PartnerId("portal")),
                100_000,
                42_000,
                Gateway.NIGHT,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Announce.Taken keep(
            DestinationId from,
            SenderNumber number,
            Sha256 digest,
            Announcement what,
            PartnerId portal,
            StagedContent inboxes,
            long lines,
            Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AnnouncementView> find(DestinationId from, AnnouncementId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Work> work(AnnouncementId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean deliver(AnnouncementId id, long done, List<InboxId> inboxes, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw(DestinationId from, AnnouncementId id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InboxEntry> inbox(
            PersonInbox inbox, boolean unread, Optional<AnnouncementId> before, int limit, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InboxEntry> entry(PersonInbox inbox, AnnouncementId id, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seen(PersonInbox inbox, List<AnnouncementId> ids, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mark(PersonInbox inbox, AnnouncementId id, boolean read) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int adopt(PartnerId portal) {
        return portal.value().equals("portal") ? 3 : 0;
    }
}
