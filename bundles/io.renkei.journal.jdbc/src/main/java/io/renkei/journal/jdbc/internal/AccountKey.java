package io.renkei.journal.jdbc.internal;

import io.renkei.ports.people.AccountId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The key of an account, where it was not destroyed. */
final class AccountKey {

    private AccountKey() {}

    static Optional<byte[]> read(Tx tx, CaseKeys keys, AccountId account) throws SQLException {
        return tx
                .query(
                        "select k.id, k.wrapped from account a join case_key k on k.id = a.key_id"
                                + " where a.id = ? and k.wrapped is not null",
                        row -> unwrap(keys, row.getObject("id", UUID.class), row.getBytes("wrapped")),
                        account.value())
                .stream()
                .findFirst();
    }

    /** @param at database time when it was read */
    record Unlocked(byte[] key, Instant at) {}

    /** By its id, with the time, in one statement. */
    static Optional<Unlocked> unlock(Tx tx, CaseKeys keys, UUID id) throws SQLException {
        return tx.one(
                "select wrapped, " + tx.clock() + " as now_is from case_key where id = ? and wrapped is not null",
                row -> new Unlocked(unwrap(keys, id, row.getBytes("wrapped")), Tx.instant(row, "now_is")),
                id);
    }

    private static byte[] unwrap(CaseKeys keys, UUID id, byte[] wrapped) {
        try {
            return keys.unwrap(id, wrapped);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "JOURNAL-022: the key of an account was changed in the database. Keep the database and restore"
                            + " from the backup.",
                    e);
        }
    }
}
