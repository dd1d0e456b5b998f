package org.gongkai.filing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import org.gongkai.filing.certification.TestsShown;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.submission.SubmissionMetrics.Channel;
import org.gongkai.security.Actor;

/** Counts final results: those of real reports in the metrics and as attempts, those of tests for the certification. */
@ApplicationScoped
public class ResultCounts {

    private final SubmissionMetrics metrics;
    private final SandboxMetrics sandboxMetrics;
    private final Refusals refusals;
    private final Event<TestsShown> tests;

    ResultCounts(SubmissionMetrics metrics, SandboxMetrics sandboxMetrics, Refusals refusals, Event<TestsShown> tests) {
        this.metrics = metrics;
        this.sandboxMetrics = sandboxMetrics;
        this.refusals = refusals;
        this.tests = tests;
    }

    /** Counts the result of a single submission. */
    void count(FilingId report, Actor actor, SubmissionResult result) {
        if (actor.isInSandbox()) {
            TestTally tally = new TestTally(actor.name());
            tally.add(Optional.of(report), result);
            count(tally);
        } else {
            metrics.count(Channel.SINGLE, result);
            refusals.store(report, result);
        }
    }

    /** Counts the results of tests. */
    public void count(TestTally tally) {
        sandboxMetrics.count(tally);
        tests.fire(tally.result());
    }
}
