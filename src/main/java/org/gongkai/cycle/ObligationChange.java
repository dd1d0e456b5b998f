package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;

/**
 * What one agency owes otherwise than the others.
 *
 * @param deadline the last day, in Beijing time, on which it is in time; without it, that of the cycle
 * @param exempt whether it owes no report after all; may be left out, and is then false
 * @param reason why, at most 2,000 characters
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
