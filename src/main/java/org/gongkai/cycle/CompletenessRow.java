package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;

/**
 * The number of owed reports by state. Each owed report is counted in exactly one of {@code onTime}, {@code late},
 * {@code returned} and {@code missing}.
 *
 * @param district district of the agencies on the roster; absent unless grouped by district
 * @param category category of the agencies on the roster; absent unless grouped by category
 * @param expected agencies on the frozen roster that owe a report
 * @param onTime reports with the first submission before their deadline
 * @param late reports with the first submission after their deadline
 * @param returned reports that the oversight office returned, with none in force and no other one submitted
 * @param missing agencies that have not submitted a report
 * @param overdue the returned and missing reports whose deadline has passed
 * @param inForce the reports on time and late that are in force
 * @param onTimeRate {@code onTime} divided by {@code expected}, from 0 to 1, with four decimals; {@code null} if no
 *     report is expected
 * @param submissionRate the sum of {@code onTime} and {@code late} divided by {@code expected}, from 0 to 1, with four
 *     decimals; {@code null} if no report is expected
 * @param nil the reports in force in which every figure of the tables is zero
 * @param nilStated the number of these whose agency stated that it had nothing to report (nil return)
 */
public record CompletenessRow(
        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,
        @Schema(minimum = "0") long expected,
        @Schema(minimum = "0") long onTime,
        @Schema(minimum = "0") long late,
        @Schema(minimum = "0") long returned,
        @Schema(minimum = "0") long missing,
        @Schema(minimum = "0") long overdue,
        @Schema(minimum = "0") long inForce,

        @Schema(nullable = true, minimum = "0", maximum = "1")
        BigDecimal onTimeRate,

        @Schema(nullable = true, minimum = "0", maximum = "1")
        BigDecimal submissionRate,

        @Schema(minimum = "0") long nil,
        @Schema(minimum = "0") long nilStated) {

    static CompletenessRow of(Named district, Named category, long[] counts) {
        long expected = counts[0];
        return new CompletenessRow(
                district,
                category,
                expected,
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                rate(counts[1], expected),
                rate(counts[1] + counts[2], expected),
                counts[7],
                counts[8]);
    }

    private static BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
