package org.gongkai.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchFailuresTest {

    private final Logger log = Logger.getLogger(BatchFailures.class.getName());
    private final LogRecords records = new LogRecords();

    private static final class LogRecords extends Handler {

        private final List<LogRecord> all = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord line) {
            all.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        log.addHandler(records);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(records);
    }

    private static Rejected refusedByDatabase(String detail) {
        return new Rejected(new IllegalStateException(
                "No row", new SQLException("ERROR: no such function\n  Detail: " + detail, "42883")));
    }

    @Test
    void logsOneStackTraceAndALineForEachCause() {
        try (BatchFailures failures = new BatchFailures()) {
            failures.addTransaction(refusedByDatabase("all").reason(), 64);
            for (int item = 1; item <= 1000; item++) {
                failures.add(item, refusedByDatabase("item " + item));
            }
            failures.add(1001, new Rejected(new IllegalArgumentException("Other")));
        }

        assertThat(records.all)
                .extracting(LogRecord::getThrown)
                .filteredOn(thrown -> thrown != null)
                .hasSize(1);
        assertThat(records.all)
                .extracting(BatchFailuresTest::message)
                .containsExactly(
                        "64 items of a batch could not be stored in one transaction",
                        "1000 items of a batch failed, the first is item 1: java.sql.SQLException: ERROR: no such"
                                + " function",
                        "1 items of a batch failed, the first is item 1001: java.lang.IllegalArgumentException: Other");
    }

    @Test
    void limitsTheNumberOfCauses() {
        try (BatchFailures failures = new BatchFailures()) {
            for (int item = 1; item <= 1000; item++) {
                failures.add(item, new Rejected(new IllegalStateException("Item " + item)));
            }
        }

        assertThat(records.all)
                .extracting(BatchFailuresTest::message)
                .hasSize(BatchFailures.MAX_CAUSES + 2)
                .last()
                .asString()
                .startsWith("980 items of a batch failed, the first is item 21");
    }

    @Test
    void doesNotLogTheFaultsOfClients() {
        try (BatchFailures failures = new BatchFailures()) {
            failures.add(1, new Rejected(ProblemException.of(ProblemType.MALFORMED_JSON)));
        }

        assertThat(records.all).isEmpty();
    }

    private static String message(LogRecord line) {
        return line.getMessage().formatted(line.getParameters());
    }
}
