package org.gongkai.filing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.CodeFormat;

/**
 * The findings of a changed rule book in stored reports. Nothing is stored.
 *
 * @param ruleBook version of the rule book that is compared with
 * @param years the report years
 * @param district code of the district; absent for all
 * @param reports number of reports that were checked: revisions in force, and those that wait for a decision
 * @param refused number of reports that any of the changed rules would refuse, if they were submitted again
 * @param rules the effect of each change, in the order of the request
 */
public record RulePreview(
        @Schema(pattern = RuleBook.VERSION_PATTERN) String ruleBook,

        @Schema(maxItems = RulePreviewRequest.MAX_YEARS, minimum = "0")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
        String district,

        @Schema(minimum = "0") long reports,
        @Schema(minimum = "0") long refused,
        List<RuleEffect> rules) {}
