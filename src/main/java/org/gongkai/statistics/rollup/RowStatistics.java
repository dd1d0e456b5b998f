package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The statistics of a row, as far as the query asks for them. A statistic that is not defined is absent: of a row without a
 * value, for example.
 *
 * @param rank the position among the rows of the same figure, type of applicant and year, 1 for the highest value. Equal
 *     values have the same rank, and the next lower value is as many ranks lower. Rows without a value have none
 * @param percentile the share of the other such rows with a lower value, in per cent, with at most two decimals: 0 for the
 *     lowest and 100 for the highest. Absent for the only row
 * @param share the share in the sum of such rows, between 0 and 1, with at most six decimals. Absent for rates
 * @param mean the arithmetic mean of the reports in the row, with at most six decimals. A zero in a report counts, a missing
 *     report does not; for a rate, reports whose denominator is zero do not count
 * @param median the median of the same reports: with an even number, the mean of the two in the middle
 * @param quartiles the first and the third quartile of the same reports
 * @param change the change of the value on the year before
 */
public record RowStatistics(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1", examples = "1")
        Long rank,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0", maximum = "100", examples = "87.5")
        BigDecimal percentile,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "0.25")
        BigDecimal share,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "14.5")
        BigDecimal mean,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "12")
        BigDecimal median,

        @JsonInclude(JsonInclude.Include.NON_NULL) Quartiles quartiles,
        @JsonInclude(JsonInclude.Include.NON_NULL) YearlyChange change) {

    /** No statistics. */
    public static final RowStatistics NONE = new RowStatistics(null, null, null, null, null, null, null);

    /**
     * Two quartiles, interpolated linearly between the neighbours when the position lies between two reports.
     *
     * @param first the value that a quarter of the reports do not exceed
     * @param third the value that three quarters of the reports do not exceed
     */
    public record Quartiles(
            @Schema(examples = "4.25") BigDecimal first,
            @Schema(examples = "21") BigDecimal third) {}

    /**
     * A change on the year before.
     *
     * @param absolute the difference, in the unit of the figure; negative for a decrease
     * @param percent the difference in per cent of the value of the year before, with at most two decimals; absent when that
     *     value is zero or negative
     * @param reports the number of reports counted in the year before
     * @param expected the number of reports expected in the year before
     */
    public record YearlyChange(
            @Schema(examples = "3") BigDecimal absolute,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "33.33")
            BigDecimal percent,

            @Schema(minimum = "0", examples = "13") long reports,
            @Schema(minimum = "0", examples = "13") long expected) {}

    /** Returns those statistics that a query asks for. */
    public RowStatistics only(Set<Statistic> wanted) {
        return new RowStatistics(
                wanted.contains(Statistic.RANK) ? rank : null,
                wanted.contains(Statistic.PERCENTILE) ? percentile : null,
                wanted.contains(Statistic.SHARE) ? share : null,
                wanted.contains(Statistic.MEAN) ? mean : null,
                wanted.contains(Statistic.MEDIAN) ? median : null,
                wanted.contains(Statistic.QUARTILES) ? quartiles : null,
                change);
    }

    RowStatistics with(YearlyChange changed) {
        return new RowStatistics(rank, percentile, share, mean, median, quartiles, changed);
    }
}
