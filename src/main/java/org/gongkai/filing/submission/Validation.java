package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.problem.ProblemException;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.SuspectCellView;
import org.gongkai.text.Language;
import org.gongkai.text.Sha256;

/**
 * The expected result of a submission.
 *
 * @param valid whether the report would be stored
 * @param status status that its revision would have; absent when it would be rejected
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content; absent when it would be rejected
 * @param corrects number of the revision in force that the report would correct, because its content differs: then a
 *     submission needs a changeReason; absent where there is none, or when the report would be rejected
 * @param findings findings about the report
 * @param causes cells that probably explain several of the errors each; absent where there are none
 */
public record Validation(
        boolean valid,
        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Sha256.PATTERN)
        String contentHash,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer corrects,

        List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SuspectCellView> causes) {

    static Validation rejected(ProblemException problem, Language language) {
        return new Validation(
                false,
                null,
                null,
                null,
                problem.findings().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList(),
                problem.causes().stream()
                        .map(cause -> SuspectCellView.of(cause, language))
                        .toList());
    }

    /** Returns the result of a submission that was tried and undone. It has had the reason that a correction needs. */
    public static Validation expected(RevisionSnapshot snapshot, Language language) {
        return valid(
                snapshot.findings(),
                snapshot.revision().status(),
                snapshot.revision().contentHash(),
                null,
                language);
    }

    static Validation valid(
            Findings findings, RevisionStatus status, String contentHash, Integer corrects, Language language) {
        return new Validation(true, status, contentHash, corrects, findings.in(language, Visibility.FULL), List.of());
    }
}
