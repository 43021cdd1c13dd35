package io.renkei.journal.jdbc.internal;

import io.renkei.ports.state.OutboxKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Outbox rows to be written with the transaction that they tell of. */
final class OutboxRows {

    private final List<Object[]> rows = new ArrayList<>();

    void add(OutboxKind kind, Object pointer, String destination) {
        rows.add(new Object[] {kind, pointer.toString(), destination});
    }

    void write(Tx tx) throws SQLException {
        tx.batch("insert into outbox (kind, pointer, destination) values (?, ?, ?)", rows);
        if (!rows.isEmpty()) {
            tx.wakeOutbox();
        }
    }
}
