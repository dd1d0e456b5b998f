package org.gongkai.filing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.jboss.logging.Logger;

/** Takes many reports in, one after the other. */
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
    }

    private static final Logger LOG = Logger.getLogger(Batch.class);

    private final Config config;
    private final ReportReader reader;
    private final ItemReader items;
    private final Submissions submissions;
    private final EntityManager entities;

    Batch(Config config, ReportReader reader, ItemReader items, Submissions submissions, EntityManager entities) {
        this.config = config;
        this.reader = reader;
        this.items = items;
        this.submissions = submissions;
        this.entities = entities;
    }

    /** Stores or refuses each item by itself. */
    void partial(BatchItems batch, BatchRequest request, Lines lines) throws IOException {
        long number = 0;
        for (Optional<BatchItems.Item> item = batch.next(); item.isPresent(); item = batch.next()) {
            lines.add(line(++number, item.get(), request, submission -> store(submission, request)));
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
        try {
            long number = 0;
            for (Optional<BatchItems.Item> item = batch.next(); item.isPresent(); item = batch.next()) {
                Function<Submission, Stored> take = sound ? each -> storeAndLetGo(each, request) : this::checkOnly;
                BatchLine line = line(++number, item.get(), request, take);
                lines.add(sound && timedOut() ? tookTooLong(line, request) : line);
                if (sound && line.failed()) {
                    sound = false;
                    QuarkusTransaction.rollback();
                }
            }
            if (sound) {
                commit();
            }
            return sound;
        } finally {
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

    private Stored store(Submission submission, BatchRequest request) {
        Submitted submitted = submissions.submit(submission, newest -> {});
        Receipt receipt = Receipt.of(submitted.revision(), submitted.remarks(), request.language());
        return new Stored(submitted.stored() ? 201 : 200, receipt);
    }

    /** Of a large batch in one transaction, the persistence context would hold everything. */
    private Stored storeAndLetGo(Submission submission, BatchRequest request) {
        Stored stored = store(submission, request);
        entities.flush();
        entities.clear();
        return stored;
    }

    private Stored checkOnly(Submission submission) {
        submissions.check(submission);
        throw ProblemException.of(ProblemType.BATCH_ABORTED);
    }

    private BatchLine line(long number, BatchItems.Item item, BatchRequest request, Function<Submission, Stored> take) {
        String agency = null;
        Integer year = null;
        try {
            JsonNode tree = tree(item, request);
            agency = tree.path("agency").textValue();
            year = tree.path("year").isIntegralNumber() && tree.get("year").canConvertToInt()
                    ? (Integer) tree.get("year").intValue()
                    : null;
            Stored stored = take.apply(items.read(tree, request.actor(), request.reach(), request.receivedAt()));
            return new BatchLine(number, agency, year, stored.status(), stored.receipt(), null);
        } catch (RuntimeException refused) {
            ProblemException problem = ProblemException.of(refused);
            if (problem.type().status() >= 500) {
                LOG.errorf(refused, "Item %d of a batch failed", number);
            }
            return refusal(number, agency, year, problem, request);
        }
    }

    private JsonNode tree(BatchItems.Item item, BatchRequest request) {
        if (item.tooLarge()) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    new Text("一条最多 %s 字节", "An item may hold at most %s bytes").with(request.largestItem()));
        }
        if (item.unfinished()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("数组没有结束，批量不完整", "The array has no end: the batch is incomplete"));
        }
        try {
            return reader.parse(new ByteArrayInputStream(item.json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told of an item that was not stored. */
    static BatchLine refusal(long number, String agency, Integer year, ProblemException problem, BatchRequest request) {
        return new BatchLine(
                number,
                agency,
                year,
                problem.type().status(),
                null,
                Problem.of(problem, request.path(), request.language()));
    }

    private record Stored(int status, Receipt receipt) {}
}
