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
            found.addAll(tx.query(
                    "select id, kind, pointer, destination from outbox where kind = ? and processed_at is null"
                            + " order by id limit ? for update skip locked",
                    row -> new OutboxRow(
                            row.getLong("id"),
                            OutboxKind.valueOf(row.getString("kind")),
                            row.getString("pointer"),
                            row.getString("destination")),
                    kind,
                    limit));
        }
        List<OutboxRow> rows = found.stream()
                .sorted(Comparator.comparingLong(OutboxRow::id))
                .limit(limit)
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        send.accept(rows);
        List<Long> ids = rows.stream().map(OutboxRow::id).toList();
        tx.update(
                "update outbox set processed_at = current_timestamp where id in (" + Tx.marks(ids.size()) + ")",
                ids.toArray());
        return rows.size();
    }

    @Override
    public Listening onCommit(Runnable wakeUp) {
        return database.onCommit(wakeUp);
    }

    @Override
    public long backlog() {
        return database.transact(tx -> tx.one(
                        "select count(*) as waiting from outbox where processed_at is null",
                        row -> row.getLong("waiting")))
                .orElseThrow();
    }
}
