package io.renkei.journal.jdbc.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.StateUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs transactions. A database that cannot be had is a state: each call says so with {@link StateUnavailable}, the
 * first one after its return works, and the log says either once.
 */
final class Database implements AutoCloseable {

    /** What happens inside a transaction. */
    interface Work<T> {
        T run(Tx tx) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int TRIES = 8;

    private final DataSource plain;
    private final HikariDataSource pool;
    private final Durability durability;
    private final String migrations;
    private final String clock;
    private final Work<Void> afterMigration;
    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicBoolean gone = new AtomicBoolean();
    private volatile boolean open;

    /** @param afterMigration what must hold before anything else is done in the database */
    Database(JournalSettings settings, Work<Void> afterMigration) {
        this.plain = DataSources.plain(settings);
        this.pool = DataSources.pool(settings, plain);
        this.durability = settings.isH2() ? GroupCommit.start(new H2Store(plain)) : Durability.byCommit();
        this.migrations = settings.isH2() ? "classpath:db/h2" : "classpath:db/postgresql";
        this.clock = settings.isH2() ? "current_timestamp" : "clock_timestamp()";
        this.afterMigration = afterMigration;
    }

    /**
     * Migrates. While the database cannot be had each later call tries again.
     *
     * @throws StartRefused if it can be had and must not be used
     * @throws StateUnavailable if it cannot be had
     */
    void open() {
        if (open) {
            return;
        }
        if (!opening.tryLock()) {
            throw new StateUnavailable("JOURNAL-010: the database is being opened; try again", null);
        }
        try {
            if (!open) {
                DataSources.answers(plain);
                migrate();
                once(afterMigration);
                open = true;
                LOG.info("the journal's database is open");
            }
        } catch (SQLException e) {
            if (Faults.isLogin(e)) {
                throw new StartRefused(
                        "JOURNAL-005: the database refused its user or password. Put the right ones into"
                                + " database.user and where database.password points to.",
                        e);
            }
            throw failed(e);
        } finally {
            opening.unlock();
        }
    }

    /** What every call begins with, in case the database could not be had at the start. */
    void ready() {
        if (!open) {
            try {
                open();
            } catch (StartRefused e) {
                throw new StateUnavailable(e.getMessage(), e);
            }
        }
    }

    /** One transaction; when another one is in the way it runs again, a bounded number of times. */
    <T> T transact(Work<T> work) {
        ready();
        SQLException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (!Faults.isInTheWay(e)) {
                    throw failed(e);
                }
                last = e;
            }
        }
        throw new StateUnavailable("JOURNAL-012: other transactions kept being in the way; try again", last);
    }

    /**
     * One transaction that never runs again by itself.
     *
     * @throws SQLException as the database said it, for a caller that knows what it means; see {@link #failed}
     */
    <T> T once(Work<T> work) throws SQLException {
        T result;
        Tx tx;
        try (Durability.Transaction durable = durability.begin()) {
            try (Connection connection = pool.getConnection()) {
                tx = new Tx(connection, clock, durable);
                result = commit(connection, tx, work, durable);
            }
            if (tx.wrote()) {
                durable.awaitCommitted();
            } else if (!tx.isHarmless()) {
                durable.awaitSeen();
            }
        }
        if (gone.compareAndSet(true, false)) {
            LOG.info("the journal's database is back");
        }
        if (tx.wakesOutbox()) {
            wakeUps.forEach(Database::wake);
        }
        return result;
    }

    private static <T> T commit(Connection connection, Tx tx, Work<T> work, Durability.Transaction durable)
            throws SQLException {
        boolean done = false;
        try {
            T result = work.run(tx);
            if (tx.wrote()) {
                durable.commits();
            }
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    /** What to throw for what the database said. */
    RuntimeException failed(SQLException e) {
        if (e.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new StateUnavailable("JOURNAL-012: the wait for a connection was interrupted", e);
        }
        if (Faults.isGone(e)) {
            if (gone.compareAndSet(false, true)) {
                LOG.warn(
                        "JOURNAL-011: the journal's database cannot be had (SQLSTATE {}, code {})",
                        e.getSQLState(),
                        e.getErrorCode());
            }
            return new StateUnavailable("JOURNAL-011: the database cannot be had; try again later", e);
        }
        if (Faults.isInTheWay(e)) {
            return new StateUnavailable("JOURNAL-012: another transaction was in the way; try again", e);
        }
        return new IllegalStateException(
                "JOURNAL-013: the database refused a statement (SQLSTATE " + e.getSQLState()
                        + "), which is a defect. Report it with this line.",
                e);
    }

    Outbox.Listening onCommit(Runnable wakeUp) {
        Runnable own = wakeUp::run;
        wakeUps.add(own);
        return () -> wakeUps.remove(own);
    }

    @Override
    public void close() {
        durability.close();
        pool.close();
    }

    private void migrate() throws SQLException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Database.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            Flyway.configure(own)
                    .dataSource(plain)
                    .loggers("slf4j")
                    .locations(migrations)
                    .table("journal_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && Faults.isGone(sql)) {
                    throw sql;
                }
            }
            throw new StartRefused(
                    "JOURNAL-006: the tables of the database cannot be brought to this version. Check that the"
                            + " database user may make tables and that no newer gateway used the database; the"
                            + " reason stands below.",
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is broken and the pool drops it; the database undoes what was not committed.
            LOG.debug("no rollback (SQLSTATE {})", e.getSQLState());
        }
    }

    private static void wake(Runnable wakeUp) {
        try {
            wakeUp.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener of the outbox failed; its rows stay and are found by its next poll", e);
        }
    }
}
