package io.renkei.journal.jdbc.internal;

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
import io.renkei.ports.state.OutboxKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Announcements. The row of one is updated before entries are written, so that two nodes do not write the same ones. */
final class JdbcAnnouncementStore implements AnnouncementStore {

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PER_DELIVERY = 1_000;

    private static final String VIEW =
            "select id, destination, portal, lines, done, accepted_at, completed_at, withdrawn_at from announcement where ";

    private static final String ENTRY = "select a.id, a.destination, a.until_at, a.withdrawn_at, "
            + SealedAnnouncement.COLUMNS.stream().map(column -> "a." + column).collect(Collectors.joining(", "))
            + ", e.available_at, e.seen_at, e.marked_read, c.case_key, k.wrapped from inbox_entry e"
            + " join announcement a on a.id = e.announcement join content c on c.id = a.content_id"
            + " join case_key k on k.id = c.case_key where e.inbox = ? and a.portal = ? and (a.until_at is null or a.until_at > ?)";

    private static final String OF_PORTAL =
            " and exists (select 1 from announcement a where a.id = inbox_entry.announcement and a.portal = ?)";

    private final Database database;
    private final CaseKeys keys;

    JdbcAnnouncementStore(Database database, CaseKeys keys) {
        this.database = database;
        this.keys = keys;
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
        Staged staged = Staged.of(inboxes);
        AnnouncementId id = new AnnouncementId(UUID.randomUUID());
        return database.transact(tx -> {
            Optional<Announce.Taken> first = first(tx, from, number, digest, portal);
            if (first.isPresent()) {
                return first.get();
            }
            insert(tx, id, from, number, digest, what, portal, staged, lines, at);
            OutboxRows outbox = new OutboxRows();
            outbox.add(OutboxKind.ANNOUNCEMENT_ACCEPTED, id, "");
            outbox.write(tx);
            return new Announce.Taken.Kept(id, lines, false);
        });
    }

    private static Optional<Announce.Taken> first(
            Tx tx, DestinationId from, SenderNumber number, Sha256 digest, PartnerId portal) throws SQLException {
        return tx.one(
                "select id, digest, portal, lines from announcement where destination = ? and sender_number = ?",
                row -> Sha256.ofDigest(row.getBytes("digest")).equals(digest)
                                && portal(row).map(portal::equals).orElse(true)
                        ? new Announce.Taken.Kept(id(row), row.getLong("lines"), true)
                        : new Announce.Taken.NumberReused(),
                from.value(),
                number.value());
    }

    private static void insert(
            Tx tx,
            AnnouncementId id,
            DestinationId from,
            SenderNumber number,
            Sha256 digest,
            Announcement what,
            PartnerId portal,
            Staged staged,
            long lines,
            Instant at)
            throws SQLException {
        try {
            staged.take(tx);
            tx.update(
                    "insert into announcement (" + String.join(", ", SealedAnnouncement.COLUMNS)
                            + ", id, destination, portal, sender_number, digest, content_id, until_at, lines, done, accepted_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                    Tx.values(
                            staged.sealAnnouncement(id.value(), what),
                            id.value(),
                            from.value(),
                            portal.value(),
                            number.value(),
                            digest,
                            staged.ref().id(),
                            what.until(),
                            lines,
                            at));
        } catch (SQLException e) {
            if (Faults.isMissing(e)) {
                throw new IllegalStateException(
                        "JOURNAL-014: the list of inboxes is not in the store, or was swept; store it again", e);
            }
            if (Faults.isDuplicate(e)) {
                throw new SQLException("the same number was kept meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
    }

    @Override
    public Optional<AnnouncementView> find(DestinationId from, AnnouncementId id) {
        return database.transact(tx ->
                tx.one(VIEW + "id = ? and destination = ?", JdbcAnnouncementStore::view, id.value(), from.value()));
    }

    @Override
    public List<AnnouncementView> open(int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> tx.query(
                VIEW + "completed_at is null and withdrawn_at is null"
                        + " order by completed_at, withdrawn_at, accepted_at limit ?",
                JdbcAnnouncementStore::view,
                limit));
    }

    @Override
    public Optional<Work> work(AnnouncementId id) {
        return database.transact(tx -> tx.one(
                "select content_id, lines, done from announcement"
                        + " where id = ? and completed_at is null and withdrawn_at is null",
                row -> new Work(row.getObject("content_id", UUID.class), row.getLong("lines"), row.getLong("done")),
                id.value()));
    }

    @Override
    public boolean deliver(AnnouncementId id, long done, List<InboxId> inboxes, Instant at) {
        Limits.require("the number of inboxes", inboxes.size(), MOST_PER_DELIVERY);
        return database.transact(tx -> {
            int moved = tx.update(
                    "update announcement set done = done + ?, completed_at = case when done + ? = lines then"
                            + " cast(? as timestamp(6) with time zone) end"
                            + " where id = ? and done = ? and withdrawn_at is null",
                    inboxes.size(),
                    inboxes.size(),
                    at,
                    id.value(),
                    done);
            if (moved == 0) {
                return false;
            }
            addEntries(tx, id, inboxes, at);
            Optional<String> complete = tx.one(
                    "select destination from announcement where id = ? and completed_at is not null",
                    row -> row.getString("destination"),
                    id.value());
            if (complete.isPresent()) {
                OutboxRows outbox = new OutboxRows();
                outbox.add(OutboxKind.ANNOUNCEMENT_AVAILABLE, id, complete.get());
                outbox.write(tx);
            }
            return true;
        });
    }

    private static void addEntries(Tx tx, AnnouncementId id, List<InboxId> inboxes, Instant at) throws SQLException {
        List<String> names = inboxes.stream().map(InboxId::value).distinct().toList();
        Set<String> missing = new LinkedHashSet<>(names);
        missing.removeAll(tx.query(
                "select inbox from inbox_entry where announcement = ? and inbox in " + Tx.in(names),
                row -> row.getString("inbox"),
                Tx.values(List.of(id.value()), Tx.filled(names).toArray())));
        tx.batch(
                "insert into inbox_entry (inbox, announcement, available_at, marked_read) values (?, ?, ?, false)",
                missing.stream()
                        .map(inbox -> new Object[] {inbox, id.value(), at})
                        .toList());
    }

    @Override
    public boolean withdraw(DestinationId from, AnnouncementId id, Instant at) {
        return database.transact(tx -> tx.update(
                        "update announcement set withdrawn_at = coalesce(withdrawn_at, ?)"
                                + " where id = ? and destination = ?",
                        at,
                        id.value(),
                        from.value()))
                > 0;
    }

    @Override
    public List<InboxEntry> inbox(
            PersonInbox inbox, boolean unread, Optional<AnnouncementId> before, int limit, Instant now) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        String condition = unread ? " and not e.marked_read" : "";
        String newestFirst = " order by e.inbox desc, e.available_at desc, e.announcement desc limit ?";
        if (before.isEmpty()) {
            return read(
                    ENTRY + condition + newestFirst,
                    inbox.name().value(),
                    inbox.portal().value(),
                    now,
                    limit);
        }
        String after = " and exists (select 1 from inbox_entry b where b.inbox = ? and b.announcement = ?"
                + " and (e.available_at < b.available_at"
                + " or e.available_at = b.available_at and e.announcement < b.announcement))";
        return read(
                ENTRY + condition + after + newestFirst,
                inbox.name().value(),
                inbox.portal().value(),
                now,
                inbox.name().value(),
                before.get().value(),
                limit);
    }

