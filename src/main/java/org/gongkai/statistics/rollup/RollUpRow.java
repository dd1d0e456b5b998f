package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.registry.code.Named;

/**
 * A sum, with the keys that the roll-up is grouped by, and always with figure, value and coverage.
 *
 * @param year the report year
 * @param district the district; with {@code level}, the district of that level that the agency lies in, or the agency's
 *     own district when that is higher
 * @param category the category
 * @param agency the agency
 * @param applicantType the type of applicant
 * @param figure code of the figure
 * @param value the sum, in the unit of the figure; for a rate the ratio. Null when {@code reports} is 0, because nobody
 *     reporting is not the same as zero, except for the rate of reports on time, which counts reports; null as well for a
 *     rate whose denominator is zero, and with fewer reports than {@code minCoverage} requires
 * @param numerator the numerator of a rate: a sum of figures or, for the rate of reports on time, a number of reports. Absent
 *     for other figures, and with fewer reports than {@code minCoverage} requires
 * @param denominator the denominator of a rate. Absent as the numerator
 * @param reports the number of reports counted in the group
 * @param expected the number of reports that the group should have: one a year for each department on the roster, and
 *     the reports of departments that are not on it; when a year was not opened, one for each department that existed
 *     at its end
 * @param late the number of reports counted that are owed and were first submitted after the deadline
 * @param nil the number of reports counted in which every figure of the tables is zero
 * @param nilStated the number of these whose agency stated that it had nothing to report (nil return). In the others every
 *     figure is zero as well, without that statement
 * @param statistics the statistics that the query asks for
 */
public record RollUpRow(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Figure.NAME_PATTERN, examples = "naturalPerson")
        String applicantType,

        @Schema(pattern = Figure.CODE_PATTERN, examples = "requests.newlyReceived")
        String figure,

        @Schema(examples = "12", nullable = true) BigDecimal value,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0", examples = "9")
        BigDecimal numerator,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0", examples = "12")
        BigDecimal denominator,

        @Schema(minimum = "0") long reports,
        @Schema(minimum = "0") long expected,
        @Schema(minimum = "0") long late,
        @Schema(minimum = "0") long nil,
        @Schema(minimum = "0") long nilStated,
        @JsonUnwrapped RowStatistics statistics) {

    /** Returns this row with its change on the year before. */
    public RollUpRow with(RowStatistics.YearlyChange change) {
        return new RollUpRow(
                year,
                district,
                category,
                agency,
                applicantType,
                figure,
                value,
                numerator,
                denominator,
                reports,
                expected,
                late,
                nil,
                nilStated,
                statistics.with(change));
    }
}
