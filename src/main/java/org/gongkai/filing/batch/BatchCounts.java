package org.gongkai.filing.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.RefusalTally;
import org.gongkai.filing.submission.Refusals;
import org.gongkai.filing.submission.ResultCounts;
import org.gongkai.filing.submission.SubmissionMetrics;
import org.gongkai.filing.submission.SubmissionMetrics.Channel;
import org.gongkai.filing.submission.SubmissionResult;
import org.gongkai.filing.submission.SubmissionTally;
import org.gongkai.filing.submission.TestTally;
import org.gongkai.security.Actor;

/** Begins the counts of batches: those of real reports, and those of tests. */
@ApplicationScoped
class BatchCounts {

    private final SubmissionMetrics metrics;
    private final Refusals refusals;
    private final ResultCounts results;

    BatchCounts(SubmissionMetrics metrics, Refusals refusals, ResultCounts results) {
        this.metrics = metrics;
        this.refusals = refusals;
        this.results = results;
    }

    /** Begins to count a batch. */
    BatchCount of(Actor actor, BatchMode mode) {
        return actor.isInSandbox() ? new Tests(actor.name(), mode) : new Reports();
    }

    private static Optional<FilingId> report(ReadItem item) {
        return item.agency() == null || item.year() == null
                ? Optional.empty()
                : Optional.of(FilingId.of(item.agency(), item.year()));
    }

    /** Counts in the metrics, and the refused attempts. */
    private final class Reports implements BatchCount {

        private SubmissionTally tally = new SubmissionTally();
        private RefusalTally refused = new RefusalTally();

        @Override
        public void add(ReadItem item, SubmissionResult result) {
            tally.add(result);
            report(item).ifPresent(report -> refusals.count(report, result, refused));
        }

        @Override
        public void endGroup(boolean stored) {
            metrics.countAll(Channel.BATCH, stored ? tally : tally.aborted());
            refusals.store(refused);
            tally = new SubmissionTally();
            refused = new RefusalTally();
        }

        @Override
        public void close() {
            // Each group has been counted.
        }
    }

    /** Counts what a batch of tests has shown. */
    private final class Tests implements BatchCount {

        private final TestTally tally;
        private final boolean isAtomic;

        Tests(String holder, BatchMode mode) {
            this.tally = new TestTally(holder);
            this.isAtomic = mode == BatchMode.ATOMIC;
        }

        @Override
        public void add(ReadItem item, SubmissionResult result) {
            tally.add(report(item), result);
        }

        @Override
        public void endGroup(boolean stored) {
            if (isAtomic) {
                tally.endAtomicBatch(stored);
            }
        }

        @Override
        public void close() {
            if (!isAtomic) {
                tally.endPartialBatch();
            }
            results.count(tally);
        }
    }
}
