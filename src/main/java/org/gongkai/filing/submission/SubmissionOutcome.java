package org.gongkai.filing.submission;

import org.gongkai.filing.submission.SubmissionResult.Accepted;
import org.gongkai.filing.submission.SubmissionResult.Stored;
import org.gongkai.problem.ProblemType;

/** The kinds of {@link SubmissionResult}, as metrics count them. */
enum SubmissionOutcome {
    /** The report made a revision. */
    STORED,
    /** The report has the content of the newest revision. */
    UNCHANGED,
    /** The report or its request has a fault. */
    REFUSED,
    /** The report is part of a batch that was not stored. */
    ABORTED,
    /** The service failed. */
    FAILED;

    static SubmissionOutcome of(SubmissionResult result) {
        if (result instanceof Accepted) {
            return result instanceof Stored ? STORED : UNCHANGED;
        }
        int status = result.status();
        return status == ProblemType.BATCH_ABORTED.status() ? ABORTED : status < 500 ? REFUSED : FAILED;
    }

    boolean isAccepted() {
        return this == STORED || this == UNCHANGED;
    }
}
