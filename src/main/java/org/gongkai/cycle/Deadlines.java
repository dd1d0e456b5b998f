package org.gongkai.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.agency.ReportingAuthority;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.text.BeijingTime;

/** The deadlines of agencies for a range of report years. */
public final class Deadlines {

    private static final String OF_CYCLES =
            "select year, department_deadline, government_deadline from cycle where year = any (?::bigint[])";

    private static final String OF_OBLIGATIONS = """
            select o.year, o.agency, o.kind, o.deadline
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as s (agency, first, last)
            join obligation o on o.agency = s.agency and o.year between s.first and s.last""";

    private final Map<Integer, Map<AgencyKind, LocalDate>> ofCycles = new HashMap<>();
    private final Map<ObligationId, LocalDate> ofObligations = new HashMap<>();

    private Deadlines() {}

    /**
     * Adds statements that read the deadlines of agencies for a range of years.
     *
     * @return the deadlines; they are empty until the statements are executed
     */
    public static Deadlines of(StatementPipeline statements, List<String> agencies, int first, int last) {
        Deadlines deadlines = new Deadlines();
        List<Integer> years = IntStream.rangeClosed(first, last).boxed().toList();
        statements.query(OF_CYCLES, deadlines::ofCycles, years, List.of(Argument.number(year -> year)));
        statements.query(
                OF_OBLIGATIONS,
                deadlines::ofObligations,
                agencies,
                List.of(
                        Argument.text(agency -> agency),
                        Argument.number(agency -> first),
                        Argument.number(agency -> last)));
        return deadlines;
    }

    /** Adds the deadlines of other agencies or years. */
    public void add(Deadlines others) {
        ofCycles.putAll(others.ofCycles);
        ofObligations.putAll(others.ofObligations);
    }

    private void ofCycles(ResultSet rows) throws SQLException {
        while (rows.next()) {
            Map<AgencyKind, LocalDate> deadlines = new EnumMap<>(AgencyKind.class);
            deadlines.put(AgencyKind.DEPARTMENT, rows.getObject("department_deadline", LocalDate.class));
            deadlines.put(AgencyKind.GOVERNMENT, rows.getObject("government_deadline", LocalDate.class));
            ofCycles.put(rows.getInt("year"), deadlines);
        }
    }

    private void ofObligations(ResultSet rows) throws SQLException {
        while (rows.next()) {
            ObligationId id = new ObligationId(rows.getShort("year"), rows.getString("agency"));
            LocalDate own = rows.getObject("deadline", LocalDate.class);
            AgencyKind kind = AgencyKind.valueOf(rows.getString("kind"));
            ofObligations.put(id, own == null ? ofCycles.get((int) id.year()).get(kind) : own);
        }
    }

    /**
     * Returns the first instant at which a report of an agency on one of the years is late: the end of the last day in
     * time.
     */
    public Instant dueFor(ReportingAuthority agency, int year) {
        Map<AgencyKind, LocalDate> ofCycle = ofCycles.get(year);
        LocalDate day = ofCycle == null ? agency.kind().statutoryDeadline(year) : ofCycle.get(agency.kind());
        return endOf(ofObligations.getOrDefault(new ObligationId((short) year, agency.code()), day));
    }

    /**
     * Returns the last day in time for an agency: its individual deadline, the deadline of the cycle or, if the year is
     * not open, the statutory one.
     */
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

    /** Returns the first instant after a day in Beijing time. */
    static Instant endOf(LocalDate day) {
        return BeijingTime.startOf(day.plusDays(1));
    }
}
