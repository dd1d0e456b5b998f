package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.Named;

/**
 * A report that is owed, and what has become of it.
 *
 * @param agency the agency, by the name it had when the year was opened
 * @param kind whether it reports on itself, or as a government on all its departments
 * @param district the district it belonged to then
 * @param category the category it belonged to then
 * @param state what has become of the report
 * @param deadline the last day, in Beijing time, on which it is in time
 * @param overdue whether it should be here by now, by the server's clock, and is not
 * @param inForce whether a report is in force
 * @param firstSubmittedAt when it was first handed in, by the server's clock; absent where nothing was
 * @param reason why the line is not as it was when the year was opened; absent while it is
 */
public record ObligationEntry(
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        ObligationState state,
        LocalDate deadline,
        boolean overdue,
        boolean inForce,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant firstSubmittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    static ObligationEntry of(ObligationLine line, Instant now) {
        return new ObligationEntry(
                new Named(line.id.agency(), line.name),
                line.kind,
                new Named(line.district.code, line.district.name),
                new Named(line.category.code, line.category.name),
                line.state,
                line.deadline,
                line.isOverdue(now),
                line.inForce,
                line.firstSubmittedAt,
                line.reason);
    }
}
