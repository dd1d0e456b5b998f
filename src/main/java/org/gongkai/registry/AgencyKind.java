package org.gongkai.registry;

import java.time.LocalDate;
import java.time.MonthDay;
import org.gongkai.problem.ParameterFault;

/** Whose report it is. */
public enum AgencyKind {
    /** A department reports on itself, by 31 January; its figures enter roll-ups. */
    DEPARTMENT(MonthDay.of(1, 31)),
    /**
     * A government reports on all its departments together, by 31 March; its figures would count them twice, so they never enter
     * roll-ups.
     */
    GOVERNMENT(MonthDay.of(3, 31));

    private final MonthDay deadline;

    AgencyKind(MonthDay deadline) {
        this.deadline = deadline;
    }

    /** The last day that Article 49 allows for the report on that year. */
    public LocalDate statutoryDeadline(int year) {
        return deadline.atYear(year + 1);
    }

    /** Called by the framework with the value of a parameter. */
    public static AgencyKind fromString(String name) {
        return ParameterFault.choose("kind", name, values(), AgencyKind::name);
    }
}
