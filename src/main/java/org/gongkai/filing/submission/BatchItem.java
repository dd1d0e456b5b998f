package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.text.CodeFormat;

/**
 * A report with its agency and year, as an item of a batch or for a validation.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param report the report
 * @param explanations explanations of the warnings that the report will raise, at most 1,000; optional
 */
public record BatchItem(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,
        @Schema(ref = "Report") Object report,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = ExplanationEntry.MAX_NUMBER)
        List<ExplanationEntry> explanations) {}
