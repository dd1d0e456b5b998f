package org.gongkai.filing.revalidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A run that checks stored reports with the current rule book.
 *
 * @param id number of the run
 * @param state state of the run
 * @param ruleBook version of the rule book
 * @param years the report years; absent for all
 * @param district code of the district; absent for all
 * @param total number of reports to check, counted at the start: revisions in force, and those that wait for a decision;
 *     at the end, the number that was checked
 * @param checked number of reports that have been checked
 * @param added number of findings that were added so far
 * @param removed number of findings that were removed so far
 * @param rules these numbers by rule; rules without a change are absent
 * @param startedAt time of the start
 * @param startedBy name of the caller who started the run
 * @param finishedAt time of the end; absent while the run goes on
 * @param cancelledBy name of the caller who cancelled the run; absent unless it is cancelled
 */
@Schema(name = "Revalidation")
public record RevalidationEntry(
        @Schema(minimum = "1") long id,
        RevalidationState state,
        @Schema(pattern = RuleBook.VERSION_PATTERN) String ruleBook,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = RevalidationRequest.MAX_YEARS, minimum = "0")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
        String district,

        @Schema(minimum = "0") long total,
        @Schema(minimum = "0") long checked,
        @Schema(minimum = "0") long added,
        @Schema(minimum = "0") long removed,
        List<RuleCounts.OfRule> rules,
        Instant startedAt,
        @Schema(maxLength = NameLength.ACTOR) String startedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant finishedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = NameLength.ACTOR)
        String cancelledBy) {

    static RevalidationEntry of(Revalidation run, RuleCounts counts) {
        return new RevalidationEntry(
                run.id,
                run.state,
                run.ruleBook,
                run.reportYears(),
                run.district,
                run.total,
                run.checked,
                counts.added(),
                counts.removed(),
                counts.rules(),
                run.startedAt,
                run.startedBy,
                run.finishedAt,
                run.cancelledBy);
    }
}
