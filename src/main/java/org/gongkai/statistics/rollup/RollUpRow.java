package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.Named;

/**
 * One sum. It has the keys the roll-up is grouped by, and always figure, value and coverage.
 *
 * @param year the report year
 * @param district the district; with {@code level} the one of that level the agency lies in, or its own where that is higher
 * @param category the category
 * @param agency the agency
 * @param applicantType the type of applicant
 * @param figure code of the figure
 * @param value the sum, in the figure's unit; of a rate, the ratio, null where there is nothing to divide by
 * @param reports reports counted in the group
 * @param expected reports the group would have if every department on the roster had one for every year, and those that have one
 *     without being on it; where a year was not opened, every department that existed at its end
 */
public record RollUpRow(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "naturalPerson")
        String applicantType,

        @Schema(examples = "requests.newlyReceived") String figure,

        @Schema(examples = "12", nullable = true) BigDecimal value,
        @Schema(minimum = "0") long reports,
        @Schema(minimum = "0") long expected) {}
