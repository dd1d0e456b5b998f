package org.gongkai.filing.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.RowStatistics.Quartiles;
import org.gongkai.text.Pointers;

/**
 * A figure that is far from those of other reports of the year. It may well be right: the agency should check it. A figure
 * is far if it differs from the median by 10 or more, in its unit, and lies outside the quartiles by more than three
 * times the distance between them (the outer fences of Tukey).
 *
 * @param pointer RFC 6901 JSON Pointer to the cell
 * @param cell the place of the cell on paper
 * @param figure code of the figure
 * @param value the number in the report
 * @param group the reports that it is compared with
 * @param district the smallest district around the agency with at least five such reports
 * @param category the category of these reports; absent if all categories count
 * @param reports the number of these reports, including this one if it is in force
 * @param median the median of these reports
 * @param quartiles the first and the third quartile of these reports
 * @param difference value minus median
 * @param action what to do
 */
public record PeerDifference(
        @Schema(format = Pointers.FORMAT) String pointer,
        String cell,
        @Schema(pattern = Figure.CODE_PATTERN) String figure,
        BigDecimal value,
        Group group,
        Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,
        @Schema(minimum = "5") long reports,
        BigDecimal median,
        Quartiles quartiles,
        BigDecimal difference,
        String action) {

    /** The property that the compared reports share. */
    @Schema(name = "PeerGroup")
    public enum Group {
        /** All departments of the district; for a government, the governments. */
        DISTRICT,
        /** The agencies of the same category in the district. */
        CATEGORY
    }
}
