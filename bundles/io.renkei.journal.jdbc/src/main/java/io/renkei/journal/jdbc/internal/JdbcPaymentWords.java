package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PaymentWord;
import io.renkei.ports.payments.PaymentWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that nobody knows. The chain of the application puts two that come at once in order. */
final class JdbcPaymentWords implements PaymentWords {

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_AT_ONCE = 500;
    private static final String EVENT = "PAYMENT_WORD_UNKNOWN";
    private static final String OF = " where destination = ? and sender_number = ?";

    private final Database database;

    JdbcPaymentWords(Database database) {
        this.database = database;
    }

    @Override
    public boolean keep(PaymentWord word) {
        return database.transact(tx -> {
            Optional<Chain> chain = Chain.lock(tx, word.filing().application());
            boolean isNews = chain.isPresent() && isOfDestination(tx, word) && isNew(tx, word);
            if (isNews) {
                put(tx, word);
                chain.get()
                        .add(
                                Optional.of(word.filing()),
                                EVENT,
                                Map.of(
                                        "from", word.from().value(),
                                        "number", word.number().value(),
                                        "word", word.word(),
                                        "at", word.since().truncatedTo(ChronoUnit.MICROS)));
                chain.get().write(tx);
            }
            return isNews;
        });
    }

    private static boolean isOfDestination(Tx tx, PaymentWord word) throws SQLException {
        return tx.one(
                        "select seq from filing where arrival_number = ? and seq = ? and destination = ?",
                        row -> row.getInt("seq"),
                        word.filing().application().digits(),
                        word.filing().sequence(),
                        word.from().value())
                .isPresent();
    }

    private static boolean isNew(Tx tx, PaymentWord word) throws SQLException {
        return tx.one(
                        "select word from payment_word" + OF,
                        row -> row.getString("word"),
                        word.from().value(),
                        word.number().value())
                .filter(word.word()::equals)
                .isEmpty();
    }

    private static void put(Tx tx, PaymentWord word) throws SQLException {
        tx.update(
                "delete from payment_word" + OF,
                word.from().value(),
                word.number().value());
        try {
            tx.update(
                    "insert into payment_word (destination, sender_number, arrival_number, filing_seq, word, since_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    word.from().value(),
                    word.number().value(),
                    word.filing().application().digits(),
                    word.filing().sequence(),
                    word.word(),
                    word.since());
        } catch (SQLException e) {
            // The same number for another application, whose chain another transaction held.
            throw Faults.isDuplicate(e) ? new SQLException("a word was kept meanwhile", Faults.AGAIN, e) : e;
        }
    }

    @Override
    public void clear(DestinationId from, SenderNumber number) {
        database.transact(tx -> tx.update("delete from payment_word" + OF, from.value(), number.value()));
    }

    @Override
    public List<PaymentWord> of(DestinationId from, int limit) {
        Limits.require("limit", limit, MOST_AT_ONCE);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select * from payment_word where destination = ? order by since_at, sender_number limit ?",
                    JdbcPaymentWords::word,
                    from.value(),
                    limit);
        });
    }

    @Override
    public List<PaymentWord> list(int limit) {
        Limits.require("limit", limit, MOST_PER_PAGE);
        return database.transact(tx -> {
            tx.harmless();
            return tx.query(
                    "select * from payment_word order by since_at desc, destination desc, sender_number desc limit ?",
                    JdbcPaymentWords::word,
                    limit);
        });
    }

    private static PaymentWord word(ResultSet row) throws SQLException {
        return new PaymentWord(
                new DestinationId(row.getString("destination")),
                new SenderNumber(row.getString("sender_number")),
                new FilingKey(new ArrivalNumber(row.getString("arrival_number")), row.getInt("filing_seq")),
                row.getString("word"),
                Tx.instant(row, "since_at"));
    }
}
