package org.gongkai.filing.revalidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;

/**
 * The stored reports to check.
 *
 * @param years the report years; if omitted or empty, all
 * @param district code of a district that contains the agencies now, directly or in a lower district; if omitted, all
 */
public record RevalidationRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RevalidationRequest.MAX_YEARS, minimum = "0", examples = "2023")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN, examples = "430200")
        String district) {

    /** The maximum number of years. */
    static final int MAX_YEARS = 100;
}
