package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.revision.Withdrawal;
import org.gongkai.rules.FindingView;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;
import org.gongkai.text.Sha256;

/**
 * Proof that a report was accepted for storage.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision, from 1; the same as before when the content is unchanged
 * @param status status of the revision
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 * @param submittedAt time at which the revision was stored, by the server's clock
 * @param decision decision on the revision, by the oversight office or automatic; absent while it waits
 * @param withdrawal the withdrawal of the revision; absent unless it is withdrawn
 * @param withdrawalRequest the request of the agency to withdraw the revision in force; absent where there is none
 * @param findings findings that did not cause a rejection
 */
public record Receipt(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,
        RevisionStatus status,
        @Schema(pattern = Sha256.PATTERN) String contentHash,
        Instant submittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawalRequest,
        List<FindingView> findings) {

    public static Receipt of(RevisionSnapshot snapshot, Language language, Visibility visibility) {
        RevisionRow revision = snapshot.revision();
        return new Receipt(
                revision.agency(),
                revision.year(),
                revision.revision(),
                revision.status(),
                revision.contentHash(),
                revision.submittedAt(),
                DecisionView.of(revision, visibility),
                Withdrawal.visible(revision.withdrawal(), visibility),
                visibility == Visibility.FULL ? revision.withdrawalRequest() : null,
                snapshot.findings().in(language, visibility));
    }
}
