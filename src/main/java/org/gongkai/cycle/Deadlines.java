package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.registry.Agency;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.Standing;
import org.hibernate.Session;

/** When the reports of agencies for a range of years are due. */
public final class Deadlines {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final String OF_AGENCIES = """
            select c.year, c.department_deadline, c.government_deadline, o.agency, o.kind, o.deadline
            from cycle c
            left join obligation o on o.year = c.year and o.agency = any (?)
            where c.year between ? and ?""";

    private final Map<Integer, Map<AgencyKind, LocalDate>> ofCycles = new HashMap<>();
    private final Map<ObligationId, LocalDate> ofObligations = new HashMap<>();

    private Deadlines() {}

    /** Those of agencies for a range of years. */
    public static Deadlines of(Collection<String> agencies, int first, int last) {
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OF_AGENCIES)) {
                statement.setArray(1, connection.createArrayOf("text", agencies.toArray()));
                statement.setInt(2, first);
                statement.setInt(3, last);
                Deadlines deadlines = new Deadlines();
                deadlines.read(statement.executeQuery());
                return deadlines;
            }
        });
    }

    private void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            int year = rows.getInt("year");
            Map<AgencyKind, LocalDate> ofCycle = ofCycles.computeIfAbsent(year, key -> new EnumMap<>(AgencyKind.class));
            ofCycle.put(AgencyKind.DEPARTMENT, rows.getObject("department_deadline", LocalDate.class));
            ofCycle.put(AgencyKind.GOVERNMENT, rows.getObject("government_deadline", LocalDate.class));
            String kind = rows.getString("kind");
            if (kind != null) {
                LocalDate own = rows.getObject("deadline", LocalDate.class);
                ofObligations.put(
                        new ObligationId((short) year, rows.getString("agency")),
                        own == null ? ofCycle.get(AgencyKind.valueOf(kind)) : own);
            }
        }
    }

    /** The moment from which its report on one of the years is late: the end of its last day. */
    public Instant dueFor(Standing agency, int year) {
        Map<AgencyKind, LocalDate> ofCycle = ofCycles.get(year);
        LocalDate day = ofCycle == null ? agency.kind().statutoryDeadline(year) : ofCycle.get(agency.kind());
        return endOf(ofObligations.getOrDefault(new ObligationId((short) year, agency.code()), day));
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
