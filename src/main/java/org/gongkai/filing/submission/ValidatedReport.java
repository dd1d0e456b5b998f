package org.gongkai.filing.submission;

import java.util.List;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.ReportCheck;

/** A submission whose report has been checked on its own, without the database. */
public sealed interface ValidatedReport {

    /**
     * A report that can be stored: it has the shape of its form, and its arithmetic holds.
     *
     * @param submission the submission
     * @param contents the parsed report
     * @param json the report as it is stored, written from the parsed report
     * @param contentHash SHA-256 over the canonical JSON of the report
     */
    record Valid(Submission submission, Contents contents, String json, String contentHash)
            implements ValidatedReport {}

    /**
     * A report that is rejected.
     *
     * @param agency code of the agency; an unknown agency is the reason to report first; empty where it could not be
     *     read
     * @param reason the reason of the rejection
     */
    record Invalid(Optional<String> agency, RuntimeException reason) implements ValidatedReport {}

    /** Checks shape and arithmetic of a submitted report. */
    static ValidatedReport of(Submission submission) {
        ReportCheck check = ReportCheck.of(
                submission.year().value(), submission.year().form(), submission.agency(), submission.report());
        if (!check.findings().isEmpty()) {
            return new Invalid(
                    Optional.of(submission.agency()),
                    ProblemException.ofFindings(ProblemType.REPORT_REJECTED, check.findings(), check.suspectCells()));
        }
        Contents contents = check.contents();
        List<Finding> contradictions = NilStatement.contradictions(submission.nilStated(), contents);
        if (!contradictions.isEmpty()) {
            return new Invalid(
                    Optional.of(submission.agency()),
                    ProblemException.ofFindings(ProblemType.REPORT_REJECTED, contradictions));
        }
        return new Valid(submission, contents, contents.json(), ContentHash.of(contents));
    }
}
