package org.gongkai.filing.submission;

/** What became of a report that was handed in. */
enum SubmissionOutcome {
    /** It made a revision. */
    STORED,
    /** Its content was that of the newest revision. */
    UNCHANGED,
    /** Something is wrong with it, or with how it was handed in. */
    REFUSED,
    /** It was part of a batch that was not stored. */
    ABORTED,
    /** Something is wrong with the service. */
    FAILED;

    /** By the status it was answered with, or would have been by itself. */
    static SubmissionOutcome of(int status) {
        return switch (status) {
            case 201 -> STORED;
            case 200 -> UNCHANGED;
            case 424 -> ABORTED;
            default -> status < 500 ? REFUSED : FAILED;
        };
    }

    boolean isTakenIn() {
        return this == STORED || this == UNCHANGED;
    }
}
