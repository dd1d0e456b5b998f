package org.gongkai.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells an outage of the database, which passes, from a fault of ours. */
final class DatabaseFailure {

    private static final int MOST_CAUSES = 20;

    private DatabaseFailure() {}

    static boolean isOutage(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException failure && isOutage(failure)) {
                return true;
            }
        }
        return false;
    }

    /** Class 08: connection; 57P: shut down or starting up; 53: no more connections, memory or disk. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || poolExhausted(failure)
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }

    /** The pool's own time-out carries no SQL state. */
    private static boolean poolExhausted(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).startsWith("Sorry, acquisition timeout");
    }
}
