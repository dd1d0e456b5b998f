package org.gongkai.filing.scoreboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.Rule;

/**
 * A row of the scoreboard. The members from {@code expected} to {@code overdue} count the reports that rosters of years
 * which are over list, without exemptions; each is in exactly one of {@code onTime}, {@code late},
 * {@code notResubmitted} and {@code missing}. The others also count reports that no roster lists. A report belongs to
 * the district and the category of its line on the roster or, without one, to those of the agency today. Grouped by
 * rule, a row has only the keys, the warnings and the refused submissions of the rule.
 *
 * @param year the report year; absent unless grouped by it
 * @param district the district; absent unless grouped by it
 * @param category the category; absent unless grouped by it
 * @param agency the agency; absent unless grouped by it
 * @param rule id of the rule; absent unless grouped by it
 * @param expected reports that are owed
 * @param onTime reports with the first submission before their deadline
 * @param late reports with the first submission after their deadline
 * @param notResubmitted reports that the oversight office returned, with none in force and no other one submitted
 * @param missing reports of which none was submitted, or all were withdrawn
 * @param overdue the reports of {@code notResubmitted} and {@code missing} whose deadline has passed
 * @param refusedAttempts submissions that were refused because of the content of the report (422), alone or in a batch,
 *     whoever submitted them; since the service counts them
 * @param returned revisions that the oversight office returned to the agency, whatever followed
 * @param corrected corrections: revisions that replaced one in force
 * @param withdrawn revisions that the oversight office withdrew while they were in force
 * @param openWarnings warnings without an explanation of the newest revision of each report that is in force or waits
 * @param explainedWarnings warnings with an explanation of the same revisions
 * @param rules the numbers of each rule that has any; absent when grouped by rule
 */
@Schema(name = "ScoreboardRow")
public record ScoreboardRow(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Rule.ID_PATTERN, examples = "CARRY-OVER")
        String rule,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long expected,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long onTime,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long late,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long notResubmitted,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long missing,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long overdue,

        @Schema(minimum = "0") long refusedAttempts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long returned,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long corrected,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long withdrawn,

        @Schema(minimum = "0") long openWarnings,
        @Schema(minimum = "0") long explainedWarnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<RuleScore> rules) {

    /** The row when no report is counted. */
    static final ScoreboardRow ZEROS =
            new ScoreboardRow(null, null, null, null, null, 0L, 0L, 0L, 0L, 0L, 0L, 0, 0L, 0L, 0L, 0, 0, List.of());

    /** Returns the row with the numbers of its rules. */
    ScoreboardRow with(List<RuleScore> scores) {
        return new ScoreboardRow(
                year,
                district,
                category,
                agency,
                rule,
                expected,
                onTime,
                late,
                notResubmitted,
                missing,
                overdue,
                refusedAttempts,
                returned,
                corrected,
                withdrawn,
                openWarnings,
                explainedWarnings,
                scores);
    }

    /** Returns the row of a rule with the same keys. */
    ScoreboardRow of(RuleScore score) {
        return new ScoreboardRow(
                year,
                district,
                category,
                agency,
                score.rule(),
                null,
                null,
                null,
                null,
                null,
                null,
                score.refusedAttempts(),
                null,
                null,
                null,
                score.openWarnings(),
                score.explainedWarnings(),
                null);
    }

    /** Returns the keys of the row, by which rows are sorted, in the format of a cursor. */
    String key() {
        return Stream.of(code(district), code(category), code(agency), year == null ? null : year.toString(), rule)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String code(Named named) {
        return named == null ? null : named.code();
    }
}
