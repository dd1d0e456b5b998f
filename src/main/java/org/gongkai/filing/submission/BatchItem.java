package org.gongkai.filing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A report with its agency and year, as an item of a batch or for a validation.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param report the report
 * @param explanations explanations of the warnings that the report will raise, at most 1,000; optional
 * @param changeReason reason of the correction, which is published with the revision; required if a revision with
 *     other content is in force
 * @param approvedBy name of the person who is responsible for the report (负责人 or 审签人); only for the agency and the
 *     oversight office; optional
 * @param nil whether the agency states that it had nothing to report (nil return): all figures must be 0 then; optional
 */
public record BatchItem(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2023") int year,
        @Schema(ref = "Report") Object report,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = ExplanationEntry.MAX_NUMBER)
        List<ExplanationEntry> explanations,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = SubmissionNotes.MAX_CHANGE_REASON, examples = "表三第二行误填，现予更正")
        String changeReason,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = NameLength.PERSON, examples = "李明")
        String approvedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean nil) {}