    @Override
    public Optional<InboxEntry> entry(PersonInbox inbox, AnnouncementId id, Instant now) {
        return read(
                        ENTRY + " and e.announcement = ?",
                        inbox.name().value(),
                        inbox.portal().value(),
                        now,
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    public void seen(PersonInbox inbox, List<AnnouncementId> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        Limits.require("the number of announcements", ids.size(), MOST_PER_PAGE);
        List<UUID> values = ids.stream().map(AnnouncementId::value).toList();
        database.transact(tx -> tx.update(
                "update inbox_entry set seen_at = ? where inbox = ?" + OF_PORTAL
                        + " and seen_at is null and announcement in " + Tx.in(values),
                Tx.values(
                        List.of(at, inbox.name().value(), inbox.portal().value()),
                        Tx.filled(values).toArray())));
    }

    @Override
    public int adopt(PartnerId portal) {
        return database.transact(
                tx -> tx.update("update announcement set portal = ? where portal is null", portal.value()));
    }

    @Override
    public boolean mark(PersonInbox inbox, AnnouncementId id, boolean read) {
        return database.transact(tx -> tx.update(
                        "update inbox_entry set marked_read = ? where inbox = ?" + OF_PORTAL + " and announcement = ?",
                        read,
                        inbox.name().value(),
                        inbox.portal().value(),
                        id.value()))
                > 0;
    }

    private record Read(SealedAnnouncement sealed, InboxEntry bare) {}

    private List<InboxEntry> read(String sql, Object... values) {
        return database.transact(tx -> tx.query(sql, JdbcAnnouncementStore::read, values)).stream()
                .map(this::open)
                .toList();
    }

    private InboxEntry open(Read read) {
        InboxEntry bare = read.bare();
        return bare.withdrawn().isPresent()
                ? bare
                : new InboxEntry(
                        bare.id(),
                        bare.from(),
                        read.sealed().open(keys),
                        bare.available(),
                        bare.seen(),
                        bare.read(),
                        bare.withdrawn());
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(
                SealedAnnouncement.of(row),
                new InboxEntry(
                        id(row),
                        new DestinationId(row.getString("destination")),
                        Optional.empty(),
                        Tx.instant(row, "available_at"),
                        Tx.optionalInstant(row, "seen_at"),
                        row.getBoolean("marked_read"),
                        Tx.optionalInstant(row, "withdrawn_at")));
    }

    private static AnnouncementView view(ResultSet row) throws SQLException {
        return new AnnouncementView(
                id(row),
                new DestinationId(row.getString("destination")),
                portal(row),
                row.getLong("lines"),
                row.getLong("done"),
                Tx.instant(row, "accepted_at"),
                Tx.optionalInstant(row, "completed_at"),
                Tx.optionalInstant(row, "withdrawn_at"));
    }

    private static Optional<PartnerId> portal(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("portal")).map(PartnerId::new);
    }

    private static AnnouncementId id(ResultSet row) throws SQLException {
        return new AnnouncementId(row.getObject("id", UUID.class));
    }
}
