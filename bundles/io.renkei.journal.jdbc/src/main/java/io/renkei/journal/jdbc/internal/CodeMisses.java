package io.renkei.journal.jdbc.internal;

import io.renkei.ports.people.AccountId;
import java.sql.SQLException;
import java.time.LocalDate;

/** How many wrong codes an account gave on a day, whatever they were for. */
final class CodeMisses {

    private CodeMisses() {}

    static int of(Tx tx, AccountId account, LocalDate day) throws SQLException {
        return tx.one(
                        "select misses from representation_miss where account = ? and on_day = ?",
                        row -> row.getInt("misses"),
                        account.value(),
                        day)
                .orElse(0);
    }

    static void note(Tx tx, AccountId account, LocalDate day) throws SQLException {
        int more = tx.update(
                "update representation_miss set misses = misses + 1 where account = ? and on_day = ?",
                account.value(),
                day);
        if (more == 0) {
            try {
                tx.update(
                        "insert into representation_miss (account, on_day, misses) values (?, ?, 1)",
                        account.value(),
                        day);
            } catch (SQLException e) {
                throw Faults.isDuplicate(e) ? new SQLException("it was noted meanwhile", Faults.AGAIN, e) : e;
            }
        }
    }
}
