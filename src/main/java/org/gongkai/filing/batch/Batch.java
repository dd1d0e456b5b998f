package org.gongkai.filing.batch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.filing.submission.Outcome;
import org.gongkai.filing.submission.SubmissionMetrics;
import org.gongkai.filing.submission.SubmissionMetrics.Channel;
import org.gongkai.filing.submission.SubmissionTally;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.ValidatedReport;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;

/** Takes many reports in, as if one after the other. */
@ApplicationScoped
class Batch {

    /** Limits of batches. */
    @ConfigMapping(prefix = "gongkai.batch")
    interface Config {

        /** How long a batch that is stored as a whole may take. */
        @WithDefault("10m")
        Duration atomicTimeout();
    }

    /** Takes the lines of the answer, in the order of the items. */
    interface Lines {
        void add(BatchLine line) throws IOException;

        /** No other follows soon. */
        void flush() throws IOException;
    }

    private static final Logger LOG = Logger.getLogger(Batch.class);

    private final Config config;
    private final BatchReader reader;
    private final Submissions submissions;
    private final SubmissionMetrics metrics;

    Batch(Config config, BatchReader reader, Submissions submissions, SubmissionMetrics metrics) {
        this.config = config;
        this.reader = reader;
        this.submissions = submissions;
        this.metrics = metrics;
    }

    /** Stores or refuses each item by itself: those that have come in while the ones before were stored, in one transaction. */
    void partial(BatchItems batch, BatchRequest request, Lines lines) throws IOException {
        try (ReadAhead ahead = new ReadAhead(line -> reader.next(line, batch, request))) {
            for (List<ReadItem> items = ahead.take(); !items.isEmpty(); items = ahead.take()) {
                Iterator<Outcome> outcomes = store(items, request).iterator();
                for (ReadItem item : items) {
                    BatchLine line = item.submission().isPresent()
                            ? line(item, outcomes.next(), request)
                            : refusal(item, item.refused().orElseThrow(), request);
                    metrics.count(Channel.BATCH, SubmissionTally.of(line));
                    lines.add(line);
                }
                lines.flush();
            }
        }
    }

    /**
     * Stores all items or none. Once one is refused, the others are only checked, so that every refusal is told.
     *
     * @return whether they were stored
     */
    boolean atomic(BatchItems batch, BatchRequest request, Lines lines) throws IOException {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions()
                .timeout((int) config.atomicTimeout().toSeconds()));
        boolean sound = true;
        boolean stored = false;
        SubmissionTally tally = new SubmissionTally();
        try {
            long number = 0;
            for (Optional<ReadItem> item = reader.next(++number, batch, request);
                    item.isPresent();
                    item = reader.next(++number, batch, request)) {
                BatchLine line = line(
                        item.get(),
                        sound ? validatedReport -> storeOne(validatedReport, request) : this::checkOnly,
                        request);
                BatchLine told = sound && timedOut() ? tookTooLong(line, request) : line;
                tally.add(told);
                lines.add(told);
                if (sound && line.failed()) {
                    sound = false;
                    QuarkusTransaction.rollback();
                }
            }
            if (sound) {
                commit();
                stored = true;
            }
            return stored;
        } finally {
            metrics.count(Channel.BATCH, stored ? tally : tally.aborted());
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }

    /** The transaction manager rolls back by itself what takes too long. */
    private static boolean timedOut() {
        return QuarkusTransaction.getStatus() == Status.STATUS_ROLLEDBACK;
    }

    private BatchLine tookTooLong(BatchLine line, BatchRequest request) {
        Text detail = new Text("整批处理超过 %s 秒，请拆分后重试", "The batch took longer than %s s: split it");
        ProblemException problem = new ProblemException(
                ProblemType.BATCH_ABORTED, detail.with(config.atomicTimeout().toSeconds()));
        return refusal(line.line(), line.agency(), line.year(), problem, request);
    }

    /** Fails only where the batch took too long or the database went away: in both cases nothing is stored. */
    private static void commit() {
        try {
            QuarkusTransaction.commit();
        } catch (RuntimeException failed) {
            LOG.error("An atomic batch could not be committed", failed);
            throw ProblemException.of(ProblemType.UNAVAILABLE);
        }
    }

    /** What was read of the items, all at once; one by one where something goes wrong that may be the fault of one of them. */
    private List<Outcome> store(List<ReadItem> items, BatchRequest request) {
        List<ValidatedReport> readable =
                items.stream().flatMap(item -> item.submission().stream()).toList();
        if (readable.isEmpty()) {
            return List.of();
        }
        try {
            return submissions.submitAll(readable, request.language());
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "%d items of a batch could not be stored together", readable.size());
            return readable.stream()
                    .map(validatedReport -> storeAlone(validatedReport, request))
                    .toList();
        }
    }

    private Outcome storeAlone(ValidatedReport validatedReport, BatchRequest request) {
        try {
            return storeOne(validatedReport, request);
        } catch (RuntimeException failed) {
            return Outcome.of(failed);
        }
    }

    private Outcome storeOne(ValidatedReport validatedReport, BatchRequest request) {
        return submissions
                .submitAll(List.of(validatedReport), request.language())
                .get(0);
    }

    private Outcome checkOnly(ValidatedReport validatedReport) {
        submissions.check(validatedReport);
        throw ProblemException.of(ProblemType.BATCH_ABORTED);
    }

    private static BatchLine line(ReadItem item, Function<ValidatedReport, Outcome> take, BatchRequest request) {
        try {
            return item.submission().isPresent()
                    ? line(item, take.apply(item.submission().get()), request)
                    : refusal(item, item.refused().orElseThrow(), request);
        } catch (RuntimeException refused) {
            return refusal(item, refused, request);
        }
    }

    private static BatchLine line(ReadItem item, Outcome outcome, BatchRequest request) {
        return outcome.receipt()
                .map(receipt -> new BatchLine(
                        item.line(), item.agency(), item.year(), outcome.stored() ? 201 : 200, receipt, null))
                .orElseGet(() -> refusal(item, outcome.refused().orElseThrow(), request));
    }

    private static BatchLine refusal(ReadItem item, RuntimeException refused, BatchRequest request) {
        ProblemException problem = ProblemException.of(refused);
        if (problem.type().status() >= 500) {
            LOG.errorf(refused, "Item %d of a batch failed", item.line());
        }
        return refusal(item.line(), item.agency(), item.year(), problem, request);
    }

    /** What is told of an item that was not stored. */
    static BatchLine refusal(long number, String agency, Integer year, ProblemException problem, BatchRequest request) {
        return new BatchLine(
                number,
                agency,
                year,
                problem.type().status(),
                null,
                Problem.of(problem, request.path(), request.id(), request.language()));
    }
}
