package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.ExplanationEntry;

/**
 * A report with its agency and year, as an item of a batch or for a validation.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param report the report
 * @param explanations explanations of the warnings that the report will raise; optional
 */
public record BatchItem(
        @Schema(examples = "430212-finance") String agency,
        @Schema(examples = "2023") int year,
        @Schema(ref = "Report") Object report,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<ExplanationEntry> explanations) {}
