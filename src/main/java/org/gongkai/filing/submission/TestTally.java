package org.gongkai.filing.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.filing.certification.TestsShown;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.submission.SubmissionResult.Accepted;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.SubmissionResult.Stored;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;

/** Counts the results of tests, and finds the cases of the certification that they show. */
public final class TestTally {

    private static final String YEAR = "/year";

    private final String holder;
    private final Map<TestCase, Optional<FilingId>> shown = new EnumMap<>(TestCase.class);
    private final Map<SubmissionOutcome, Long> outcomes = new EnumMap<>(SubmissionOutcome.class);

    /** Cases that accepted reports have shown; an atomic batch may still undo them. */
    private final Map<TestCase, Optional<FilingId>> accepted = new EnumMap<>(TestCase.class);

    /**
     * Begins an empty tally.
     *
     * @param holder subject of the token
     */
    public TestTally(String holder) {
        this.holder = holder;
    }

    /**
     * Adds a result.
     *
     * @param report the report; empty where it could not be read
     */
    public void add(Optional<FilingId> report, SubmissionResult result) {
        outcomes.merge(SubmissionOutcome.of(result), 1L, Long::sum);
        if (result instanceof Accepted stored) {
            addAccepted(report, stored);
        } else {
            addRefusal(report, ((Rejected) result).problem());
        }
    }

    private void addAccepted(Optional<FilingId> report, Accepted result) {
        RevisionSnapshot snapshot = result.snapshot();
        RevisionRow revision = snapshot.revision();
        if (!(result instanceof Stored)) {
            accepted.putIfAbsent(TestCase.UNCHANGED, report);
            return;
        }
        if (revision.nilStated()) {
            accepted.putIfAbsent(TestCase.NIL_RETURNED, report);
        }
        if (revision.changeReason() != null && revision.revision() > 1) {
            accepted.putIfAbsent(TestCase.CORRECTED, report);
        }
        if (revision.status() == RevisionStatus.ACCEPTED) {
            accepted.putIfAbsent(TestCase.ACCEPTED, report);
        }
        addWarnings(report, snapshot);
    }

    private void addWarnings(Optional<FilingId> report, RevisionSnapshot snapshot) {
        boolean isWarned =
                snapshot.findings().findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
        if (isWarned) {
            boolean isExplained = snapshot.findings().open().isEmpty();
            accepted.putIfAbsent(isExplained ? TestCase.EXPLAINED : TestCase.WARNED, report);
        }
    }

    private void addRefusal(Optional<FilingId> report, ProblemException problem) {
        if (problem.type() == ProblemType.PRECONDITION_FAILED) {
            shown.putIfAbsent(TestCase.LOST_UPDATE, report);
        } else if (problem.type() == ProblemType.REPORT_REJECTED) {
            problem.findings().forEach(finding -> ofFinding(finding).ifPresent(of -> shown.putIfAbsent(of, report)));
        }
    }

    private static Optional<TestCase> ofFinding(Finding finding) {
        if (!finding.rule().equals(Finding.SHAPE)) {
            return TestCase.ofRule(finding.rule());
        }
        return Optional.of(
                switch (finding.pointer()) {
                    case YEAR -> TestCase.WRONG_YEAR;
                    case "/" + NotesCheck.CHANGE_REASON -> TestCase.REASON_MISSING;
                    default -> TestCase.SHAPE_REFUSED;
                });
    }

    /**
     * Ends a batch that is stored as a whole or not at all.
     *
     * @param stored whether it is stored
     */
    public void endAtomicBatch(boolean stored) {
        shown.put(stored ? TestCase.BATCH_ATOMIC : TestCase.BATCH_ABORTED, Optional.empty());
        if (!stored) {
            accepted.clear();
        }
    }

    /** Ends a batch whose items are stored one by one. */
    public void endPartialBatch() {
        boolean anyAccepted = outcomes.keySet().stream().anyMatch(SubmissionOutcome::isAccepted);
        if (anyAccepted && outcomes.containsKey(SubmissionOutcome.REFUSED)) {
            shown.put(TestCase.BATCH_PARTIAL, Optional.empty());
        }
    }

    /** Returns the event with all cases. */
    TestsShown result() {
        Map<TestCase, Optional<FilingId>> all = new EnumMap<>(accepted);
        all.putAll(shown);
        return new TestsShown(holder, all);
    }

    Map<SubmissionOutcome, Long> outcomes() {
        return outcomes;
    }
}
