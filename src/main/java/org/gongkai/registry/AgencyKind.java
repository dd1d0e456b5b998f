package org.gongkai.registry;

import java.time.LocalDate;
import java.time.MonthDay;
import org.gongkai.problem.ParameterFault;

/** The kind of an agency, which determines the scope of its report and the deadline. */
public enum AgencyKind {
    /** A department reports on itself, by 31 January. Roll-ups include its figures. */
    DEPARTMENT(MonthDay.of(1, 31)),
    /**
     * A government reports on all its departments together, by 31 March. Roll-ups exclude its figures, which would
     * count those of the departments twice.
     */
    GOVERNMENT(MonthDay.of(3, 31));

    private final MonthDay deadline;

    AgencyKind(MonthDay deadline) {
        this.deadline = deadline;
    }

    /** Returns the last day that Article 49 allows for the report on a year. */
    public LocalDate statutoryDeadline(int year) {
        return deadline.atYear(year + 1);
    }

    /** Returns the Chinese name of the kind. */
    String label() {
        return this == DEPARTMENT ? "部门" : "政府";
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static AgencyKind fromString(String name) {
        return ParameterFault.choose("kind", name, values(), AgencyKind::name);
    }
}
