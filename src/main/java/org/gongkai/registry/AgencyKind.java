package org.gongkai.registry;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
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

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final MonthDay deadline;

    AgencyKind(MonthDay deadline) {
        this.deadline = deadline;
    }

    /** The moment from which a report on that year is late: the end of the last day that Article 49 allows. */
    public Instant dueFor(int year) {
        return deadline.atYear(year + 1).plusDays(1).atStartOfDay(BEIJING).toInstant();
    }

    /** Called by the framework with the value of a parameter. */
    public static AgencyKind fromString(String name) {
        return ParameterFault.choose("kind", name, values(), AgencyKind::name);
    }
}
