package org.gongkai.filing.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.review.DecisionView;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.revision.Withdrawal;
import org.gongkai.rules.FindingView;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;
import org.gongkai.text.Sha256;

/**
 * A version of a report.
 *
 * @param revision number of the revision, from 1
 * @param status status of the revision
 * @param submittedAt time at which the revision was stored, by the server's clock
 * @param submittedBy name of the submitter; only for the agency and the oversight office
 * @param changeReason reason of the agency to change the report; absent where none was given
 * @param approvedBy name of the person who is responsible for the report; absent where none was given; only for the agency
 *     and the oversight office
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 * @param decision decision on the revision; absent while it waits
 * @param supersededAt time at which a newer revision came into force; absent unless it is superseded
 * @param withdrawal the withdrawal of the revision; absent unless it is withdrawn
 * @param withdrawalRequest the request of the agency to withdraw the revision in force; absent where there is
 *     none; only for the agency and the oversight office
 * @param findings findings about the revision
 * @param nil whether every figure of the tables is zero
 * @param nilStated whether the agency stated that it had nothing to report (nil return)
 * @param sandbox true if it is a test, which has no effect; absent for a real report
 * @param report content of the revision; absent in lists
 */
public record ReportRevision(
        @Schema(minimum = "1") int revision,
        RevisionStatus status,
        Instant submittedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = NameLength.ACTOR)
        String submittedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = SubmissionNotes.MAX_CHANGE_REASON, examples = "表三第二行误填，现予更正")
        String changeReason,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = NameLength.PERSON, examples = "李明")
        String approvedBy,

        @Schema(pattern = Sha256.PATTERN) String contentHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant supersededAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawalRequest,
        List<FindingView> findings,
        boolean nil,
        boolean nilStated,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean sandbox,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "Report")
        Object report) {

    static ReportRevision of(RevisionSnapshot snapshot, Object report, Language language, Visibility visibility) {
        RevisionRow revision = snapshot.revision();
        return new ReportRevision(
                revision.revision(),
                revision.status(),
                revision.submittedAt(),
                visibility == Visibility.FULL ? revision.submittedBy() : null,
                revision.changeReason(),
                visibility == Visibility.FULL ? revision.approvedBy() : null,
                revision.contentHash(),
                DecisionView.of(revision, language, visibility),
                revision.supersededAt(),
                Withdrawal.visible(revision.withdrawal(), visibility),
                visibility == Visibility.FULL ? revision.withdrawalRequest() : null,
                snapshot.findings().in(language, visibility),
                revision.nil(),
                revision.nilStated(),
                snapshot.isInSandbox() ? true : null,
                report);
    }
}
