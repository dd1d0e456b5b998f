package org.gongkai.filing.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.gongkai.filing.submission.SubmissionResult;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.ValidatedReport;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;

/** Stores many reports, with the same results as one after the other. */
@ApplicationScoped
class Batch {

    /** The limits of batches. */
    @ConfigMapping(prefix = "gongkai.batch")
    interface Config {

        /**
         * Longest time that storing a batch in the mode atomic may take. Other submissions of its agencies wait
         * meanwhile.
         */
        @WithDefault("60s")
        Duration atomicTimeout();
    }

    /** Receives the lines of the response, in the order of the items. */
    interface Lines {
        void add(BatchLine line) throws IOException;

        /** Sends what is buffered: the next line may take a while. */
        void flush() throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(Batch.class);

    private final Config config;
    private final BatchReader reader;
    private final Submissions submissions;
    private final BatchCounts counts;

    Batch(Config config, BatchReader reader, Submissions submissions, BatchCounts counts) {
        this.config = config;
        this.reader = reader;
        this.submissions = submissions;
        this.counts = counts;
    }

    /**
     * Stores or rejects each item on its own. Items that arrive during a transaction share the next one. If the body
     * breaks off after some items, one more line reports it.
     *
     * @throws ProblemException if the body has no items, or breaks off before the first one
     */
    void partial(BatchItems batch, BatchRequest request, Lines lines) throws IOException {
        long stored = 0;
        Repetitions repetitions = new Repetitions();
        try (BatchFailures failures = new BatchFailures();
                BatchCount count = counts.of(request.actor(), BatchMode.PARTIAL);
                ReadAhead ahead = new ReadAhead(() -> reader.next(batch, request))) {
            for (List<ReadItem> items = ahead.take(); !items.isEmpty(); items = ahead.take()) {
                storeAll(items.stream().map(repetitions::check).toList(), request, new Output(lines, failures), count);
                stored += items.size();
            }
        } catch (ProblemException broken) {
            if (stored == 0) {
                throw broken;
            }
            lines.add(BatchLine.rejected(stored + 1, null, null, broken, request));
        }
        if (stored == 0) {
            throw empty();
        }
    }

    private static ProblemException empty() {
        return new ProblemException(ProblemType.MALFORMED_JSON, new Text("没有任何一条报告", "The batch has no items"));
    }

    /** Receives the results of items, and the failures among them. */
    private record Output(Lines lines, BatchFailures failures) {}

    private void storeAll(List<ReadItem> items, BatchRequest request, Output output, BatchCount count)
            throws IOException {
        List<SubmissionResult> results = store(items, request.actor(), output.failures());
        for (int i = 0; i < items.size(); i++) {
            count.add(items.get(i), results.get(i));
            output.lines().add(line(items.get(i), results.get(i), request, output.failures()));
        }
        output.lines().flush();
        count.endGroup(true);
    }

    /** Stores the items in one transaction; one by one after a failure that a single item may have caused. */
    private List<SubmissionResult> store(List<ReadItem> items, Actor actor, BatchFailures failures) {
        List<ValidatedReport> reports = items.stream().map(ReadItem::report).toList();
        try {
            return submissions.commit(reports, actor);
        } catch (RuntimeException failed) {
            failures.addTransaction(failed, reports.size());
            return reports.stream().map(report -> storeAlone(report, actor)).toList();
        }
    }

    private SubmissionResult storeAlone(ValidatedReport report, Actor actor) {
        try {
            return submissions.commit(List.of(report), actor).get(0);
        } catch (RuntimeException failed) {
            return new Rejected(failed);
        }
    }

    /**
     * Stores all items or none. All items are validated before the transaction begins, so that it is short. If any item
     * is rejected, the others are only checked, and every fault is reported.
     *
     * @return whether the items were stored
     */
    boolean atomic(SpooledBatch batch, BatchRequest request, Lines lines) throws IOException {
        boolean stored = false;
        try (BatchFailures failures = new BatchFailures();
                BatchCount count = counts.of(request.actor(), BatchMode.ATOMIC)) {
            try {
                SortedSet<String> agencies = new TreeSet<>();
                Answers answers = new Answers(count::add, lines, request, failures);
                stored = validate(batch, request, agencies)
                        ? storeTogether(batch, request, agencies, answers)
                        : checkAll(batch, request, answers);
                return stored;
            } finally {
                count.endGroup(stored);
            }
        }
    }

    /**
     * Stores all items that can be stored and undoes it, so that each one gets the result that it would have, also in view
     * of the others. The agencies are locked meanwhile, as by a batch in the mode atomic, and for no longer.
     *
     * @return whether all items can be stored
     */
    boolean dryRun(SpooledBatch batch, BatchRequest request, Lines lines) throws IOException {
        SortedSet<String> agencies = new TreeSet<>();
        validate(batch, request, agencies);
        try (BatchFailures failures = new BatchFailures()) {
            return tryTogether(batch, request, agencies, new Answers((item, result) -> {}, lines, request, failures));
        }
    }

