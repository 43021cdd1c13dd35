package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Bodies in the database. A small one is one row; a large one is written chunk by chunk, each in its own transaction,
 * so that a slow sender holds no connection, and it exists for readers only when its last chunk is written.
 */
final class JdbcContentStore implements ContentStore {

    /** The largest body that is one row. */
    static final int ONE_ROW = 256 * 1024;

    static final int CHUNK = 1024 * 1024;

    private static final int MOST_PER_SWEEP = 100;

    private static final String INSERT =
            "insert into content (id, case_key, chunks, plain_size, digest, body) values (?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PENDING = "insert into content_pending (content_id) values (?)";

    private final Database database;
    private final CaseKeys keys;
    private final FreeSpace space;

    JdbcContentStore(Database database, CaseKeys keys, FreeSpace space) {
        this.database = database;
        this.keys = keys;
        this.space = space;
    }

    @Override
    public ContentRef store(CaseKeyId caseKey, InputStream body, long limit) throws IOException {
        space.require();
        byte[] key = available(() -> keys.read(caseKey));
        BoundedBody bounded = new BoundedBody(body, limit);
        byte[] begin = new byte[ONE_ROW];
        int length = bounded.fill(begin, 0);
        if (!bounded.isAtEnd()) {
            return storeChunks(caseKey, UUID.randomUUID(), key, begin, bounded);
        }
        Whole whole = Whole.of(key, begin, length, bounded);
        return inTransaction(tx -> {
            insertWhole(tx, caseKey.id(), whole.ref(), whole.sealed());
            tx.update(INSERT_PENDING, whole.ref().id());
            return whole.ref();
        });
    }

    @Override
    public StagedContent stage(InputStream body, long limit) throws IOException {
        space.require();
        UUID caseKey = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        byte[] wrapped = available(() -> keys.wrap(caseKey, key));
        BoundedBody bounded = new BoundedBody(body, limit);
        byte[] begin = new byte[ONE_ROW];
        int length = bounded.fill(begin, 0);
        if (!bounded.isAtEnd()) {
            inTransaction(tx -> CaseKeys.insert(tx, caseKey, wrapped));
            ContentRef ref = storeChunks(new CaseKeyId(caseKey), UUID.randomUUID(), key, begin, bounded);
            return new Staged(ref, caseKey, key, Optional.empty());
        }
        Whole whole = Whole.of(key, begin, length, bounded);
        return new Staged(whole.ref(), caseKey, key, Optional.of(new Staged.Unwritten(wrapped, whole.sealed())));
    }

    /** A body of one row. */
    private record Whole(ContentRef ref, byte[] sealed) {

        static Whole of(byte[] key, byte[] plain, int length, BoundedBody body) {
            ContentRef ref = new ContentRef(UUID.randomUUID(), body.size(), body.digest());
            return new Whole(ref, Seal.seal(key, Seal.chunkContext(ref.id(), 0, true), plain, length));
        }
    }

    static void insertWhole(Tx tx, UUID caseKey, ContentRef ref, byte[] sealed) throws SQLException {
        tx.update(INSERT, ref.id(), caseKey, 1, ref.size(), ref.digest(), sealed);
    }

    private ContentRef storeChunks(CaseKeyId caseKey, UUID id, byte[] key, byte[] begin, BoundedBody body)
            throws IOException {
        byte[] chunk = Arrays.copyOf(begin, CHUNK);
        int length = body.fill(chunk, begin.length);
        boolean kept = false;
        try {
            inTransaction(tx -> {
                tx.update(INSERT, id, caseKey.id(), 0, 0L, null, null);
                return tx.update(INSERT_PENDING, id);
            });
            int index = 0;
            while (!body.isAtEnd()) {
                storeChunk(id, index, Seal.seal(key, Seal.chunkContext(id, index, false), chunk, length));
                length = body.fill(chunk, 0);
                index++;
            }
            byte[] sealed = Seal.seal(key, Seal.chunkContext(id, index, true), chunk, length);
            ContentRef ref = storeLast(new ContentRef(id, body.size(), body.digest()), index, sealed);
            kept = true;
            return ref;
        } finally {
            if (!kept) {
                forget(id);
            }
        }
    }

