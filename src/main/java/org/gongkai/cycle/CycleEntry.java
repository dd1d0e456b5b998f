package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.statutory.Forms;

/**
 * A report year.
 *
 * @param year the report year; in a request it may be left out, as the path has it
 * @param form the statutory form, by the year of the notice that fixed it; follows from the year
 * @param departmentDeadline the last day, in Beijing time, on which a department is in time; in a request it may be left out, and is
 *     then what it was, at first 31 January of the next year (Article 49)
 * @param governmentDeadline the same for governments, at first 31 March of the next year
 * @param openedAt when the year was opened, and its roster frozen; not read from requests
 * @param openedBy who opened it; only for the oversight office, and not read from requests
 * @param obligations agencies on the roster that owe a report; not read from requests
 */
public record CycleEntry(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2023")
        Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2021")
        String form,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2024-01-31")
        LocalDate departmentDeadline,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "2024-03-31")
        LocalDate governmentDeadline,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant openedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String openedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "0")
        Long obligations) {

    /** What everybody may know of it. */
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
