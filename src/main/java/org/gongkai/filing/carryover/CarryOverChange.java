package org.gongkai.filing.carryover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;

/**
 * A change of one side of a line: a revision came into force with another value than before, or the report went out of
 * force.
 *
 * @param at the time, by the server's clock
 * @param side the side that changed
 * @param agency code of the agency whose report changed
 * @param year year of that report
 * @param revision number of the revision that came into force; absent if the report went out of force
 * @param value value of the cell in that revision; absent if the report went out of force
 */
public record CarryOverChange(
        Instant at,
        Side side,

        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(examples = "2022") int year,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1", examples = "2")
        Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0", examples = "5")
        BigDecimal value) {

    /** The sides of a line. */
    public enum Side {
        /** Row 四 of a report on last year. */
        CARRIED_FORWARD,
        /** Row 二 of the report. */
        CARRIED_OVER
    }
}
