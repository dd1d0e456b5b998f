package org.gongkai.filing.submission;

import java.io.IOException;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.problem.ProblemException;

/** The result of a submission. */
public sealed interface SubmissionResult {

    /** A step that reads or stores a submission. */
    interface Action {
        SubmissionResult run() throws IOException;
    }

    /** A submission whose content is stored, by itself or before. */
    sealed interface Accepted extends SubmissionResult {

        /** Returns the revision that has the content, as it was right after the submission. */
        RevisionSnapshot snapshot();
    }

    /** A submission that made a revision. */
    record Stored(RevisionSnapshot snapshot) implements Accepted {

        @Override
        public int status() {
            return 201;
        }
    }

    /** A submission with the content of the newest revision. */
    record Unchanged(RevisionSnapshot snapshot) implements Accepted {

        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * A submission of which nothing is stored, because of a fault in it, a failure of the service, or another item of
     * its batch.
     */
    record Rejected(RuntimeException reason) implements SubmissionResult {

        public ProblemException problem() {
            return ProblemException.of(reason);
        }

        @Override
        public int status() {
            return problem().type().status();
        }
    }

    /** Returns the HTTP status of the result. */
    int status();

    /** Runs an action; an exception becomes a rejection. */
    static SubmissionResult of(Action action) throws IOException {
        try {
            return action.run();
        } catch (RuntimeException failed) {
            return new Rejected(failed);
        }
    }

    /** Returns the accepted submission, or throws the reason of the rejection. */
    default Accepted orElseThrow() {
        if (this instanceof Rejected rejected) {
            throw rejected.reason();
        }
        return (Accepted) this;
    }
}
