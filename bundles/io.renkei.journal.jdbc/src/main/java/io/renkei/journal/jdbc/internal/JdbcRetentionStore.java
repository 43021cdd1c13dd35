package io.renkei.journal.jdbc.internal;

import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.RetentionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Destroys what is over, and holds what an operator wants kept. The chains of the applications are the lease, as for the
 * deadlines: who holds one works on it, others skip it. A hold and a destruction of one notice meet at the same lock, so that
 * what is held before is kept.
 */
final class JdbcRetentionStore implements RetentionStore {

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_NAME = 64;

    private static final String NOT_HELD = "not exists (select 1 from notice_hold h where h.notice_id = n.id)";

    /** Over by then, told to whom it concerns, and held by nobody. */
    private static final String OVER =
            "n.over_at <= ? and n.due_at is null and (n.expired_at is null or n.expired_at <= ?) and " + NOT_HELD;

    /** Received by then; one that is still judged again, only if it came before the second moment. */
    private static final String QUARANTINED = "n.quarantined_at <= ? and (n.verdict <> 'ORPHAN' or n.received_at < ?)";

    private final Database database;

    JdbcRetentionStore(Database database) {
        this.database = database;
    }

    @Override
    public int erase(Instant over, Instant at, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> erase(tx, over, at, limit));
    }

    private static int erase(Tx tx, Instant over, Instant at, int limit) throws SQLException {
        List<Found> found = tx.query(
                "select n.id, n.arrival_number from notice n where " + OVER + " order by n.over_at limit ?",
                row -> new Found(row.getObject("id", UUID.class), Optional.ofNullable(row.getString("arrival_number"))),
                over,
                over,
                limit);
        if (found.isEmpty()) {
            tx.harmless();
            return 0;
        }
        List<UUID> ids = found.stream().map(Found::id).toList();
        String which = OVER + " and n.id in " + Tx.in(ids);
        Object[] values = Tx.values(List.of(over, over), Tx.filled(ids).toArray());
        NoticeMarks.Work work = (marks, notice) -> {
            // Asked again under the lock: it may have been held meanwhile.
            if (!isHeld(tx, notice)) {
                marks.erase(notice, at);
            }
        };
        List<String> applications = found.stream()
                .flatMap(each -> each.application().stream())
                .distinct()
                .toList();
        if (!applications.isEmpty()) {
            NoticeMarks.each(tx, Chain.lockFree(tx, applications), which, values, work);
        }
        if (found.stream().anyMatch(each -> each.application().isEmpty())) {
            NoticeMarks.eachUnbound(tx, which, values, " skip locked", work);
        }
        return found.size();
    }

    @Override
    public int eraseQuarantined(Instant until, Instant waiting, Instant at, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            List<UUID> ids = tx.query(
                    "select n.id from notice n where " + QUARANTINED + " and " + NOT_HELD
                            + " order by n.quarantined_at limit ?",
                    row -> row.getObject("id", UUID.class),
                    until,
                    waiting,
                    limit);
            if (ids.isEmpty()) {
                tx.harmless();
                return 0;
            }
            NoticeMarks.eachUnbound(
                    tx,
                    QUARANTINED + " and n.id in " + Tx.in(ids),
                    Tx.values(List.of(until, waiting), Tx.filled(ids).toArray()),
                    " skip locked",
                    (marks, notice) -> {
                        if (!isHeld(tx, notice)) {
                            marks.eraseQuarantined(notice, at);
                        }
                    });
            return ids.size();
        });
    }

    @Override
    public List<NoticeView> quarantined(Instant until, Instant waiting, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> {
            tx.harmless();
            return SealedNotice.read(
                            tx, QUARANTINED + " order by n.quarantined_at, n.id limit ?", until, waiting, limit)
                    .stream()
                    .map(SealedNotice::bare)
                    .toList();
        });
    }

    @Override
    public Quarantine quarantine(Instant since) {
        return database.transact(tx -> {
            tx.harmless();
            return new Quarantine(
                    count(tx, "quarantined_at > " + Tx.EPOCH),
                    count(tx, "erased_at >= ? and addressee is null", since));
        });
    }

    private static int count(Tx tx, String which, Object... values) throws SQLException {
        return tx.one(
                        "select count(*) as number from (select id from notice where " + which + " limit ?) counted",
                        row -> row.getInt("number"),
                        Tx.values(List.of(values), Quarantine.MOST_COUNTED))
                .orElseThrow();
    }

    private static boolean isHeld(Tx tx, NoticeView notice) throws SQLException {
        return tx.one(
                        "select notice_id from notice_hold where notice_id = ?",
                        row -> row.getObject("notice_id", UUID.class),
                        notice.id().value())
                .isPresent();
    }

    /** One that is over, and the application that it concerns. */
    private record Found(UUID id, Optional<String> application) {}

    @Override
    public List<NoticeView> ending(Instant until, int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> {
            tx.harmless();
            return SealedNotice.read(tx, "n.over_at <= ? order by n.over_at, n.id limit ?", until, limit).stream()
                    .map(SealedNotice::bare)
                    .toList();
        });
    }

    @Override
    public Optional<NoticeHold> hold(NoticeId id) {
        return database.transact(tx -> {
            tx.harmless();
            return tx.one("select * from notice_hold where notice_id = ?", JdbcRetentionStore::held, id.value());
        });
    }

    @Override
    public List<NoticeHold> holds(int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select * from notice_hold order by since_at desc, notice_id desc limit ?",
                    JdbcRetentionStore::held,
                    limit);
        });
    }

    private static NoticeHold held(ResultSet row) throws SQLException {
        return new NoticeHold(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                row.getString("reason"),
                row.getString("ordered_by"),
                Tx.instant(row, "since_at"));
    }

    @Override
    public boolean hold(NoticeHold order) {
        return change(order.notice(), (tx, marks, notice) -> {
            boolean isHeld = notice.facts().has(NoticeFact.ERASED) || isHeld(tx, notice);
            if (isHeld) {
                return false;
            }
            tx.update(
                    "insert into notice_hold (notice_id, reason, ordered_by, since_at) values (?, ?, ?, ?)",
                    notice.id().value(),
                    order.reason(),
                    order.by(),
                    order.since());
            marks.held(notice, order.by(), order.since());
            return true;
        });
    }

    @Override
    public boolean release(NoticeId id, String by, Instant at) {
        Limits.require("who lifts it", by, LONGEST_NAME);
        return change(id, (tx, marks, notice) -> {
            boolean wasHeld = tx.update(
                            "delete from notice_hold where notice_id = ?",
                            notice.id().value())
                    == 1;
            if (wasHeld) {
                marks.released(notice, by, at);
            }
            return wasHeld;
        });
    }

    /** What is ordered of one notice while its chain is held. */
    private interface Order {
        boolean given(Tx tx, NoticeMarks marks, NoticeView notice) throws SQLException;
    }

    private boolean change(NoticeId id, Order order) {
        AtomicBoolean changed = new AtomicBoolean();
        database.transact(tx -> {
            changed.set(false);
            return NoticeMarks.each(
                    tx,
                    "n.id = ? and (n.addressee is not null or n.quarantined_at is not null)",
                    new Object[] {id.value()},
                    (marks, notice) -> changed.set(order.given(tx, marks, notice)));
        });
        return changed.get();
    }
}
