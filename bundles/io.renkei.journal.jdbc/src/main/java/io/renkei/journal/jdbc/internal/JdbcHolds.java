package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.LaneRoute;
import io.renkei.ports.state.StateUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds in one table, read again after half a second. They are asked for with each submission and by each lane, so nobody
 * waits for a reading: one thread reads, the others take what was known.
 */
final class JdbcHolds implements Holds {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcHolds.class);
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private static final String INTAKE = "intake";

    private final Database database;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile Known known;
    private boolean reading;
    private long writes;

    private record Known(List<Hold> holds, long at) {}

    /** @param nanos the monotonic clock */
    JdbcHolds(Database database, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public List<Hold> holds() {
        Known now = known;
        if (now == null || nanos.getAsLong() - now.at() > FRESH_NANOS) {
            now = refresh(now);
        }
        Instant time = clock.instant();
        return now.holds().stream().noneMatch(hold -> hold.isOver(time))
                ? now.holds()
                : now.holds().stream().filter(hold -> !hold.isOver(time)).toList();
    }

    /** What another thread reads already is waited for only by who knows nothing. */
    private Known refresh(Known before) {
        long seen;
        synchronized (this) {
            if (reading && before != null) {
                return before;
            }
            reading = true;
            seen = writes;
        }
        try {
            List<Hold> holds = read();
            synchronized (this) {
                // What was read before a write of this node is older than that write.
                if (seen == writes || known == null) {
                    known = new Known(holds, nanos.getAsLong());
                }
                return known;
            }
        } catch (StateUnavailable e) {
            LOG.debug("the holds cannot be read; those known last count", e);
            Known stale = new Known(before == null ? List.of() : before.holds(), nanos.getAsLong());
            if (before != null) {
                known = stale;
            }
            return stale;
        } finally {
            synchronized (this) {
                reading = false;
            }
        }
    }

    private List<Hold> read() {
        return database.transact(tx -> {
            // An order that is lost with the process was not confirmed to its operator.
            tx.harmless();
            return tx.query("select * from hold order by subject", JdbcHolds::hold);
        });
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                subject(row.getString("subject")),
                Hold.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                Tx.optionalInstant(row, "until_at"),
                row.getString("ordered_by"),
                Tx.instant(row, "since_at"));
    }

    private static Hold.Subject subject(String text) {
        if (text.equals(INTAKE)) {
            return new Hold.Intake();
        }
        String[] parts = text.split(" ", 2);
        return new Hold.Route(
                new DestinationId(parts[1]), LaneRoute.of(parts[0]).orElseThrow());
    }

    private static String text(Hold.Subject subject) {
        return subject.fold(route -> route.route().word() + " " + route.destination(), intake -> INTAKE);
    }

    /** A hold that is over keeps its row until the next one of its subject: there are no more rows than subjects. */
    @Override
    public void put(Hold hold) {
        Object[] values = {hold.kind(), hold.reason(), hold.until(), hold.by(), hold.since(), text(hold.subject())};
        change(tx -> {
            int replaced = tx.update(
                    "update hold set kind = ?, reason = ?, until_at = ?, ordered_by = ?, since_at = ? where subject = ?",
                    values);
            return replaced > 0
                    ? replaced
                    : tx.update(
                            "insert into hold (kind, reason, until_at, ordered_by, since_at, subject)"
                                    + " values (?, ?, ?, ?, ?, ?)",
                            values);
        });
    }

    @Override
    public boolean lift(Hold.Subject subject) {
        return change(tx -> tx.update("delete from hold where subject = ?", text(subject))) > 0;
    }

    private int change(Database.Work<Integer> work) {
        int changed = database.transact(tx -> {
            try {
                return work.run(tx);
            } catch (SQLException e) {
                throw Faults.isDuplicate(e) ? new SQLException("it was held meanwhile", Faults.AGAIN, e) : e;
            }
        });
        synchronized (this) {
            writes++;
            known = null;
        }
        return changed;
    }
}
