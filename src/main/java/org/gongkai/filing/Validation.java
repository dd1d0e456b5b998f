package org.gongkai.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Language;
import org.gongkai.rules.Cause;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reading;

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

        List<Finding> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Cause> causes) {

    static Validation refused(Reading reading, Language language) {
        return new Validation(
                false,
                null,
                null,
                reading.faults().stream()
                        .map(fault -> Finding.of(fault, language))
                        .toList(),
                reading.causes().stream()
                        .map(cause -> Cause.of(cause, language))
                        .toList());
    }

    static Validation of(Remarks remarks, RevisionStatus status, String contentHash, Language language) {
        return new Validation(true, status, contentHash, remarks.in(language), List.of());
    }
}
