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
import java.util.function.Consumer;
import org.gongkai.filing.store.Revision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.logging.Logger;

/**
 * Takes in together what different agencies hand in at the same time: a transaction of ten reports takes little longer than of one. Nobody
 * waits for others to come; what comes while all turns are taken goes with the next. Nobody waits for another agency, either: what
 * cannot be stored at once, for whatever reason, is taken in by itself.
 */
@ApplicationScoped
public class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    /** Transactions at the same time. More would only share the processors, and be smaller. */
    static final int MAX_CONCURRENT_COMMITS = 2;

    private static final int MAX_GROUP_SIZE = 64;

    /** Who has waited for so long goes alone. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final Submissions submissions;
    private final Semaphore turns = new Semaphore(MAX_CONCURRENT_COMMITS, true);
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    GroupCommit(Submissions submissions) {
        this.submissions = submissions;
    }

    /** One that waits for its turn, and for what becomes of it. */
    private static final class Waiting {

        private final Conditional submission;
        private final CompletableFuture<Attempt> attempt = new CompletableFuture<>();

        Waiting(Conditional submission) {
            this.submission = submission;
        }

        private String agency() {
            return submission.prepared().submission().agency();
        }
    }

    /**
     * Takes a report in, on a condition.
     *
     * @param precondition is given the newest revision, if there is one, and throws to refuse the submission; in any thread
     * @throws ProblemException when it is refused; then nothing is stored
     */
    public Submitted submit(Submission submission, Consumer<Optional<Revision>> precondition) {
        Conditional conditional = new Conditional(submissions.prepare(submission), precondition);
        return conditional.prepared().report().isEmpty()
                ? submissions.submit(conditional)
                : together(conditional).result().orElseGet(() -> submissions.submit(conditional));
    }

    /** Where something holds the turns up, or goes wrong, nothing is left to others. */
    private Attempt together(Conditional submission) {
        Waiting own = new Waiting(submission);
        queue.add(own);
        boolean turn = awaitTurn();
        try {
            while (turn && queue.contains(own)) {
                takeIn(next());
            }
        } finally {
            if (turn) {
                turns.release();
            }
            if (queue.remove(own)) {
                own.attempt.complete(Attempt.FAILED);
            }
        }
        return own.attempt.join();
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** At most one of each agency: what another has changed would have to be told as it was before. */
    private List<Waiting> next() {
        Map<String, Waiting> ofAgencies = new LinkedHashMap<>();
        while (ofAgencies.size() < MAX_GROUP_SIZE) {
            Waiting first = queue.poll();
            if (first == null) {
                break;
            }
            if (ofAgencies.putIfAbsent(first.agency(), first) != null) {
                first.attempt.complete(Attempt.FAILED);
            }
        }
        return new ArrayList<>(ofAgencies.values());
    }

    private void takeIn(List<Waiting> group) {
        try {
            List<Attempt> attempts =
                    attempts(group.stream().map(waiting -> waiting.submission).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).attempt.complete(attempts.get(i));
            }
        } finally {
            // Whatever happens, nobody waits for good.
            group.forEach(waiting -> waiting.attempt.complete(Attempt.FAILED));
        }
    }

    /** Without the database, none of them has to try again by itself. */
    private List<Attempt> attempts(List<Conditional> group) {
        try {
            return submissions.submitJointly(group);
        } catch (RuntimeException failed) {
            LOG.warnf("%d reports could not be taken in together: %s", group.size(), failed.getMessage());
            boolean isOutage = ProblemException.of(failed).type() == ProblemType.UNAVAILABLE;
            Attempt each = isOutage ? Attempt.refused(failed) : Attempt.FAILED;
            return group.stream().map(submission -> each).toList();
        }
    }
}
