package org.orderengine.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what drivers report. */
final class Failures {

    private static final int MYSQL_DUPLICATE = 1062;
    private static final int MYSQL_DEADLOCK = 1213;
    private static final int MYSQL_LOCK_TIMEOUT = 1205;

    private Failures() {}

    static boolean isDuplicateKey(SQLException failure) {
        return hasState(failure, "23505") || (hasState(failure, "23000") && failure.getErrorCode() == MYSQL_DUPLICATE);
    }

    /** Serialization failures and deadlocks: the database has undone everything and asks for another try. */
    static boolean isWorthRetrying(SQLException failure) {
        return hasState(failure, "40001")
                || hasState(failure, "40P01")
                || failure.getErrorCode() == MYSQL_DEADLOCK
                || failure.getErrorCode() == MYSQL_LOCK_TIMEOUT;
    }

    /** A lock of MySQL's that was waited for too long: the statement was undone, and not its transaction. */
    static boolean isLockTimeout(SQLException failure) {
        return failure.getErrorCode() == MYSQL_LOCK_TIMEOUT;
    }

    private static boolean hasState(SQLException failure, String state) {
        return state.equals(failure.getSQLState());
    }

    /** The database's word for what went wrong. */
    static String word(SQLException failure) {
        String state = failure.getSQLState();
        String kind = state == null ? failure.getClass().getSimpleName() : "SQL state " + state;
        return failure.getErrorCode() == 0 ? kind : kind + ", error " + failure.getErrorCode();
    }

    /**
     * A failure as it may be thrown on. Where the database found fault with values, its message often repeats them, and what was to
     * be written must not come into a log (S10.5).
     */
    static SQLException withoutValues(SQLException failure) {
        if (!isAboutValues(failure.getSQLState())) {
            return failure;
        }
        SQLException told = new SQLException(
                failure.getClass().getName() + ", its message left out for the values in it",
                failure.getSQLState(),
                failure.getErrorCode());
        told.setStackTrace(failure.getStackTrace());
        return told;
    }

    private static boolean isAboutValues(@Nullable String state) {
        return state == null || state.startsWith("22") || state.startsWith("23") || state.startsWith("HY");
    }
}
