package org.gongkai.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.registry.Agency;

/** When reports are due. */
public final class Deadlines {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Deadlines() {}

    /** The moment from which the report of an agency on a year is late: the end of its last day. */
    public static Instant dueFor(Agency agency, int year) {
        return endOf(lastDayFor(agency, year));
    }

    /** The last day on which it is in time: that of its own, or of the cycle, or where the year was not opened of the statute. */
    static LocalDate lastDayFor(Agency agency, int year) {
        Obligation owed = Obligation.findById(new ObligationId((short) year, agency.code));
        if (owed != null && owed.deadline != null) {
            return owed.deadline;
        }
        Cycle cycle = Cycle.findById((short) year);
        return cycle == null
                ? agency.kind.statutoryDeadline(year)
                : cycle.deadline(owed == null ? agency.kind : owed.kind);
    }

    /** The first moment after a day in Beijing. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}
