package io.renkei.journal.jdbc.internal;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;

/** What an SQLException means; H2's own codes are those of {@code org.h2.api.ErrorCode}. */
final class Faults {

    /** The SQLSTATE that says: this transaction is to run again. */
    static final String AGAIN = "40001";

    /** The SQLSTATE that says: the connection failed, and with it what it had committed in memory. */
    static final String LOST = "08006";

    private static final String UNIQUE_VIOLATION = "23505";

    /** Foreign key without its row: of the standard, and of H2. */
    private static final Set<String> MISSING = Set.of("23503", "23506");

    /** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention, 58 system error. */
    private static final Set<String> GONE = Set.of("08", "53", "57", "58");

    /** Database closed, I/O error, connection broken, already open elsewhere, corrupt, closed while in use, full. */
    private static final Set<Integer> H2_GONE =
            Set.of(90007, 90020, 90028, 90030, 90031, 90067, 90098, 90108, 90121, 90135);

    /** Lock timeout and concurrent update. */
    private static final Set<Integer> H2_AGAIN = Set.of(50200, 90131);

    private Faults() {}

    static boolean isDuplicate(SQLException e) {
        return anyOf(e, cause -> UNIQUE_VIOLATION.equals(cause.getSQLState()));
    }

    /** The user or the password is wrong. */
    static boolean isLogin(SQLException e) {
        return anyOf(e, cause -> stateClass(cause).equals("28"));
    }

    /** A row names another one that is not there. */
    static boolean isMissing(SQLException e) {
        return anyOf(e, cause -> cause.getSQLState() != null && MISSING.contains(cause.getSQLState()));
    }

    /** Another transaction was in the way, and this one was undone: it may simply run again. */
    static boolean isInTheWay(SQLException e) {
        return anyOf(e, cause -> stateClass(cause).equals("40") || H2_AGAIN.contains(cause.getErrorCode()));
    }

    static boolean isGone(SQLException e) {
        return anyOf(
                e,
                cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || cause instanceof SQLRecoverableException
                        || GONE.contains(stateClass(cause))
                        || H2_GONE.contains(cause.getErrorCode()));
    }

    private static String stateClass(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static boolean anyOf(SQLException e, Predicate<SQLException> test) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        // A batch hides the reason in the chain beside the causes.
        SQLException next = e.getNextException();
        return next != null && next != e && anyOf(next, test);
    }
}
