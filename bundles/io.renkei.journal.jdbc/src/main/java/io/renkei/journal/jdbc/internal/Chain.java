package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.state.JournalRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The end of one application's hash chain, locked until the transaction ends, and the rows to put behind it. */
final class Chain {

    private static final String READ = "select arrival_number, seq, digest from chain";
    private static final String INSERT_ROW =
            "insert into journal (arrival_number, seq, happened_at, filing_seq, event, detail, previous, digest)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final ArrivalNumber application;
    private final Instant now;
    private final List<JournalRow> added = new ArrayList<>();
    private long sequence;
    private Sha256 digest;

    private Chain(End end, Instant now) {
        this.application = end.application();
        this.sequence = end.sequence();
        this.digest = end.digest();
        this.now = now;
    }

    private record End(ArrivalNumber application, long sequence, Sha256 digest) {}

    /** The chain of an application that is being written. */
    static Chain begin(ArrivalNumber application, Instant now) {
        return new Chain(new End(application, 0, HashChain.START), now);
    }

    /** Waits for the lock; empty when there is no such application. */
    static Optional<Chain> lock(Tx tx, ArrivalNumber application) throws SQLException {
        Optional<End> end = tx.one(READ + " where arrival_number = ? for update", Chain::end, application.digits());
        return end.isPresent() ? Optional.of(new Chain(end.get(), tx.now())) : Optional.empty();
    }

    /** Locks those of these that nobody else holds, and waits for none. */
    static Map<ArrivalNumber, Chain> lockFree(Tx tx, List<String> applications) throws SQLException {
        List<End> ends = tx.query(
                READ + " where arrival_number in " + Tx.in(applications) + " for update skip locked",
                Chain::end,
                Tx.filled(applications).toArray());
        Map<ArrivalNumber, Chain> chains = new TreeMap<>();
        if (!ends.isEmpty()) {
            Instant now = tx.now();
            ends.forEach(end -> chains.put(end.application(), new Chain(end, now)));
        }
        return chains;
    }

    /** Database time, read after the lock was had: a wait for the lock shortens no lease. */
    Instant now() {
        return now;
    }

    void add(Optional<FilingKey> filing, String event, Map<String, ?> detail) {
        JournalRow row =
                HashChain.link(application, sequence + 1, now, filing, event, CanonicalJson.write(detail), digest);
        added.add(row);
        sequence = row.sequence();
        digest = row.digest();
    }

    /** Writes the rows that were added, if any, and the new end of the chain; to be called once. */
    void write(Tx tx) throws SQLException {
        if (!added.isEmpty()) {
            write(tx, List.of(this));
        }
    }

    /** Writes the rows that were added to these chains, and the new ends of the chains. */
    static void write(Tx tx, Collection<Chain> chains) throws SQLException {
        tx.batch(
                INSERT_ROW,
                chains.stream()
                        .flatMap(chain -> chain.added.stream())
                        .map(Chain::values)
                        .toList());
        tx.batch(
                "update chain set seq = ?, digest = ?, unsealed_since = coalesce(unsealed_since, ?)"
                        + " where arrival_number = ?",
                chains.stream()
                        .map(chain ->
                                new Object[] {chain.sequence, chain.digest, chain.now, chain.application.digits()})
                        .toList());
    }

    /** Writes the rows of a chain that has none yet. */
    void writeFirst(Tx tx) throws SQLException {
        tx.batch(INSERT_ROW, added.stream().map(Chain::values).toList());
        tx.update(
                "insert into chain (arrival_number, seq, digest, unsealed_since) values (?, ?, ?, ?)",
                application.digits(),
                sequence,
                digest,
                now);
    }

    private static Object[] values(JournalRow row) {
        return new Object[] {
            row.application().digits(),
            row.sequence(),
            row.at(),
            row.filing().map(FilingKey::sequence),
            row.event(),
            row.detail(),
            row.previous(),
            row.digest()
        };
    }

    private static End end(ResultSet row) throws SQLException {
        return new End(
                new ArrivalNumber(row.getString("arrival_number")),
                row.getLong("seq"),
                Sha256.ofDigest(row.getBytes("digest")));
    }
}
