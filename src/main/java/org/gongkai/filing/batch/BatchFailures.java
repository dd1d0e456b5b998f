package org.gongkai.filing.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.jboss.logging.Logger;

/**
 * The failures of the service in one batch. The log has one stack trace at most, and one line for each cause: a cause in
 * the database concerns every item, and a batch may have a hundred thousand.
 */
final class BatchFailures implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BatchFailures.class);

    /** The number of causes that are logged by themselves. The items of all others are counted together. */
    static final int MAX_CAUSES = 20;

    private static final String OTHER_CAUSES = "other causes";
    private static final int FIRST_ERROR = 500;

    private final Map<String, Failures> byCause = new LinkedHashMap<>();
    private boolean traced;

    /**
     * The failures with one cause.
     *
     * @param first number of the first item
     * @param items number of items
     */
    private record Failures(long first, long items) {

        Failures and(Failures others) {
            return new Failures(first, items + others.items);
        }
    }

    /** Logs the first failure of a transaction, whose items are then stored one by one. */
    void addTransaction(RuntimeException failed, int items) {
        if (!traced) {
            traced = true;
            LOG.warnf(failed, "%d items of a batch could not be stored in one transaction", items);
        }
    }

    /** Counts an item that was rejected, unless the fault is its own. */
    void add(long item, Rejected rejected) {
        if (rejected.status() < FIRST_ERROR) {
            return;
        }
        if (!traced) {
            traced = true;
            LOG.errorf(rejected.reason(), "Item %d of a batch failed", item);
        }
        String cause = cause(rejected.reason());
        boolean known = byCause.containsKey(cause) || byCause.size() < MAX_CAUSES;
        byCause.merge(known ? cause : OTHER_CAUSES, new Failures(item, 1), Failures::and);
    }

    /** Returns the innermost cause. Only the first line of its message is the same for all items. */
    private static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getName() + ": " + message;
    }

    /** Logs the causes. */
    @Override
    public void close() {
        byCause.forEach((cause, failures) -> LOG.errorf(
                "%d items of a batch failed, the first is item %d: %s", failures.items, failures.first, cause));
    }
}
