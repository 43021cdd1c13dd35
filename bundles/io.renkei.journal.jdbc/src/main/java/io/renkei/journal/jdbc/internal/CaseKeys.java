package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentStore.CaseKeyId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** One key per case, in the database only as wrapped by the master key. */
final class CaseKeys {

    private final Database database;
    private final MasterKey masterKey;

    CaseKeys(Database database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    CaseKeyId make() {
        UUID id = UUID.randomUUID();
        byte[] wrapped = wrap(id, Seal.randomKey());
        database.transact(tx -> insert(tx, id, wrapped));
        return new CaseKeyId(id);
    }

    byte[] wrap(UUID id, byte[] key) {
        database.ready();
        return masterKey.wrap(Seal.caseKeyContext(id), key);
    }

    static int insert(Tx tx, UUID id, byte[] wrapped) throws SQLException {
        return tx.update("insert into case_key (id, wrapped) values (?, ?)", id, wrapped);
    }

    /** Destroys a key, and removes what only it could open. */
    void destroy(CaseKeyId caseKey) {
        database.transact(tx -> destroy(tx, caseKey.id()));
    }

    /** As above, in a transaction that does more. */
    static int destroy(Tx tx, UUID id) throws SQLException {
        int destroyed = tx.update(
                "update case_key set wrapped = null, destroyed_at = current_timestamp"
                        + " where id = ? and wrapped is not null",
                id);
        if (destroyed == 1) {
            tx.update("delete from content_chunk where content_id in (select id from content where case_key = ?)", id);
            tx.update(
                    "delete from filing_body where arrival_number in (select a.arrival_number from application a"
                            + " join content c on c.id = a.content_id where c.case_key = ?)",
                    id);
            tx.update(
                    "update correction_request set sealed = null where arrival_number in (select a.arrival_number"
                            + " from application a join content c on c.id = a.content_id where c.case_key = ?)",
                    id);
            tx.update(
                    "update payment set sealed = null where arrival_number in (select a.arrival_number"
                            + " from application a join content c on c.id = a.content_id where c.case_key = ?)",
                    id);
            tx.update(
                    "update submission_object set sealed = null where arrival_number in (select s.arrival_number"
                            + " from submission s where s.case_key = ?)",
                    id);
            tx.update("update content set body = null where case_key = ?", id);
            tx.update(
                    "update notice set title = null where content_id in (select id from content where case_key = ?)",
                    id);
            tx.update(
                    "update announcement set title = null, title_en = null, body = null, body_en = null, link = null"
                            + " where content_id in (select id from content where case_key = ?)",
                    id);
        }
        return destroyed;
    }

    byte[] read(CaseKeyId caseKey) throws IOException {
        // Not as an Optional of the bytes: they are null once the key was destroyed.
        List<byte[]> rows = database.transact(tx ->
                tx.query("select wrapped from case_key where id = ?", row -> row.getBytes("wrapped"), caseKey.id()));
        byte[] wrapped = rows.isEmpty() ? null : rows.get(0);
        return unwrap(caseKey.id(), wrapped);
    }

    /** @param wrapped null when the key was destroyed */
    byte[] unwrap(UUID caseKey, byte[] wrapped) throws IOException {
        if (wrapped == null) {
            throw new IOException("JOURNAL-021: the case has no key, or it was destroyed and its bodies are erased");
        }
        try {
            return masterKey.unwrap(Seal.caseKeyContext(caseKey), wrapped);
        } catch (GeneralSecurityException e) {
            throw new IOException("JOURNAL-022: the key of a case was changed in the database", e);
        }
    }
}
