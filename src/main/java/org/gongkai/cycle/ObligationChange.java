package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;

/**
 * The individual obligation of an agency.
 *
 * @param deadline the last day in time, in Beijing time; without it, the deadline of the cycle applies
 * @param exempt whether the agency is exempted and owes no report; false if omitted
 * @param reason reason of the change, at most 2,000 characters
 */
public record ObligationChange(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2024-02-29")
        LocalDate deadline,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean exempt,

        @Schema(required = true, minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "机构改革，人员未到位")
        String reason) {

    boolean isExempt() {
        return Boolean.TRUE.equals(exempt);
    }
}
