package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.PartnerId;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lists of what is to be delivered. A claim moves the time of the next try; no row stays locked for it. */
final class JdbcDeliveryStore implements DeliveryStore {

    private static final int LONGEST_CHANNEL = 32;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ADDRESSEES = 500;
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_CLAIMED = 100;

    /** More candidates are looked at than are claimed, so that nodes that claim at once find work each. */
    private static final int CANDIDATES_PER_CLAIM = 4;

    private final Database database;

    JdbcDeliveryStore(Database database) {
        this.database = database;
    }

    /** A notice that is to be put on a list. */
    private record Found(UUID id, String addressee, Instant available) {}

    /** A notice on a list. */
    private record Listed(UUID id, int tries) {}

    @Override
    public int enlist(String channel, Set<PartnerId> addressees, Instant since, int limit) {
        requireAsked(channel, addressees);
        Limits.require("limit", limit, MOST_AT_ONCE);
        if (addressees.isEmpty()) {
            return 0;
        }
        return database.transact(tx -> {
            List<Found> found = missing(tx, channel, addressees, since, limit);
            if (found.isEmpty()) {
                tx.harmless();
                return 0;
            }
            insert(tx, channel, found);
            return found.size();
        });
    }

    private static List<Found> missing(Tx tx, String channel, Set<PartnerId> addressees, Instant since, int limit)
            throws SQLException {
        List<String> names = names(addressees);
        return tx.query(
                "select n.id, n.addressee, n.available_at from notice n where n.addressee in " + Tx.in(names)
                        + " and n.available_at >= ? and n.verdict = ?"
                        + " and not exists (select 1 from notice_to_deliver t where t.channel = ? and t.notice_id = n.id)"
                        + " and not exists (select 1 from notice_delivery d where d.notice_id = n.id and d.channel = ?)"
                        + " order by n.available_at, n.id limit ?",
                row -> new Found(
                        row.getObject("id", UUID.class), row.getString("addressee"), Tx.instant(row, "available_at")),
                Tx.values(Tx.filled(names), since, NoticeVerdict.MATCHED, channel, channel, limit));
    }

    private static void insert(Tx tx, String channel, List<Found> found) throws SQLException {
        Instant now = tx.now();
        try {
            tx.batch(
                    "insert into notice_to_deliver (channel, notice_id, addressee, available_at, tries, try_at)"
                            + " values (?, ?, ?, ?, 0, ?)",
                    found.stream()
                            .map(each -> new Object[] {channel, each.id(), each.addressee(), each.available(), now})
                            .toList());
        } catch (SQLException e) {
            if (Faults.isDuplicate(e)) {
                throw new SQLException("another node put it on the list meanwhile", Faults.AGAIN, e);
            }
            throw e;
        }
    }

    @Override
    public List<Due> claim(String channel, Set<PartnerId> addressees, Duration lease, int limit) {
        requireAsked(channel, addressees);
        Limits.require("limit", limit, MOST_CLAIMED);
        if (addressees.isEmpty()) {
            return List.of();
        }
        return database.transact(tx -> {
            List<Listed> held = lockFree(tx, channel, addressees, limit);
            if (held.isEmpty()) {
                tx.harmless();
                return List.of();
            }
            return lease(tx, channel, held, lease);
        });
    }

    /** Looks first and locks then: a query that locks reads all that waits, whatever its limit. */
    private static List<Listed> lockFree(Tx tx, String channel, Set<PartnerId> addressees, int limit)
            throws SQLException {
        List<String> names = names(addressees);
        List<UUID> candidates = tx.query(
                "select notice_id from notice_to_deliver where channel = ? and try_at <= current_timestamp"
                        + " and addressee in " + Tx.in(names) + " order by channel, try_at, notice_id limit ?",
                row -> row.getObject("notice_id", UUID.class),
                Tx.values(List.of(channel), Tx.values(Tx.filled(names), limit * CANDIDATES_PER_CLAIM)));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<UUID, Listed> free = tx
                .query(
                        "select notice_id, tries from notice_to_deliver where channel = ?"
                                + " and try_at <= current_timestamp and notice_id in " + Tx.in(candidates)
                                + " for update skip locked",
                        row -> new Listed(row.getObject("notice_id", UUID.class), row.getInt("tries")),
                        Tx.values(List.of(channel), Tx.filled(candidates).toArray()))
                .stream()
                .collect(Collectors.toMap(Listed::id, Function.identity()));
        return candidates.stream()
                .filter(free::containsKey)
                .limit(limit)
                .map(free::get)
                .toList();
    }

    private static List<Due> lease(Tx tx, String channel, List<Listed> held, Duration lease) throws SQLException {
        List<UUID> ids = held.stream().map(Listed::id).toList();
        Map<UUID, SealedNotice> notices =
                SealedNotice.read(tx, "n.id in " + Tx.in(ids), Tx.filled(ids).toArray()).stream()
                        .filter(notice -> notice.bare().verdict() == NoticeVerdict.MATCHED)
                        .collect(Collectors.toMap(notice -> notice.bare().id().value(), Function.identity()));
        Instant until = tx.now().plus(lease);
        for (UUID id : ids) {
            if (notices.containsKey(id)) {
                tx.update(
                        "update notice_to_deliver set try_at = ? where channel = ? and notice_id = ?",
                        until,
                        channel,
                        id);
            } else {
                remove(tx, channel, List.of(id));
            }
        }
        return held.stream()
                .filter(each -> notices.containsKey(each.id()))
                .map(each -> new Due(notices.get(each.id()).bare(), each.tries()))
                .toList();
    }

