package org.gongkai.filing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.ValidatedReport.Valid;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;

/**
 * Stores reports of different agencies that are submitted at the same time in one transaction: a transaction of ten
 * reports takes little longer than one of a single report. The thread that gets a slot is the leader: it commits every
 * report that waits. No report waits for others to arrive, or for another agency: a report that cannot be stored at
 * once is deferred, and its own thread commits it alone. So is the report of a government, which is compared with the sum of
 * its departments.
 */
@ApplicationScoped
class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    /** Number of group transactions at the same time. More would only share the processors, and be smaller. */
    static final int MAX_CONCURRENT_COMMITS = 2;

    private static final int MAX_GROUP_SIZE = 64;

    /** A report that has waited this long for a slot is committed alone. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /** A report whose agency is locked by other transactions for this long is refused. */
    private static final Duration MAX_WAIT_FOR_AGENCY = Duration.ofSeconds(15);

    private static final long MAX_PAUSE_MILLIS = 100;

    private static final Text AGENCY_IN_USE = new Text(
            "该机关的其他报告正在保存，请稍后原样重试", "Other reports of the agency are being stored. Repeat the same request later");

    private static final Optional<SubmissionResult> DEFERRED = Optional.empty();

    private final Submissions submissions;
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT_COMMITS, true);
    private final Queue<Pending> queue = new ConcurrentLinkedQueue<>();

    GroupCommit(Submissions submissions) {
        this.submissions = submissions;
    }

    /** A report that waits for its result. */
    private static final class Pending extends CompletableFuture<Optional<SubmissionResult>> {

        private final Valid report;

        Pending(Valid report) {
            this.report = report;
        }

        String agency() {
            return report.submission().agency();
        }
    }

    /** Validates and stores a report, with others if possible. A test shares no transaction with real reports. */
    SubmissionResult submit(Submission submission) {
        ValidatedReport report = ValidatedReport.of(submission);
        return report instanceof Valid valid && !submission.actor().isInSandbox()
                ? commitInGroup(valid).orElseGet(() -> commitAlone(valid))
                : submissions.commit(List.of(report), submission.actor()).get(0);
    }

    /**
     * Stores a report as soon as its agency is free. Meanwhile it has no connection: the reports of an agency that a batch
     * has locked would otherwise occupy all of them.
     */
    private SubmissionResult commitAlone(Valid report) {
        Optional<SubmissionResult> result = submissions.check(report).map(SubmissionResult.class::cast);
        long deadline = System.nanoTime() + MAX_WAIT_FOR_AGENCY.toNanos();
        for (long pause = 1;
                result.isEmpty() && pause(pause, deadline);
                pause = Math.min(2 * pause, MAX_PAUSE_MILLIS)) {
            result = submissions.commitAvailable(List.of(report), false).get(0);
        }
        return result.orElseGet(() -> new Rejected(new ProblemException(ProblemType.OVERLOADED, AGENCY_IN_USE)));
    }

    /** Waits for a moment. Returns whether another attempt should be made. */
    private static boolean pause(long millis, long deadline) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return System.nanoTime() < deadline;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<SubmissionResult> commitInGroup(Valid report) {
        Pending own = new Pending(report);
        queue.add(own);
        try {
            if (acquireSlot()) {
                commitUntilTaken(own);
            }
        } finally {
            // Even after an Error: no other leader may store a report whose client has received a failure.
            if (queue.remove(own)) {
                own.complete(DEFERRED);
            }
        }
        return own.join();
    }

    /** Commits groups until the report has been in one. */
    private void commitUntilTaken(Pending own) {
        try {
            while (queue.contains(own)) {
                commit(nextGroup());
            }
        } finally {
            slots.release();
        }
    }

    private boolean acquireSlot() {
        try {
            return slots.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes the reports that wait, at most one of each agency; a second one is deferred. */
    private List<Pending> nextGroup() {
        Map<String, Pending> byAgency = new LinkedHashMap<>();
        while (byAgency.size() < MAX_GROUP_SIZE) {
            Pending first = queue.poll();
            if (first == null) {
                break;
            }
            if (byAgency.putIfAbsent(first.agency(), first) != null) {
                first.complete(DEFERRED);
            }
        }
        return new ArrayList<>(byAgency.values());
    }

    private void commit(List<Pending> group) {
        try {
            List<Optional<SubmissionResult>> results = results(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).complete(results.get(i));
            }
        } finally {
            // Complete every future, even after an Error, so that no request hangs.
            group.forEach(pending -> pending.complete(DEFERRED));
        }
    }

    /**
     * Rejects the whole group when the database is unavailable; after another failure, each report is committed alone.
     */
    private List<Optional<SubmissionResult>> results(List<Pending> group) {
        try {
            return submissions.commitAvailable(
                    group.stream().map(pending -> pending.report).toList(), true);
        } catch (RuntimeException failed) {
            LOG.warnf("%d reports could not be stored in one transaction: %s", group.size(), failed.getMessage());
            boolean isOutage = ProblemException.of(failed).type() == ProblemType.UNAVAILABLE;
            Optional<SubmissionResult> each = isOutage ? Optional.of(new Rejected(failed)) : DEFERRED;
            return group.stream().map(pending -> each).toList();
        }
    }
}
