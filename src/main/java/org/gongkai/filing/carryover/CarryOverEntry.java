package org.gongkai.filing.carryover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.FindingView;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Pointers;

/**
 * A line of the ledger of requests carried over: what last year's reports in force carry forward (table 三, row 四), and
 * what the report in force carries over from last year (row 二), for one type of applicant.
 *
 * @param agency the agency, with the name that it had when the year was opened
 * @param kind kind of the agency
 * @param district district of the agency when the year was opened
 * @param category category of the agency when the year was opened
 * @param year the report year
 * @param applicantType the type of applicant; {@code total} for all
 * @param pointer JSON Pointer (RFC 6901) to row 二 in the report
 * @param carriedForward row 四 of last year's reports in force, added over {@code sources}; {@code null} if one of them
 *     is missing
 * @param carriedOver row 二 of the report in force; {@code null} if there is none
 * @param difference {@code carriedOver} minus {@code carriedForward}; {@code null} if one of them is
 * @param status result of the comparison
 * @param obstacle reason why nothing could be compared; absent unless the status is {@code NOT_COMPARED}
 * @param sources codes of the agencies whose reports on last year are added: the agency itself, and predecessors whose
 *     tasks it has taken over since
 * @param explanation reason that the agency gave for this difference; absent if there is none
 * @param history revisions that changed either side, the oldest first
 */
@Schema(name = "CarryOverEntry")
public record CarryOverEntry(
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        @Schema(examples = "2023") int year,

        @Schema(pattern = Figure.NAME_PATTERN, examples = "naturalPerson")
        String applicantType,

        @Schema(format = Pointers.FORMAT, examples = "/requests/carriedOver/naturalPerson")
        String pointer,

        @Schema(nullable = true, minimum = "0", examples = "5")
        BigDecimal carriedForward,

        @Schema(nullable = true, minimum = "0", examples = "4")
        BigDecimal carriedOver,

        @Schema(nullable = true, examples = "-1") BigDecimal difference,
        CarryOverStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) CarryOverObstacle obstacle,
        @Schema(pattern = CodeFormat.PATTERN) List<String> sources,
        @JsonInclude(JsonInclude.Include.NON_NULL) FindingView.Explanation explanation,
        List<CarryOverChange> history) {

    static CarryOverEntry of(CarryOverLine line, List<CarryOverChange> history) {
        return new CarryOverEntry(
                new Named(line.id.agency(), line.name),
                line.kind,
                new Named(line.district.code, line.district.name),
                new Named(line.category.code, line.category.name),
                line.id.year(),
                line.id.applicantType(),
                line.pointer(),
                line.carriedForward,
                line.carriedOver,
                line.difference,
                line.status,
                line.obstacle,
                line.sources,
                line.reason == null
                        ? null
                        : new FindingView.Explanation(line.reason, line.explainedBy, line.explainedAt),
                history);
    }
}
