package io.renkei.notices.internal;

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
import io.renkei.ports.content.MemoryContents;
import io.renkei.ports.content.StagedContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** One announcement and its list of inboxes, in memory. */
final class MemoryAnnouncements implements AnnouncementStore {

    final List<Sha256> digests = new ArrayList<>();
    final List<InboxId> delivered = new ArrayList<>();
    final MemoryContents contents = new MemoryContents();
    final AtomicInteger deliveries = new AtomicInteger();

    /** Is told the number of the delivery that begins, from 1. */
    IntConsumer beforeDelivery = number -> {};

    private final AnnouncementId id = new AnnouncementId(UUID.randomUUID());
    private UUID content;
    private long lines;
    private boolean withdrawn;

    void deliverNextAsAnotherNode(AnnouncementId announcement, List<InboxId> next) {
        IntConsumer before = beforeDelivery;
        beforeDelivery = number -> {};
        deliver(announcement, delivered.size(), next, Instant.EPOCH);
        beforeDelivery = before;
    }

    @Override
    public Announce.Taken keep(
            DestinationId from,
            SenderNumber number,
            Sha256 digest,
            Announcement what,
            PartnerId portal,
            StagedContent inboxes,
            long count,
            Instant at) {
        digests.add(digest);
        content = inboxes.ref().id();
        lines = count;
        return new Announce.Taken.Kept(id, count, false);
    }

    @Override
    public Optional<Work> work(AnnouncementId announcement) {
        return withdrawn || delivered.size() == lines
                ? Optional.empty()
                : Optional.of(new Work(content, lines, delivered.size()));
    }

    @Override
    public boolean deliver(AnnouncementId announcement, long done, List<InboxId> inboxes, Instant at) {
        beforeDelivery.accept(deliveries.incrementAndGet());
        if (withdrawn || done != delivered.size()) {
            return false;
        }
        delivered.addAll(inboxes);
        return true;
    }

    @Override
    public boolean withdraw(DestinationId from, AnnouncementId announcement, Instant at) {
        withdrawn = true;
        return true;
    }

    @Override
    public Optional<AnnouncementView> find(DestinationId from, AnnouncementId announcement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AnnouncementView> open(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InboxEntry> inbox(
            PersonInbox inbox, boolean unread, Optional<AnnouncementId> before, int limit, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<InboxEntry> entry(PersonInbox inbox, AnnouncementId announcement, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seen(PersonInbox inbox, List<AnnouncementId> ids, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mark(PersonInbox inbox, AnnouncementId announcement, boolean read) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int adopt(PartnerId portal) {
        throw new UnsupportedOperationException();
    }
}
