package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.Named;

/**
 * How many reports are owed, and what has become of them. Each that is owed is counted under one of {@code onTime}, {@code late},
 * {@code returned} and {@code missing}.
 *
 * @param district the district the agencies belonged to; absent unless grouped by it
 * @param category the category they belonged to; absent unless grouped by it
 * @param expected agencies on the frozen roster that owe a report
 * @param onTime reports first handed in before their deadline had passed
 * @param late reports first handed in later
 * @param returned reports the office sent back, of which none is in force and no other has come in
 * @param missing agencies that have handed nothing in
 * @param overdue of those returned and missing, the ones that should be here by now
 * @param inForce of those on time and late, the ones in force
 * @param onTimeRate {@code onTime} of {@code expected}, from 0 to 1, to four places; {@code null} where nothing is expected
 * @param submissionRate {@code onTime} and {@code late} of {@code expected}, likewise
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
        BigDecimal submissionRate) {

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
                rate(counts[1] + counts[2], expected));
    }

    private static BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
