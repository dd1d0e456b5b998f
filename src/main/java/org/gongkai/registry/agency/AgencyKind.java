package org.gongkai.registry.agency;

import java.time.LocalDate;
import java.time.MonthDay;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The kind of an agency, which determines the scope of its report and the deadline. */
public enum AgencyKind {
    /** A department reports on itself, by 31 January. Roll-ups include its figures. */
    DEPARTMENT(MonthDay.of(1, 31), new Text("部门", "Department")),
    /**
     * A government reports on all its departments together, by 31 March. Roll-ups exclude its figures, which would
     * count those of the departments twice.
     */
    GOVERNMENT(MonthDay.of(3, 31), new Text("政府", "Government"));

    private final MonthDay deadline;
    private final Text label;

    AgencyKind(MonthDay deadline, Text label) {
        this.deadline = deadline;
        this.label = label;
    }

    /** Returns the last day that Article 49 allows for the report on a year. */
    public LocalDate statutoryDeadline(int year) {
        return deadline.atYear(year + 1);
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static AgencyKind fromString(String name) {
        return ParameterFault.choose("kind", name, values(), AgencyKind::name);
    }
}