    private void storeChunk(UUID id, int index, byte[] sealed) throws IOException {
        inTransaction(tx -> insertChunk(tx, id, index, sealed));
    }

    private ContentRef storeLast(ContentRef ref, int index, byte[] sealed) throws IOException {
        return inTransaction(tx -> {
            insertChunk(tx, ref.id(), index, sealed);
            tx.update(
                    "update content set chunks = ?, plain_size = ?, digest = ? where id = ?",
                    index + 1,
                    ref.size(),
                    ref.digest(),
                    ref.id());
            return ref;
        });
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        Stored stored = read(tx -> tx.one(
                        "select c.case_key, c.chunks, c.plain_size, c.body, k.wrapped from content c"
                                + " join case_key k on k.id = c.case_key where c.id = ? and c.chunks > 0",
                        JdbcContentStore::stored,
                        id))
                .orElseThrow(() -> new IOException("JOURNAL-020: there is no body " + id));
        byte[] key = keys.unwrap(stored.caseKey(), stored.wrapped());
        return new OpenedBody(
                id,
                key,
                stored.chunks(),
                stored.size(),
                index -> stored.body() != null ? Optional.of(stored.body()) : chunk(id, index));
    }

    /** @param body null when the body stands in chunks; @param wrapped null when the key was destroyed */
    private record Stored(UUID caseKey, byte[] wrapped, int chunks, long size, byte[] body) {}

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("case_key", UUID.class),
                row.getBytes("wrapped"),
                row.getInt("chunks"),
                row.getLong("plain_size"),
                row.getBytes("body"));
    }

    private Optional<byte[]> chunk(UUID id, int index) throws IOException {
        return read(tx -> tx.one(
                "select sealed from content_chunk where content_id = ? and idx = ?",
                row -> row.getBytes("sealed"),
                id,
                index));
    }

    /** A body is committed with what names it, or before: who has its id from a row that is durable has a durable body. */
    private <T> T read(Database.Work<T> work) throws IOException {
        return inTransaction(tx -> {
            tx.harmless();
            return work.run(tx);
        });
    }

    @Override
    public CaseKeyId newCaseKey() {
        return keys.make();
    }

    @Override
    public void destroyCaseKey(CaseKeyId caseKey) {
        keys.destroy(caseKey);
    }

    @Override
    public void discard(UUID id) {
        database.transact(tx -> {
            // Only what is still marked as nobody's.
            List<UUID> mine = tx.query(
                    "select content_id from content_pending where content_id = ? for update",
                    row -> row.getObject("content_id", UUID.class),
                    id);
            remove(tx, mine);
            return id;
        });
    }

    @Override
    public int sweepOrphans(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a sweep takes at least one body");
        }
        return database.transact(tx -> {
            List<UUID> orphans = tx.query(
                    "select content_id from content_pending where stored_at < current_timestamp - interval '1' day"
                            + " order by stored_at limit ? for update skip locked",
                    row -> row.getObject("content_id", UUID.class),
                    Math.min(limit, MOST_PER_SWEEP));
            remove(tx, orphans);
            return orphans.size();
        });
    }

    /** Removes at once what a broken upload left; what cannot be removed now is swept after a day. */
    private void forget(UUID id) {
        try {
            database.transact(tx -> {
                remove(tx, List.of(id));
                return id;
            });
        } catch (StateUnavailable e) {
            // The sweep comes for it.
        }
    }

    private static void remove(Tx tx, List<UUID> contents) throws SQLException {
        if (contents.isEmpty()) {
            return;
        }
        String in = " in " + Tx.in(contents);
        Object[] ids = Tx.filled(contents).toArray();
        tx.update("delete from content_pending where content_id" + in, ids);
        tx.update("delete from content_chunk where content_id" + in, ids);
        tx.update("delete from content where id" + in, ids);
    }

    private static int insertChunk(Tx tx, UUID id, int index, byte[] sealed) throws SQLException {
        return tx.update("insert into content_chunk (content_id, idx, sealed) values (?, ?, ?)", id, index, sealed);
    }

    private <T> T inTransaction(Database.Work<T> work) throws IOException {
        return available(() -> database.transact(work));
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** The port says that a store which cannot keep or give a body is an IOException; its cause tells why. */
    private static <T> T available(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (StateUnavailable e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
