package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.SuspectCellView;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.text.Language;

/**
 * What a submission would be answered.
 *
 * @param valid whether it would be stored
 * @param status where its revision would stand; absent when it would be refused
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content; absent when it would be refused
 * @param findings what would be found in it
 * @param causes the cells that probably explain several of the errors each; absent where none does
 */
public record Validation(
        boolean valid,
        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = "^[0-9a-f]{64}$")
        String contentHash,

        List<FindingView> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SuspectCellView> causes) {

    static Validation refused(ReportCheck reportCheck, Language language) {
        return new Validation(
                false,
                null,
                null,
                reportCheck.findings().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList(),
                reportCheck.suspectCells().stream()
                        .map(cause -> SuspectCellView.of(cause, language))
                        .toList());
    }

    static Validation of(Findings findings, RevisionStatus status, String contentHash, Language language) {
        return new Validation(true, status, contentHash, findings.in(language), List.of());
    }
}
