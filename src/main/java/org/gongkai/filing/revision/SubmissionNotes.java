package org.gongkai.filing.revision;

/**
 * The remarks of an agency on a submission, which are stored with the revision.
 *
 * @param changeReason the reason why the report is changed, which is published with the revision; {@code null} if none is
 *     given
 * @param approvedBy name of the person who is responsible for the report (负责人 or 审签人); {@code null} if none is given
 */
public record SubmissionNotes(String changeReason, String approvedBy) {

    /** Maximum length of the reason in Unicode code points: percent-encoded, it fits the address of a request. */
    public static final int MAX_CHANGE_REASON = 500;

    /** A submission without remarks. */
    public static final SubmissionNotes NONE = new SubmissionNotes(null, null);
}