    private boolean tryTogether(SpooledBatch batch, BatchRequest request, SortedSet<String> agencies, Answers answers)
            throws IOException {
        boolean valid = true;
        begin();
        try (SpooledItems items = items(batch, request)) {
            submissions.lockAgencies(agencies, request.actor());
            for (List<ReadItem> group = items.nextGroup(); !group.isEmpty(); group = items.nextGroup()) {
                valid &= storeGroup(group, answers);
            }
            return valid;
        } finally {
            rollBack();
        }
    }

    /** The results of the items of an atomic batch. */
    private record Answers(
            BiConsumer<ReadItem, SubmissionResult> count, Lines lines, BatchRequest request, BatchFailures failures) {

        void add(ReadItem item, SubmissionResult result) throws IOException {
            count.accept(item, result);
            lines.add(line(item, result, request, failures));
        }
    }

    /**
     * Returns whether all items are valid by themselves.
     *
     * @param agencies receives the agencies of the valid items: the code of an invalid one may be any text
     */
    private boolean validate(SpooledBatch batch, BatchRequest request, SortedSet<String> agencies) throws IOException {
        boolean any = false;
        boolean valid = true;
        try (SpooledItems items = items(batch, request)) {
            for (Optional<ReadItem> item = items.next(); item.isPresent(); item = items.next()) {
                any = true;
                if (item.get().report() instanceof ValidatedReport.Valid) {
                    agencies.add(item.get().agency());
                } else {
                    valid = false;
                }
            }
        }
        if (!any) {
            throw empty();
        }
        return valid;
    }

    private SpooledItems items(SpooledBatch batch, BatchRequest request) throws IOException {
        return new SpooledItems(batch.open(), reader, request);
    }

    private boolean checkAll(SpooledBatch batch, BatchRequest request, Answers answers) throws IOException {
        try (SpooledItems items = items(batch, request)) {
            checkRest(items, answers);
        }
        return false;
    }

    private void checkRest(SpooledItems items, Answers answers) throws IOException {
        for (Optional<ReadItem> item = items.next(); item.isPresent(); item = items.next()) {
            answers.add(item.get(), checkOnly(item.get().report()));
        }
    }

    private boolean storeTogether(SpooledBatch batch, BatchRequest request, SortedSet<String> agencies, Answers answers)
            throws IOException {
        begin();
        try (SpooledItems items = items(batch, request)) {
            submissions.lockAgencies(agencies, request.actor());
            for (List<ReadItem> group = items.nextGroup(); !group.isEmpty(); group = items.nextGroup()) {
                if (!storeGroup(group, answers)) {
                    QuarkusTransaction.rollback();
                    checkRest(items, answers);
                    return false;
                }
            }
            commit();
            return true;
        } finally {
            rollBack();
        }
    }

    private void begin() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions()
                .timeout((int) config.atomicTimeout().toSeconds()));
    }

    private static void rollBack() {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            QuarkusTransaction.rollback();
        }
    }

    /** Returns whether all items of a group were stored. */
    private boolean storeGroup(List<ReadItem> group, Answers answers) throws IOException {
        List<SubmissionResult> results = storeInTime(group, answers.request().actor());
        for (int i = 0; i < group.size(); i++) {
            answers.add(group.get(i), results.get(i));
        }
        return results.stream().noneMatch(Rejected.class::isInstance);
    }

    /** Stores items, unless the transaction manager has rolled the batch back because it took too long. */
    private List<SubmissionResult> storeInTime(List<ReadItem> group, Actor actor) {
        List<SubmissionResult> results = storeInTransaction(group, actor);
        if (QuarkusTransaction.getStatus() != Status.STATUS_ROLLEDBACK) {
            return results;
        }
        Text detail = new Text("整批处理超过 %s 秒，请拆分后重试", "The batch took longer than %s s: split it");
        ProblemException late = new ProblemException(
                ProblemType.BATCH_ABORTED, detail.with(config.atomicTimeout().toSeconds()));
        return group.stream().<SubmissionResult>map(item -> new Rejected(late)).toList();
    }

    private List<SubmissionResult> storeInTransaction(List<ReadItem> group, Actor actor) {
        try {
            return submissions.commit(group.stream().map(ReadItem::report).toList(), actor);
        } catch (RuntimeException failed) {
            return group.stream()
                    .<SubmissionResult>map(item -> new Rejected(failed))
                    .toList();
        }
    }

    private SubmissionResult checkOnly(ValidatedReport report) {
        try {
            return submissions
                    .check(report)
                    .orElseGet(() -> new Rejected(ProblemException.of(ProblemType.BATCH_ABORTED)));
        } catch (RuntimeException failed) {
            return new Rejected(failed);
        }
    }

    /**
     * Commits the batch. This fails only when the batch took too long or the database is unavailable; then nothing is
     * stored.
     */
    private static void commit() {
        try {
            QuarkusTransaction.commit();
        } catch (RuntimeException failed) {
            LOG.error("An atomic batch could not be committed", failed);
            throw ProblemException.of(ProblemType.UNAVAILABLE);
        }
    }

    private static BatchLine line(
            ReadItem item, SubmissionResult result, BatchRequest request, BatchFailures failures) {
        if (result instanceof Rejected rejected) {
            failures.add(item.line(), rejected);
        }
        return BatchLine.of(item, result, request);
    }
}
