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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The end of the hash chain of one application or submission, locked until the transaction ends, and the rows to put behind
 * it.
 */
final class Chain {

    private final Book book;
    private final ArrivalNumber application;
    private final Instant now;
    private final List<JournalRow> added = new ArrayList<>();
    private long sequence;
    private Sha256 digest;

    private Chain(Book book, End end, Instant now) {
        this.book = book;
        this.application = end.application();
        this.sequence = end.sequence();
        this.digest = end.digest();
        this.now = now;
    }

    /** Where chains stand. */
    enum Book {
        APPLICATIONS(
                "chain",
                "journal (arrival_number, seq, happened_at, filing_seq, event, detail, previous, digest)",
                8,
                true),
        SUBMISSIONS(
                "submission_chain",
                "submission_journal (arrival_number, seq, happened_at, event, detail, previous, digest)",
                7,
                false);

        /** Whether the ends of its chains are gathered into batches; such an end says since when it is not. */
        private final boolean isSealed;

        private final String read;
        private final String move;
        private final String begin;
        private final String insertRow;

        Book(String ends, String rows, int columns, boolean isSealed) {
            this.isSealed = isSealed;
            this.read = "select arrival_number, seq, digest from " + ends;
            this.move = "update " + ends + " set seq = ?, digest = ?"
                    + (isSealed ? ", unsealed_since = coalesce(unsealed_since, ?)" : "") + " where arrival_number = ?";
            this.begin = isSealed
                    ? "insert into " + ends + " (arrival_number, seq, digest, unsealed_since) values (?, ?, ?, ?)"
                    : "insert into " + ends + " (arrival_number, seq, digest) values (?, ?, ?)";
            this.insertRow =
                    "insert into " + rows + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        }
    }

    private record End(ArrivalNumber application, long sequence, Sha256 digest) {}

    /** The chain of an application that is being written. */
    static Chain begin(ArrivalNumber application, Instant now) {
        return begin(Book.APPLICATIONS, application, now);
    }

    /** The chain of what is being written. */
    static Chain begin(Book book, ArrivalNumber number, Instant now) {
        return new Chain(book, new End(number, 0, HashChain.START), now);
    }

    /** Waits for the lock; empty when there is no such application. */
    static Optional<Chain> lock(Tx tx, ArrivalNumber application) throws SQLException {
        return lock(tx, Book.APPLICATIONS, application);
    }

    /** Waits for the lock; empty when there is no such thing. */
    static Optional<Chain> lock(Tx tx, Book book, ArrivalNumber number) throws SQLException {
        Optional<End> end = tx.one(book.read + " where arrival_number = ? for update", Chain::end, number.digits());
        return end.isPresent() ? Optional.of(new Chain(book, end.get(), tx.now())) : Optional.empty();
    }

    /** Locks those of these that nobody else holds, and waits for none. */
    static Map<ArrivalNumber, Chain> lockFree(Tx tx, List<String> applications) throws SQLException {
        List<End> ends = tx.query(
                Book.APPLICATIONS.read + " where arrival_number in " + Tx.in(applications) + " for update skip locked",
                Chain::end,
                Tx.filled(applications).toArray());
        Map<ArrivalNumber, Chain> chains = new TreeMap<>();
        if (!ends.isEmpty()) {
            Instant now = tx.now();
            ends.forEach(end -> chains.put(end.application(), new Chain(Book.APPLICATIONS, end, now)));
        }
        return chains;
    }

    /** Database time, read after the lock was had: a wait for the lock shortens no lease. */
    Instant now() {
        return now;
    }

    /** @return the place of the row in the chain, from 1 */
    long add(Optional<FilingKey> filing, String event, Map<String, ?> detail) {
        JournalRow row =
                HashChain.link(application, sequence + 1, now, filing, event, CanonicalJson.write(detail), digest);
        added.add(row);
        sequence = row.sequence();
        digest = row.digest();
        return sequence;
    }

    /** Writes the rows that were added, if any, and the new end of the chain; to be called once. */
    void write(Tx tx) throws SQLException {
        if (!added.isEmpty()) {
            write(tx, book, List.of(this));
        }
    }

    /** Writes the rows that were added to these chains of applications, and the new ends of the chains. */
    static void write(Tx tx, Collection<Chain> chains) throws SQLException {
        write(tx, Book.APPLICATIONS, chains);
    }

    private static void write(Tx tx, Book book, Collection<Chain> chains) throws SQLException {
        tx.batch(
                book.insertRow,
                chains.stream()
                        .flatMap(chain -> chain.added.stream())
                        .map(row -> values(book, row))
                        .toList());
        tx.batch(
                book.move,
                chains.stream()
                        .map(chain -> book.isSealed
                                ? new Object[] {chain.sequence, chain.digest, chain.now, chain.application.digits()}
                                : new Object[] {chain.sequence, chain.digest, chain.application.digits()})
                        .toList());
    }

    /** Writes the rows of a chain that has none yet. */
    void writeFirst(Tx tx) throws SQLException {
        tx.update(
                book.begin,
                book.isSealed
                        ? new Object[] {application.digits(), sequence, digest, now}
                        : new Object[] {application.digits(), sequence, digest});
        tx.batch(book.insertRow, added.stream().map(row -> values(book, row)).toList());
    }

    private static Object[] values(Book book, JournalRow row) {
        if (book == Book.SUBMISSIONS) {
            return new Object[] {
                row.application().digits(),
                row.sequence(),
                row.at(),
                row.event(),
                row.detail(),
                row.previous(),
                row.digest()
            };
        }
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
