package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.receipt.ReceiptSigner;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.revision.Withdrawal;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;
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
 * @param changeReason reason of the agency to change the report; absent where none was given
 * @param approvedBy name of the person who is responsible for the report; absent where none was given; only for the agency
 *     and the oversight office
 * @param decision decision on the revision, by the oversight office or automatic; absent while it waits
 * @param withdrawal the withdrawal of the revision; absent unless it is withdrawn
 * @param withdrawalRequest the request of the agency to withdraw the revision in force; absent where there is none
 * @param findings findings that did not cause a rejection
 * @param nilStated whether the agency stated that it had nothing to report (nil return)
 * @param ruleBook version of the rule book that the report was checked by when it was submitted; absent for revisions from
 *     before the versions
 * @param sandbox true if the report is a test, which has no effect; absent for a real report
 * @param signature signature of the receipt: a compact JWS (EdDSA) whose payload repeats agency, year, revision, status,
 *     contentHash, submittedAt, the times of decision and withdrawal, and ruleBook. The keys are at /api/v1/receipt-keys;
 *     no published key verifies that of a test
 */
public record Receipt(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,
        @Schema(minimum = "1", examples = "1") int revision,
        RevisionStatus status,
        @Schema(pattern = Sha256.PATTERN) String contentHash,
        Instant submittedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = SubmissionNotes.MAX_CHANGE_REASON, examples = "表三第二行误填，现予更正")
        String changeReason,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = NameLength.PERSON, examples = "李明")
        String approvedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawal,
        @JsonInclude(JsonInclude.Include.NON_NULL) Withdrawal withdrawalRequest,
        List<FindingView> findings,
        boolean nilStated,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = RuleBook.VERSION_PATTERN, examples = RuleBook.VERSION)
        String ruleBook,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean sandbox,
        @Schema(pattern = SIGNATURE_PATTERN) String signature) {

    private static final String SIGNATURE_PATTERN = "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}$";

    /** Returns the receipt of a revision, and signs it. */
    public static Receipt of(
            RevisionSnapshot snapshot, Language language, Visibility visibility, ReceiptSigner signer) {
        RevisionRow revision = snapshot.revision();
        return new Receipt(
                revision.agency(),
                revision.year(),
                revision.revision(),
                revision.status(),
                revision.contentHash(),
                revision.submittedAt(),
                revision.changeReason(),
                visibility == Visibility.FULL ? revision.approvedBy() : null,
                DecisionView.of(revision, language, visibility),
                Withdrawal.visible(revision.withdrawal(), visibility),
                visibility == Visibility.FULL ? revision.withdrawalRequest() : null,
                snapshot.findings().in(language, visibility),
                revision.nilStated(),
                revision.ruleBook(),
                snapshot.isInSandbox() ? true : null,
                signer.sign(snapshot));
    }
}
