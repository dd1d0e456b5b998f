package org.gongkai.filing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;

/**
 * A changed rule book, and the reports to check with it.
 *
 * @param years the report years
 * @param district code of a district that contains the agencies, directly or in a lower district; if omitted, all
 * @param changes the changes, each of another rule
 */
public record RulePreviewRequest(
        @Schema(minItems = 1, maxItems = RulePreviewRequest.MAX_YEARS, minimum = "0", examples = "2023")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN, examples = "430200")
        String district,

        @Schema(minItems = 1, maxItems = RulePreviewRequest.MAX_CHANGES)
        List<RuleChangeRequest> changes) {

    /** The maximum number of years. */
    static final int MAX_YEARS = 20;

    /** The maximum number of changes; more than there are rules. */
    static final int MAX_CHANGES = 50;
}
