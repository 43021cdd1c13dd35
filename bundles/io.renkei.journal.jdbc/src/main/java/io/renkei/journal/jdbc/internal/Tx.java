package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One open transaction, and what is to happen once it is committed. */
final class Tx {

    /** Reads the row that the cursor stands on. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** As a literal of SQL: before every time that is stored. */
    static final String EPOCH = "timestamp with time zone '1970-01-01 00:00:00+00'";

    private final Connection connection;
    private final String clock;
    private final Durability.Transaction durability;
    private boolean wrote;
    private boolean harmless;
    private boolean wakesOutbox;

    /** @param clock what the database calls the time of the statement, not of the transaction's begin */
    Tx(Connection connection, String clock, Durability.Transaction durability) {
        this.connection = connection;
        this.clock = clock;
        this.durability = durability;
    }

    /** What the database calls its time, for a statement that needs it itself. */
    String clock() {
        return clock;
    }

    /** Database time at this call. */
    Instant now() throws SQLException {
        return one("select " + clock + " as now_is", row -> instant(row, "now_is"))
                .orElseThrow();
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(row.read(rows));
                }
                return read;
            }
        }
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) throws SQLException {
        return query(sql, row, values).stream().findFirst();
    }

    int update(String sql, Object... values) throws SQLException {
        wrote = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Runs one statement once per row, in one round trip where the driver can; nothing for no rows. */
    void batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            update(sql, rows.get(0));
            return;
        }
        wrote = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Waits until all that was read is durable, for who tells of it before the transaction ends. */
    void awaitSeen() throws SQLException {
        durability.awaitSeen();
    }

    /** Says that what was read may be told before it is durable, because nobody acts wrongly on it if it is lost. */
    void harmless() {
        harmless = true;
    }

    boolean isHarmless() {
        return harmless;
    }

    boolean wrote() {
        return wrote;
    }

    /** Says that this transaction wrote an outbox row. */
    void wakeOutbox() {
        wakesOutbox = true;
    }

    boolean wakesOutbox() {
        return wakesOutbox;
    }

    /**
     * {@code (?, ?, ?, ?)} for these, to be used with {@link #filled}. There are few lengths, so that the database knows
     * the statement from before.
     */
    static String in(List<?> values) {
        return "(" + String.join(", ", Collections.nCopies(filledSize(values), "?")) + ")";
    }

    /** As {@link #in}, but each text a row of its own. */
    static String rows(List<String> values) {
        return String.join(", ", Collections.nCopies(filledSize(values), "(cast(? as varchar))"));
    }

    /** The values, and the last again as often as {@link #in} has more places. */
    static List<Object> filled(List<?> values) {
        List<Object> filled = new ArrayList<>(values);
        filled.addAll(Collections.nCopies(filledSize(values) - values.size(), values.get(values.size() - 1)));
        return filled;
    }

    private static int filledSize(List<?> values) {
        return values.size() <= 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
    }

    /** Several groups of values as one list, in order. */
    static Object[] values(List<?> first, Object... rest) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(rest));
        return all.toArray();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
    }

    private static Object stored(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Tx::stored).orElse(null);
        }
        if (value instanceof Instant instant) {
            // Cut, because a database rounds.
            return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        }
        if (value instanceof Sha256 digest) {
            return digest.bytes();
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }
}
