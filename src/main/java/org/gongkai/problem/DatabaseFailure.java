package org.gongkai.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Locale;

/** Tells an outage of the database, which passes, from a fault of ours. */
final class DatabaseFailure {

    private static final int MAX_DEPTH = 20;

    private DatabaseFailure() {}

    static boolean isOutage(Throwable thrown) {
        return isOutage(thrown, 0);
    }

    /** A failure at commit is only a suppressed exception of what the transaction manager throws. */
    private static boolean isOutage(Throwable thrown, int depth) {
        return thrown != null
                && depth < MAX_DEPTH
                && (thrown instanceof SQLException failure && isTransient(failure)
                        || isOutage(thrown.getCause(), depth + 1)
                        || Arrays.stream(thrown.getSuppressed()).anyMatch(other -> isOutage(other, depth + 1)));
    }

    /**
     * Class 08: connection; 25006: a standby, which until now was the primary; 40: rolled back for another's sake; 53: no more
     * connections, memory or disk; 55P03 and 57014: waited too long; 57P: shut down or starting up; 58: the machine it runs on.
     */
    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || poolExhausted(failure)
                || state != null && state.matches("08...|25006|40...|53...|55P03|57014|57P..|58...");
    }

    /** The pool's own time-outs, for a connection that is in use and for one that is being made, carry no SQL state. */
    private static boolean poolExhausted(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
