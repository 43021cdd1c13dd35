package io.renkei.door.rest.internal;

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
import io.renkei.ports.doors.FakeIntake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Announcements in memory, in their inboxes at once. */
final class FakeAnnouncements implements Announce, AnnouncementStore {

    private static final int MOST = 1_000;

    final Map<SenderNumber, Kept> kept = new ConcurrentHashMap<>();
    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> read = new CopyOnWriteArrayList<>();

    record Kept(
            AnnouncementId id,
            DestinationId from,
            Announcement what,
            PartnerId portal,
            List<InboxId> inboxes,
            Optional<Instant> withdrawn) {}

    @Override
    public Taken announce(
            DestinationId from, SenderNumber number, Announcement what, PartnerId portal, Iterator<InboxId> inboxes) {
        List<InboxId> all = new ArrayList<>();
        inboxes.forEachRemaining(all::add);
        if (all.size() > MOST) {
            throw new IllegalArgumentException("too many");
        }
        Kept fresh = new Kept(new AnnouncementId(UUID.randomUUID()), from, what, portal, all, Optional.empty());
        Kept before = kept.putIfAbsent(number, fresh);
        if (before == null) {
            return new Taken.Kept(fresh.id(), all.size(), false);
        }
        return before.what().equals(what)
                        && before.portal().equals(portal)
                        && before.inboxes().equals(all)
                ? new Taken.Kept(before.id(), all.size(), true)
                : new Taken.NumberReused();
    }

    @Override
    public Optional<AnnouncementView> find(DestinationId from, AnnouncementId id) {
        return kept.values().stream()
                .filter(each -> each.id().equals(id) && each.from().equals(from))
                .findFirst()
                .map(each -> new AnnouncementView(
                        id,
                        from,
                        Optional.of(each.portal()),
                        each.inboxes().size(),
                        each.inboxes().size(),
                        FakeIntake.NOW,
                        Optional.of(FakeIntake.NOW),
                        each.withdrawn()));
    }

    @Override
    public boolean withdraw(DestinationId from, AnnouncementId id, Instant at) {
        if (find(from, id).isEmpty()) {
            return false;
        }
        kept.replaceAll((number, each) -> each.id().equals(id)
                ? new Kept(id, each.from(), each.what(), each.portal(), each.inboxes(), Optional.of(at))
                : each);
        return true;
    }

    @Override
    public List<InboxEntry> inbox(
            PersonInbox inbox, boolean unread, Optional<AnnouncementId> before, int limit, Instant now) {
        return kept.values().stream()
                .filter(each ->
                        each.portal().equals(inbox.portal()) && each.inboxes().contains(inbox.name()))
                .map(each -> entry(inbox, each))
                .filter(entry -> !unread || !entry.read())
                .filter(entry -> before.isEmpty()
                        || entry.id().value().compareTo(before.get().value()) < 0)
                .sorted((a, b) -> b.id().value().compareTo(a.id().value()))
                .limit(limit)
                .toList();
    }

    private InboxEntry entry(PersonInbox inbox, Kept each) {
        return new InboxEntry(
                each.id(),
                each.from(),
                each.withdrawn().isPresent() ? Optional.empty() : Optional.of(each.what()),
                FakeIntake.NOW,
                Optional.empty(),
                read.contains(inbox + " " + each.id()),
                each.withdrawn());
    }

    @Override
    public Optional<InboxEntry> entry(PersonInbox inbox, AnnouncementId id, Instant now) {
        return inbox(inbox, false, Optional.empty(), 100, now).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    @Override
    public void seen(PersonInbox inbox, List<AnnouncementId> ids, Instant at) {
        ids.forEach(id -> seen.add(inbox + " " + id));
    }

    @Override
    public boolean mark(PersonInbox inbox, AnnouncementId id, boolean wanted) {
        if (entry(inbox, id, FakeIntake.NOW).isEmpty()) {
            return false;
        }
        read.remove(inbox + " " + id);
        if (wanted) {
            read.add(inbox + " " + id);
        }
        return true;
    }

    @Override
    public Taken keep(
            DestinationId from,
            SenderNumber number,
            Sha256 digest,
            Announcement what,
            PartnerId portal,
            StagedContent inboxes,
            long lines,
            Instant at) {
        throw new UnsupportedOperationException("the door announces by its port");
    }

    @Override
    public List<AnnouncementView> open(int limit) {
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
    public int adopt(PartnerId portal) {
        throw new UnsupportedOperationException();
    }
}
