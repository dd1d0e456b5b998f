package org.gongkai.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.registry.Agency;

/** When reports are due. */
public final class Deadlines {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Deadlines() {}

    /**
     * The moment from which the report of an agency on a year is late: the end of the day it was given, or that of the cycle, or
     * where the year was not opened that of the statute.
     */
    public static Instant dueFor(Agency agency, int year) {
        Obligation owed = Obligation.findById(new ObligationId((short) year, agency.code));
        if (owed != null && owed.deadline != null) {
            return endOf(owed.deadline);
        }
        Cycle cycle = Cycle.findById((short) year);
        return endOf(
                cycle == null
                        ? agency.kind.statutoryDeadline(year)
                        : cycle.deadline(owed == null ? agency.kind : owed.kind));
    }

    /** The first moment from which a report on a year could be late: deadlines lie in the year after. */
    static Instant firstOf(int year) {
        return endOf(LocalDate.of(year + 1, 1, 1));
    }

    /** The first moment after a day in Beijing. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}
