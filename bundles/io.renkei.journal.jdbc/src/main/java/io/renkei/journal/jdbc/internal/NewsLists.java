package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.ports.submissions.SubmissionNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What each destination is told. The row of a list is locked until the transaction ends that adds to it, so that who read
 * up to a place has missed none before it.
 */
final class NewsLists {

    private NewsLists() {}

    /** The lists are locked in the order of their names; to be called last, for others wait. */
    static void add(
            Tx tx, Collection<DestinationId> destinations, ArrivalNumber number, SubmissionNews.Kind kind, Instant at)
            throws SQLException {
        for (DestinationId to : new TreeSet<>(destinations)) {
            long place = lock(tx, to) + 1;
            tx.update("update submission_list set last_place = ? where destination = ?", place, to.value());
            tx.update(
                    "insert into submission_news (destination, place, arrival_number, kind, happened_at)"
                            + " values (?, ?, ?, ?, ?)",
                    to.value(),
                    place,
                    number.digits(),
                    kind,
                    at);
        }
        // Who pushes news waits for commits as those do that read the outbox.
        tx.wakeOutbox();
    }

    private static long lock(Tx tx, DestinationId to) throws SQLException {
        Optional<Long> last = tx.one(
                "select last_place from submission_list where destination = ? for update",
                row -> row.getLong("last_place"),
                to.value());
        if (last.isPresent()) {
            return last.get();
        }
        try {
            tx.update(
                    "insert into submission_list (destination, last_place, told_place, held_until) values (?, 0, 0, "
                            + Tx.EPOCH + ")",
                    to.value());
        } catch (SQLException e) {
            throw Faults.isDuplicate(e) ? new SQLException("the list was begun meanwhile", Faults.AGAIN, e) : e;
        }
        return 0;
    }

    static List<SubmissionNews> after(Tx tx, DestinationId to, long place, int limit) throws SQLException {
        return tx.query(
                "select destination, place, arrival_number, kind, happened_at from submission_news"
                        + " where destination = ? and place > ? order by destination, place limit ?",
                NewsLists::news,
                to.value(),
                place,
                limit);
    }

    /** A claim is a time that has not come; no row stays locked for it. */
    static List<SubmissionNews> claim(Tx tx, DestinationId to, Duration lease, int limit) throws SQLException {
        Instant now = tx.now();
        Optional<Long> told = tx.one(
                "select told_place from submission_list where destination = ? and held_until <= ?"
                        + " and told_place < last_place for update skip locked",
                row -> row.getLong("told_place"),
                to.value(),
                now);
        if (told.isEmpty()) {
            tx.harmless();
            return List.of();
        }
        tx.update("update submission_list set held_until = ? where destination = ?", now.plus(lease), to.value());
        return after(tx, to, told.get(), limit);
    }

    static int told(Tx tx, DestinationId to, long place) throws SQLException {
        return tx.update(
                "update submission_list set told_place = case when told_place < ? then ? else told_place end,"
                        + " held_until = " + Tx.EPOCH + " where destination = ?",
                place,
                place,
                to.value());
    }

    static int release(Tx tx, DestinationId to) throws SQLException {
        return tx.update("update submission_list set held_until = " + Tx.EPOCH + " where destination = ?", to.value());
    }

    private static SubmissionNews news(ResultSet row) throws SQLException {
        return new SubmissionNews(
                new DestinationId(row.getString("destination")),
                row.getLong("place"),
                new ArrivalNumber(row.getString("arrival_number")),
                SubmissionNews.Kind.valueOf(row.getString("kind")),
                Tx.instant(row, "happened_at"));
    }
}
