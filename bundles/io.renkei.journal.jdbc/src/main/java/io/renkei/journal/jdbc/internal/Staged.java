package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.StagedContent;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The first body of a new case. A small one and the key of its case are written by the transaction that takes it; of a
 * large one both are durable, and the transaction that takes it keeps it from the sweep.
 */
final class Staged implements StagedContent {

    private final ContentRef ref;
    private final UUID caseKey;
    private final byte[] key;
    private final Optional<Unwritten> unwritten;

    /** What the transaction that takes a small body writes of it. */
    record Unwritten(byte[] wrappedKey, byte[] sealed) {}

    Staged(ContentRef ref, UUID caseKey, byte[] key, Optional<Unwritten> unwritten) {
        this.ref = ref;
        this.caseKey = caseKey;
        this.key = key;
        this.unwritten = unwritten;
    }

    /** @throws IllegalArgumentException if another store staged it */
    static Staged of(StagedContent content) {
        if (content instanceof Staged staged) {
            return staged;
        }
        throw new IllegalArgumentException("the body was staged by another store");
    }

    @Override
    public ContentRef ref() {
        return ref;
    }

    /** To be called before the row that refers to the body is written. */
    void take(Tx tx) throws SQLException {
        if (unwritten.isPresent()) {
            CaseKeys.insert(tx, caseKey, unwritten.get().wrappedKey());
            JdbcContentStore.insertWhole(tx, caseKey, ref, unwritten.get().sealed());
        } else {
            tx.update("delete from content_pending where content_id = ?", ref.id());
        }
    }

    /** In the order of its columns. */
    List<byte[]> sealAnnouncement(UUID id, Announcement what) {
        return SealedAnnouncement.seal(key, id, what);
    }

    byte[] sealBody(FilingKey filing, byte[] body) {
        return Seal.seal(key, Seal.filingContext(filing), body, body.length);
    }
}
