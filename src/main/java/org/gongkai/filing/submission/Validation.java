package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.Findings;
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
 * @param findings findings about the report
 * @param causes cells that probably explain several of the errors each; absent where there are none
 */
public record Validation(
        boolean valid,
        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Sha256.PATTERN)
        String contentHash,

        List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SuspectCellView> causes) {

    static Validation rejected(ProblemException problem, Language language) {
        return new Validation(
                false,
                null,
                null,
                problem.findings().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList(),
                problem.causes().stream()
                        .map(cause -> SuspectCellView.of(cause, language))
                        .toList());
    }

    static Validation valid(Findings findings, RevisionStatus status, String contentHash, Language language) {
        return new Validation(true, status, contentHash, findings.in(language, Visibility.FULL), List.of());
    }
}