    @Override
    public void again(String channel, NoticeId id, Duration pause) {
        database.transact(tx -> tx.update(
                "update notice_to_deliver set tries = tries + 1, try_at = ? where channel = ? and notice_id = ?",
                tx.now().plus(pause),
                channel,
                id.value()));
    }

    @Override
    public List<NoticeId> overdue(String channel, Set<PartnerId> addressees, Instant available, int limit) {
        requireAsked(channel, addressees);
        Limits.require("limit", limit, MOST_CLAIMED);
        if (addressees.isEmpty()) {
            return List.of();
        }
        List<String> names = names(addressees);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select notice_id from notice_to_deliver where channel = ? and available_at < ? and addressee in "
                            + Tx.in(names) + " order by channel, available_at, notice_id limit ?",
                    row -> new NoticeId(row.getObject("notice_id", UUID.class)),
                    Tx.values(List.of(channel, available), Tx.values(Tx.filled(names), limit)));
        });
    }

    @Override
    public List<NoticeView> givenUp(String channel, Optional<String> code, Instant now, int limit) {
        Limits.require("a channel", channel, LONGEST_CHANNEL);
        Limits.require("limit", limit, MOST_AT_ONCE);
        List<Object> values = new ArrayList<>(List.of(channel, Delivery.State.FAILED));
        code.ifPresent(only -> {
            values.add(only);
            values.add(only + " ");
            values.add(only.length() + 1);
        });
        values.addAll(List.of(NoticeVerdict.MATCHED, now, limit));
        return database.transact(tx -> {
            tx.harmless();
            List<UUID> ids = tx.query(
                    "select d.notice_id from notice_delivery d join notice n on n.id = d.notice_id"
                            + " where d.channel = ? and d.state = ?"
                            + (code.isEmpty() ? "" : " and (d.code = ? or ? = substring(d.code from 1 for ?))")
                            + " and n.verdict = ? and (n.fetch_until is null or n.fetch_until > ?)"
                            + " order by d.since_at desc, d.notice_id limit ?",
                    row -> row.getObject("notice_id", UUID.class),
                    values.toArray());
            Map<UUID, NoticeView> views = ids.isEmpty()
                    ? Map.of()
                    : SealedNotice.read(
                                    tx, "n.id in " + Tx.in(ids), Tx.filled(ids).toArray())
                            .stream()
                            .map(SealedNotice::bare)
                            .collect(Collectors.toMap(view -> view.id().value(), Function.identity()));
            return ids.stream().map(views::get).toList();
        });
    }

    @Override
    public boolean redeliver(String channel, NoticeId id, String by, Instant at) {
        Limits.require("a channel", channel, LONGEST_CHANNEL);
        Limits.require("who ordered it", by, LONGEST_NAME);
        AtomicBoolean done = new AtomicBoolean();
        database.transact(tx -> {
            done.set(false);
            return NoticeMarks.each(
                    tx,
                    "n.id = ?",
                    new Object[] {id.value()},
                    (marks, notice) -> done.set(marks.redeliver(notice, channel, by, at)));
        });
        return done.get();
    }

    @Override
    public boolean opened(String channel, NoticeId id, Instant opened, Instant at) {
        Limits.require("a channel", channel, LONGEST_CHANNEL);
        return database.transact(tx -> {
            NoticeMarks.each(
                    tx,
                    "n.id = ?",
                    new Object[] {id.value()},
                    (marks, notice) -> marks.opened(notice, channel, opened, at));
            return NoticeDeliveries.isDelivered(tx, id, channel);
        });
    }

    /** As if it had become available now: it is tried for as long as a new one. */
    static void insert(Tx tx, String channel, NoticeView notice) throws SQLException {
        Instant now = tx.now();
        tx.update(
                "insert into notice_to_deliver (channel, notice_id, addressee, available_at, tries, try_at)"
                        + " values (?, ?, ?, ?, 0, ?)",
                channel,
                notice.id().value(),
                notice.addressee().orElseThrow().value(),
                now,
                now);
    }

    /** Of notices that came to their end on a channel; in the transaction that says so. */
    static void remove(Tx tx, String channel, Collection<UUID> ids) throws SQLException {
        List<UUID> named = List.copyOf(ids);
        tx.update(
                "delete from notice_to_deliver where channel = ? and notice_id in " + Tx.in(named),
                Tx.values(List.of(channel), Tx.filled(named).toArray()));
    }

    private static void requireAsked(String channel, Set<PartnerId> addressees) {
        Limits.require("a channel", channel, LONGEST_CHANNEL);
        if (addressees.size() > MOST_ADDRESSEES) {
            throw new IllegalArgumentException("at most " + MOST_ADDRESSEES + " addressees are asked for at once");
        }
    }

    private static List<String> names(Set<PartnerId> addressees) {
        return addressees.stream().map(PartnerId::value).sorted().toList();
    }
}
