package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.evidence.Batch;
import io.renkei.ports.evidence.Batch.Stamp;
import io.renkei.ports.evidence.Batch.Statement;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.evidence.ChainHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Batches in the tables {@code batch} and {@code batch_leaf}; what waits stands in {@code chain}. */
final class JdbcBatchStore implements BatchStore {

    private static final String BATCH = "select number, root, previous, leaves, sealed_at, seal, token, stamped_at,"
            + " accuracy_micros from batch";
    private static final String HEAD = "select arrival_number, seq, digest";
    private static final String WAITING =
            " from chain where unsealed_since >= " + Tx.EPOCH + " order by unsealed_since";
    private static final String LEASE = "select node, until from sealer_lease where id = 1";

    private final Database database;

    JdbcBatchStore(Database database) {
        this.database = database;
    }

    private record Lease(UUID node, Instant until) {

        static Lease of(ResultSet row) throws SQLException {
            return new Lease(row.getObject("node", UUID.class), Tx.instant(row, "until"));
        }

        boolean isFree(Instant now) {
            return !until.isAfter(now);
        }
    }

    @Override
    public boolean lead(UUID node, Duration length) {
        return database.transact(tx -> {
            Lease seen = tx.one(LEASE, Lease::of).orElseThrow();
            Instant now = tx.now();
            boolean own = seen.node().equals(node);
            boolean lasts = seen.until().isAfter(own ? now.plus(length.dividedBy(2)) : now);
            if (lasts) {
                tx.harmless();
                return own;
            }
            Lease locked = tx.one(LEASE + " for update", Lease::of).orElseThrow();
            Instant then = tx.now();
            if (!locked.node().equals(node) && !locked.isFree(then)) {
                return false;
            }
            tx.update("update sealer_lease set node = ?, until = ? where id = 1", node, then.plus(length));
            return true;
        });
    }

    @Override
    public void leave(UUID node) {
        database.transact(
                tx -> tx.update("update sealer_lease set until = " + Tx.EPOCH + " where id = 1 and node = ?", node));
    }

    @Override
    public Waiting waiting(int many) {
        return database.transact(tx -> {
            Optional<Instant> oldest =
                    tx.one("select unsealed_since" + WAITING + " limit 1", row -> Tx.instant(row, "unsealed_since"));
            boolean enough = oldest.isPresent()
                    && tx.one("select seq" + WAITING + " limit 1 offset ?", row -> row.getLong("seq"), many - 1)
                            .isPresent();
            tx.harmless();
            return new Waiting(oldest, enough, tx.now());
        });
    }

    @Override
    public Gathered gather(int most) {
        return database.transact(tx -> new Gathered(
                newest(tx),
                tx.query(HEAD + WAITING + " limit ?", JdbcBatchStore::head, most),
                tx.now().truncatedTo(ChronoUnit.MICROS)));
    }

    private static Optional<Statement> newest(Tx tx) throws SQLException {
        return tx.one(BATCH + " order by number desc limit 1", JdbcBatchStore::batch)
                .map(Batch::statement);
    }

    @Override
    public boolean keep(UUID node, Batch batch, List<ChainHead> leaves) {
        return database.transact(tx -> {
            Lease lease = tx.one(LEASE + " for update", Lease::of).orElseThrow();
            Optional<Statement> newest = newest(tx);
            Statement said = batch.statement();
            boolean follows = said.number() == newest.map(Statement::number).orElse(0L) + 1
                    && said.previous().equals(newest.map(Statement::root).orElse(Batch.START));
            if (!follows || !lease.node().equals(node) || lease.isFree(tx.now())) {
                return false;
            }
            insert(tx, batch, leaves);
            // In the order in which everybody locks several chains.
            tx.batch(
                    "update chain set unsealed_since = null where arrival_number = ? and seq = ?",
                    leaves.stream()
                            .sorted(Comparator.comparing(ChainHead::application))
                            .map(head -> new Object[] {head.application().digits(), head.sequence()})
                            .toList());
            return true;
        });
    }

    private static void insert(Tx tx, Batch batch, List<ChainHead> leaves) throws SQLException {
        Statement said = batch.statement();
        tx.update(
                "insert into batch (number, root, previous, leaves, sealed_at, seal) values (?, ?, ?, ?, ?, ?)",
                said.number(),
                said.root(),
                said.previous(),
                said.leaves(),
                said.at(),
                batch.seal());
        List<Object[]> rows = new ArrayList<>();
        for (ChainHead head : leaves) {
            rows.add(new Object[] {
                said.number(), rows.size(), head.application().digits(), head.sequence(), head.digest()
            });
        }
        tx.batch("insert into batch_leaf (batch, idx, arrival_number, seq, digest) values (?, ?, ?, ?, ?)", rows);
    }

    @Override
    public List<Batch> unstamped(int limit) {
        return database.transact(tx -> tx.query(
                BATCH + " where stamped_at is null order by stamped_at, number limit ?", JdbcBatchStore::batch, limit));
    }

    @Override
    public void stamp(long number, Stamp stamp) {
        database.transact(tx -> tx.update(
                "update batch set token = ?, stamped_at = ?, accuracy_micros = ? where number = ? and stamped_at is null",
                stamp.token(),
                stamp.at(),
                stamp.accuracy().map(accuracy -> accuracy.toNanos() / 1_000),
                number));
    }

    @Override
    public Optional<Place> newestOf(ArrivalNumber application) {
        return database.transact(tx -> {
            Optional<Leaf> leaf = tx.one(
                    HEAD + ", batch, idx from batch_leaf where arrival_number = ?"
                            + " order by arrival_number desc, batch desc limit 1",
                    Leaf::of,
                    application.digits());
            if (leaf.isEmpty()) {
                return Optional.empty();
            }
            Batch batch = tx.one(
                            BATCH + " where number = ?",
                            JdbcBatchStore::batch,
                            leaf.get().batch())
                    .orElseThrow();
            return Optional.of(new Place(batch, leaf.get().index(), leaf.get().head()));
        });
    }

    private record Leaf(long batch, int index, ChainHead head) {

        static Leaf of(ResultSet row) throws SQLException {
            return new Leaf(row.getLong("batch"), row.getInt("idx"), JdbcBatchStore.head(row));
        }
    }

    @Override
    public List<ChainHead> leaves(long number) {
        return database.transact(tx ->
                tx.query(HEAD + " from batch_leaf where batch = ? order by batch, idx", JdbcBatchStore::head, number));
    }

    @Override
    public List<Batch> list(Optional<Long> before, int limit) {
        return database.transact(tx -> tx.query(
                BATCH + " where number < ? order by number desc limit ?",
                JdbcBatchStore::batch,
                before.orElse(Long.MAX_VALUE),
                limit));
    }

    private static ChainHead head(ResultSet row) throws SQLException {
        return new ChainHead(
                new ArrivalNumber(row.getString("arrival_number")),
                row.getLong("seq"),
                Sha256.ofDigest(row.getBytes("digest")));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        Optional<Instant> stamped = Tx.optionalInstant(row, "stamped_at");
        Optional<Stamp> stamp = stamped.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stamp(row.getBytes("token"), stamped.get(), accuracy(row)));
        return new Batch(
                new Statement(
                        row.getLong("number"),
                        Sha256.ofDigest(row.getBytes("root")),
                        Sha256.ofDigest(row.getBytes("previous")),
                        row.getInt("leaves"),
                        Tx.instant(row, "sealed_at")),
                row.getString("seal"),
                stamp);
    }

    private static Optional<Duration> accuracy(ResultSet row) throws SQLException {
        long micros = row.getLong("accuracy_micros");
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
    }
}
