package io.renkei.journal.jdbc.internal;

import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** What was committed and still has to be told. */
final class JdbcOutbox implements Outbox {

    private static final int MOST = 500;

    private final Database database;

    JdbcOutbox(Database database) {
        this.database = database;
    }

    @Override
    public int drain(Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send) {
        Limits.require("limit", limit, MOST);
        if (kinds.isEmpty()) {
            return 0;
        }
        database.ready();
        try {
            return database.once(tx -> drain(tx, kinds, limit, send));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The rows stay locked while they are sent: another node skips them, and gets them when this process dies. */
    private static int drain(Tx tx, Collection<OutboxKind> kinds, int limit, Consumer<List<OutboxRow>> send)
            throws SQLException {
        List<OutboxRow> found = new ArrayList<>();
        for (OutboxKind kind : EnumSet.copyOf(kinds)) {
            // By kind, so that nobody reads past what waits for somebody else.
            found.addAll(lockFree(tx, kind, limit));
        }
        List<OutboxRow> rows = found.stream()
                .sorted(Comparator.comparingLong(OutboxRow::id))
                .limit(limit)
                .toList();
        if (rows.isEmpty()) {
            tx.harmless();
            return 0;
        }
        // A row that is lost with the process must not be told: its number, which the broker remembers, comes again.
        tx.awaitSeen();
        send.accept(rows);
        List<Long> ids = rows.stream().map(OutboxRow::id).toList();
        tx.update("delete from outbox where id in " + Tx.in(ids), Tx.filled(ids).toArray());
        return rows.size();
    }

    /** Looks first and locks then: a query that locks reads all that waits, whatever its limit. */
    private static List<OutboxRow> lockFree(Tx tx, OutboxKind kind, int limit) throws SQLException {
        List<OutboxRow> free = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more && free.size() < limit) {
            List<Long> waiting = tx.query(
                    "select id from outbox where kind = ? and id > ?" + " order by kind, id limit ?",
                    row -> row.getLong("id"),
                    kind,
                    after,
                    limit);
            if (!waiting.isEmpty()) {
                free.addAll(lock(tx, waiting));
                after = waiting.get(waiting.size() - 1);
            }
            more = waiting.size() == limit;
        }
        return free;
    }

    private static List<OutboxRow> lock(Tx tx, List<Long> ids) throws SQLException {
        return tx.query(
                "select id, kind, pointer, destination from outbox where id in " + Tx.in(ids)
                        + " for update skip locked",
                row -> new OutboxRow(
                        row.getLong("id"),
                        OutboxKind.valueOf(row.getString("kind")),
                        row.getString("pointer"),
                        row.getString("destination")),
                Tx.filled(ids).toArray());
    }

    @Override
    public Listening onCommit(Runnable wakeUp) {
        return database.onCommit(wakeUp);
    }

    @Override
    public long backlog() {
        return database.transact(tx -> tx.one("select count(*) as waiting from outbox", row -> row.getLong("waiting")))
                .orElseThrow();
    }
}
