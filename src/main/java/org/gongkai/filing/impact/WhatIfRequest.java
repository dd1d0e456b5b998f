package org.gongkai.filing.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;

/**
 * Supposed changes of a report.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param changes the changes, each of another cell or text, at most 500; without any, the question is what the base
 *     itself would move
 * @param base the revision that is changed; by default the one in force
 */
public record WhatIfRequest(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,

        @Schema(maxItems = CellChange.MAX_NUMBER) List<CellChange> changes,

        @JsonInclude(JsonInclude.Include.NON_NULL) WhatIfBase base) {}
