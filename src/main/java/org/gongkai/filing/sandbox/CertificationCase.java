package org.gongkai.filing.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;

/**
 * A case of a certification run.
 *
 * @param code code of the case
 * @param title the behaviour that the case shows, in the language of the response
 * @param request the request that shows it
 * @param done whether the holder has shown it
 * @param agency code of the agency of the report by which it was shown first; absent if there is none
 * @param year year of that report; absent if there is none
 * @param at time at which it was shown first; absent while it is open
 * @param lastAt time at which it was shown last; absent while it is open
 * @param times number of requests that have shown it
 */
public record CertificationCase(
        TestCase code,
        String title,
        @Schema(maxLength = 200) String request,
        boolean done,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant lastAt,
        @Schema(minimum = "0") long times) {

    /**
     * Returns a case.
     *
     * @param shown the evidence; empty while the case is open
     */
    static CertificationCase of(TestCase code, Optional<ShownCase> shown, Language language) {
        return new CertificationCase(
                code,
                code.title().in(language),
                code.call(),
                shown.isPresent(),
                shown.map(evidence -> evidence.agency).orElse(null),
                shown.map(evidence -> evidence.year).map(Short::intValue).orElse(null),
                shown.map(evidence -> evidence.at).orElse(null),
                shown.map(evidence -> evidence.lastAt).orElse(null),
                shown.map(evidence -> evidence.times).orElse(0L));
    }
}
