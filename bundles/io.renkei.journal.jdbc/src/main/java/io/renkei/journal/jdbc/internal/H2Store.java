package io.renkei.journal.jdbc.internal;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store below an H2 database, which is told not to write at each commit but when it is asked to. It is reached over
 * a connection of its own, which is dialled anew after a failure; until then H2 writes each commit by itself.
 *
 * <p>H2's own delayed writing is not used: it writes by threads that a {@code CHECKPOINT} does not always wait for.
 */
final class H2Store implements GroupCommit.Store {

    private static final Logger LOG = LoggerFactory.getLogger(H2Store.class);
    private static final int ONLY_WHEN_ASKED = -1;

    /** Each commit leaves most of an older chunk unused; below this share of the file in use chunks are rewritten. */
    private static final int FILL_PERCENT = 50;

    private static final int TIDY_BYTES = 4 << 20;

    private final DataSource source;
    private Connection connection;
    private MVStore store;

    H2Store(DataSource source) {
        this.source = source;
    }

    @Override
    public void write() throws SQLException {
        boolean done = false;
        try {
            if (store == null) {
                dial();
            }
            store.commit();
            if (store.isClosed()) {
                throw new SQLException("the database was closed", Faults.LOST);
            }
            done = true;
        } catch (MVStoreException e) {
            // Once: the next write dials anew.
            LOG.error("JOURNAL-011: the database file cannot be written; see that its disk is well and has space.", e);
            throw new SQLException("the database file cannot be written", Faults.LOST, e);
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public void tidy() {
        if (store != null && !store.isClosed()) {
            try {
                store.compact(FILL_PERCENT, TIDY_BYTES);
            } catch (MVStoreException e) {
                // The next write fails too, and is told to who waits for it.
                LOG.warn("The database file could not be tidied.", e);
            }
        }
    }

    private void dial() throws SQLException {
        connection = source.getConnection();
        store = store(connection.unwrap(JdbcConnection.class));
        store.setAutoCommitDelay(ONLY_WHEN_ASKED);
    }

    /** By name, because H2's bundle exports the store and the connection, but not the classes between them. */
    private static MVStore store(JdbcConnection connection) throws SQLException {
        Object at = connection;
        try {
            for (String step : new String[] {"getSession", "getDatabase", "getStore", "getMvStore"}) {
                at = at.getClass().getMethod(step).invoke(at);
            }
            return (MVStore) at;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            LOG.error("JOURNAL-011: this version of H2 is not known; put back the one the gateway came with.", e);
            throw new SQLException("this version of H2 is not known", Faults.LOST, e);
        }
    }

    @Override
    public void close() {
        Connection last = connection;
        connection = null;
        store = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                // It had failed before, or the database was closed under it.
            }
        }
    }
}
