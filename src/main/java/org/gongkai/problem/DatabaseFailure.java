package org.gongkai.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Locale;

/** Distinguishes a temporary outage of the database from an error of this service. */
final class DatabaseFailure {

    private static final int MAX_DEPTH = 20;

    private DatabaseFailure() {}

    static boolean isOutage(Throwable thrown) {
        return isOutage(thrown, 0);
    }

    /**
     * Searches causes and suppressed exceptions: the transaction manager throws a failed commit as a suppressed
     * exception.
     */
    private static boolean isOutage(Throwable thrown, int depth) {
        return thrown != null
                && depth < MAX_DEPTH
                && (thrown instanceof SQLException failure && isTransient(failure)
                        || isOutage(thrown.getCause(), depth + 1)
                        || Arrays.stream(thrown.getSuppressed()).anyMatch(other -> isOutage(other, depth + 1)));
    }

    /**
     * Returns whether a failure is temporary, by its SQL state. Class 08: connection lost. 25006: the server is now a
     * standby. Class 40: transaction rolled back because of another one. Class 53: no more connections, memory or disk
     * space. 55P03 and 57014: timeout. 57P: shutting down or starting up. Class 58: error of the operating system.
     */
    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || poolExhausted(failure)
                || state != null && state.matches("08...|25006|40...|53...|55P03|57014|57P..|58...");
    }

    /** Returns whether the pool timed out, for a connection in use or a new one. Its exceptions have no SQL state. */
    private static boolean poolExhausted(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
