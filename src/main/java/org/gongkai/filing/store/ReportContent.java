package org.gongkai.filing.store;

import java.time.Instant;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.report.Contents;

/**
 * The content of a report, for the search for the same content in reports of other agencies.
 *
 * @param filing the report
 * @param hash the hash of its content
 * @param submittedAt the time of its submission, before which the others must have been submitted; {@code null} for a
 *     report that is submitted now
 */
public record ReportContent(FilingId filing, String hash, Instant submittedAt) {

    /** Returns the content of a report that is submitted now; empty if all figures are 0, as in many reports. */
    public static Optional<ReportContent> submittedNow(FilingId filing, Contents contents, String hash) {
        return of(filing, contents, hash, null);
    }

    /** Returns the content of a stored revision; empty if all figures are 0. */
    static Optional<ReportContent> of(TrackedRevision revision) {
        return of(
                revision.row().filing(),
                revision.contents(),
                revision.row().contentHash(),
                revision.row().submittedAt());
    }

    private static Optional<ReportContent> of(FilingId filing, Contents contents, String hash, Instant submittedAt) {
        return contents.figures().areAllZero()
                ? Optional.empty()
                : Optional.of(new ReportContent(filing, hash, submittedAt));
    }
}
