package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.NameLength;

/**
 * A report year.
 *
 * @param year the report year; optional in a request, as the path contains it
 * @param form the statutory form, named by the year of the notice that introduced it; determined by the report year
 * @param departmentDeadline the last day in time for departments, in Beijing time; optional in a request. Without it,
 *     the deadline is not changed; the initial one is 31 January of the next year (Article 49)
 * @param governmentDeadline the last day in time for governments; optional like that of departments. The initial one is
 *     31 March of the next year
 * @param openedAt time at which the year was opened and its roster was frozen; ignored in requests
 * @param openedBy the person who opened the year; only shown to the oversight office, and ignored in requests
 * @param obligations number of agencies on the roster that owe a report; ignored in requests
 */
public record CycleEntry(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Form.NAME_PATTERN, examples = "2021")
        String form,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2024-01-31")
        LocalDate departmentDeadline,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2024-03-31")
        LocalDate governmentDeadline,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant openedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = NameLength.ACTOR)
        String openedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long obligations) {

    /** Returns the entry without the members that only the oversight office may see. */
    CycleEntry published() {
        return new CycleEntry(year, form, departmentDeadline, governmentDeadline, openedAt, null, obligations);
    }

    static CycleEntry of(Cycle cycle) {
        return new CycleEntry(
                (int) cycle.year,
                Forms.of(cycle.year).orElseThrow().name(),
                cycle.departmentDeadline,
                cycle.governmentDeadline,
                cycle.openedAt,
                cycle.openedBy,
                Obligation.count("id.year = ?1 and not exempt", cycle.year));
    }
}
