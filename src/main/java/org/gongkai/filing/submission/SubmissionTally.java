package org.gongkai.filing.submission;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gongkai.filing.batch.BatchLine;
import org.gongkai.filing.review.Receipt;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;

/** How many reports became what, and by which rules something was found in them. Takes no more room for many than for one. */
public final class SubmissionTally {

    private final Map<SubmissionOutcome, Long> fates = new EnumMap<>(SubmissionOutcome.class);
    private final Map<String, Long> takenInFindings = new HashMap<>();
    private final Map<String, Long> otherFindings = new HashMap<>();

    /** One that was taken in. */
    static SubmissionTally of(Submitted submitted) {
        SubmissionTally tally = new SubmissionTally();
        tally.add(
                submitted.stored() ? SubmissionOutcome.STORED : SubmissionOutcome.UNCHANGED,
                submitted.remarks().findings().stream().map(Finding::rule).toList());
        return tally;
    }

    /** One that was not. */
    static SubmissionTally of(RuntimeException thrown) {
        ProblemException problem = ProblemException.of(thrown);
        SubmissionTally tally = new SubmissionTally();
        tally.add(
                SubmissionOutcome.of(problem.type().status()),
                problem.faults().stream().map(Finding::rule).toList());
        return tally;
    }

    public static SubmissionTally of(BatchLine line) {
        SubmissionTally tally = new SubmissionTally();
        tally.add(line);
        return tally;
    }

    public void add(BatchLine line) {
        List<FindingView> findingViews = Optional.ofNullable(line.receipt())
                .map(Receipt::findings)
                .or(() -> Optional.ofNullable(line.problem()).map(Problem::findings))
                .orElse(List.of());
        add(
                SubmissionOutcome.of(line.status()),
                findingViews.stream().map(FindingView::rule).toList());
    }

    /** What was found in a revision is found once, however often it is handed in again. */
    private void add(SubmissionOutcome fate, List<String> rules) {
        fates.merge(fate, 1L, Long::sum);
        if (fate != SubmissionOutcome.UNCHANGED) {
            Map<String, Long> findings = fate.isTakenIn() ? takenInFindings : otherFindings;
            rules.forEach(rule -> findings.merge(rule, 1L, Long::sum));
        }
    }

    /** The same when what was taken in has been given up. */
    public SubmissionTally aborted() {
        SubmissionTally aborted = new SubmissionTally();
        fates.forEach((fate, number) ->
                aborted.fates.merge(fate.isTakenIn() ? SubmissionOutcome.ABORTED : fate, number, Long::sum));
        aborted.otherFindings.putAll(otherFindings);
        return aborted;
    }

    void eachFate(BiConsumer<SubmissionOutcome, Long> count) {
        fates.forEach(count);
    }

    void eachRule(BiConsumer<String, Long> count) {
        takenInFindings.forEach(count);
        otherFindings.forEach(count);
    }
}
