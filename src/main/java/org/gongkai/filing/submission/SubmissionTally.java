package org.gongkai.filing.submission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongkai.filing.submission.SubmissionResult.Accepted;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.rules.Finding;

/** Counts results by outcome and findings by rule. Its size does not grow with the number of results. */
public final class SubmissionTally {

    private final Map<SubmissionOutcome, Long> outcomes = new EnumMap<>(SubmissionOutcome.class);
    private final Map<String, Long> findingsOfAccepted = new HashMap<>();
    private final Map<String, Long> findingsOfRejected = new HashMap<>();

    /** Counts a result. Findings of an unchanged report were counted when its revision was stored. */
    public void add(SubmissionResult result) {
        SubmissionOutcome outcome = SubmissionOutcome.of(result);
        outcomes.merge(outcome, 1L, Long::sum);
        if (outcome != SubmissionOutcome.UNCHANGED) {
            Map<String, Long> rules = outcome.isAccepted() ? findingsOfAccepted : findingsOfRejected;
            findings(result).forEach(finding -> rules.merge(finding.rule(), 1L, Long::sum));
        }
    }

    /** Returns the tally after what was accepted has been rolled back. */
    public SubmissionTally aborted() {
        SubmissionTally aborted = new SubmissionTally();
        outcomes.forEach((outcome, number) ->
                aborted.outcomes.merge(outcome.isAccepted() ? SubmissionOutcome.ABORTED : outcome, number, Long::sum));
        aborted.findingsOfRejected.putAll(findingsOfRejected);
        return aborted;
    }

    void forEachOutcome(BiConsumer<SubmissionOutcome, Long> count) {
        outcomes.forEach(count);
    }

    void forEachRule(BiConsumer<String, Long> count) {
        findingsOfAccepted.forEach(count);
        findingsOfRejected.forEach(count);
    }

    private static List<Finding> findings(SubmissionResult result) {
        return result instanceof Accepted accepted
                ? accepted.snapshot().findings().findings()
                : ((Rejected) result).problem().findings();
    }
}
