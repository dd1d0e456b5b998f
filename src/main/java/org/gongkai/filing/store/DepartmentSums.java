package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Series;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Departments;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;
import org.hibernate.Session;

/**
 * Adds up the reports in force of a government's departments: those in its district, as roll-ups count them. Only a
 * government's report needs the sum, when it is checked. It does not contain reports that the same transaction stores.
 */
@ApplicationScoped
class DepartmentSums {

    /** The district is that of the roster or, without a line on it, the current one. */
    private static final String ASKED = """
            with asked as materialized (
                select s.year, array(
                    select w.place
                    from place_within w
                    where w.district = coalesce(
                        (select o.district from obligation o where o.year = s.year and o.agency = s.agency),
                        (select a.district from agency a where a.code = s.agency))) as places
                from unnest(?::text[], ?::bigint[]) as s (agency, year)
            )
            """;

    private static final String SUMS = ASKED + """
            select f.series, sum(f.value) * r.unit as value
            from fact f
            join series r on r.id = f.series
            where f.series = any(array(select id from series)) and f.year = (select year from asked)
              and f.place = any((select places from asked)::integer[])
            group by f.series, r.unit""";

    private static final String COVERAGE = ASKED + """
            select count(c.revision) as reports, count(*) as expected
            from coverage c
            where c.year = (select year from asked) and c.place = any((select places from asked)::integer[])
              and (c.owes or c.revision is not null)""";

    private static final String OPENED =
            "select exists (select 1 from unnest(?::bigint[]) as y (year) join cycle on cycle.year = y.year) as opened";

    /** A report that was corrected or withdrawn has changed the sum, too. */
    private static final String CHANGED = """
            with department as materialized (
                select c.agency
                from coverage c
                where c.year = :year and c.place = any(array(
                    select w.place
                    from place_within w
                    where w.district = coalesce(
                        (select o.district from obligation o where o.year = :year and o.agency = :agency),
                        (select a.district from agency a where a.code = :agency))))
            )
            select exists (
                select 1
                from department d
                join agency a on a.number = d.agency
                join revision r on r.agency = a.code and r.year = :year
                where r.status in ('ACCEPTED', 'SUPERSEDED') and r.decided_at > :since or r.withdrawal_at > :since)""";

    private static final List<Argument<FilingId>> OF_REPORT =
            List.of(Argument.text(FilingId::agency), Argument.number(FilingId::year));

    private static final List<Argument<FilingId>> OF_YEAR = List.of(Argument.number(FilingId::year));

    private final EntityManager entities;
    private final SeriesRegister register;

    DepartmentSums(EntityManager entities, SeriesRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Reads the departments of the government that a report is about. */
    Departments of(FilingId report) {
        Map<Short, BigDecimal> sums = new HashMap<>();
        Coverage coverage = new Coverage();
        StatementPipeline.onDistributedTables()
                .query(SUMS, rows -> readSums(rows, sums), List.of(report), OF_REPORT)
                .query(COVERAGE, coverage::read, List.of(report), OF_REPORT)
                .query(OPENED, coverage::readOpened, List.of(report), OF_YEAR)
                .execute(entities);
        return new Departments(sum(report.year(), sums), coverage.reports, coverage.expected, coverage.isComplete());
    }

    /**
     * Returns whether the reports in force of the government's departments have changed.
     *
     * @param report the government's report
     * @param since the instant after which they may have changed
     */
    boolean haveChanged(FilingId report, Instant since) {
        return entities.unwrap(Session.class)
                .createNativeQuery(CHANGED, Boolean.class)
                .setParameter("year", report.year())
                .setParameter("agency", report.agency())
                .setParameter("since", since)
                .getSingleResult();
    }

    private Contents sum(int year, Map<Short, BigDecimal> sums) {
        Form form = Forms.of(year).orElseThrow();
        Map<Cell, BigDecimal> cells = new HashMap<>();
        for (Figure figure : form.figures()) {
            for (Cell cell : figure.cells()) {
                cells.put(cell, sums.getOrDefault(register.numberOf(Series.ofCell(figure, cell)), BigDecimal.ZERO));
            }
        }
        return Contents.of(year, form, FilledForm.of(form, cells::get), Set.of());
    }

    private static void readSums(ResultSet rows, Map<Short, BigDecimal> sums) throws SQLException {
        while (rows.next()) {
            sums.put(rows.getShort("series"), rows.getBigDecimal("value"));
        }
    }

    /** The number of reports. */
    private static final class Coverage {

        private long reports;
        private long expected;
        private boolean opened;

        void read(ResultSet rows) throws SQLException {
            rows.next();
            reports = rows.getLong("reports");
            expected = rows.getLong("expected");
        }

        void readOpened(ResultSet rows) throws SQLException {
            rows.next();
            opened = rows.getBoolean("opened");
        }

        boolean isComplete() {
            return opened && reports > 0 && reports == expected;
        }
    }
}
