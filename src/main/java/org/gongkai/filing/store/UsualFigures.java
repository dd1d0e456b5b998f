package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.cycle.CycleOpened;
import org.gongkai.form.Cell;
import org.gongkai.form.Series;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.rules.book.FigureUnusual;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;
import org.hibernate.Session;

/**
 * The largest values that are usual in a category: a hundred times the value that 95 % of its reports in force for the
 * five years before do not exceed, and at least 1,000. They are computed when a report year is opened, for categories
 * with at least five such reports, and do not change afterwards.
 */
@ApplicationScoped
class UsualFigures {

    private static final String COMPUTE = """
            insert into usual_figure (year, category, kind, series, most)
            with counted as (
                select r.year, r.agency, r.revision, r.category, r.kind
                from revision r
                where r.status = 'ACCEPTED' and r.year between :year - 5 and :year - 1
            ), size as (
                select category, kind, count(*) as reports from counted group by category, kind having count(*) >= 5
            ), ranked as (
                select c.category, c.kind, v.series, v.value,
                       row_number() over (partition by c.category, c.kind, v.series order by v.value desc) as rank
                from counted c
                join figure_value v on v.series = any(:series) and v.year = c.year and v.agency = c.agency
                     and v.revision = c.revision
            )
            select :year, s.category, s.kind, x.series, 100 * (coalesce(max(r.value), 0) + 10)
            from size s
            cross join unnest(cast(:series as smallint[])) as x (series)
            left join ranked r on r.category = s.category and r.kind = s.kind and r.series = x.series
                 and r.rank = greatest(1, ceil(0.05 * s.reports))
            group by s.category, s.kind, x.series""";

    /** Reads nothing for an agency that has reported before. */
    private static final String OF_FIRST_REPORTS = """
            select s.agency, u.series, u.most
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as s (agency, first, year)
            join agency a on a.code = s.agency
            join usual_figure u on u.year = s.year and u.category = a.category and u.kind = a.kind
            where not exists (select 1 from filing f
                              where f.agency = s.agency and f.year >= s.first and f.year < s.year)""";

    private final Session session;
    private final SeriesRegister register;

    UsualFigures(Session session, SeriesRegister register) {
        this.session = session;
        this.register = register;
    }

    /** Computes the values for a year. */
    void compute(@Observes CycleOpened opened) {
        session.flush();
        session.createNativeMutationQuery(COMPUTE)
                .setParameter("year", opened.year())
                .setParameter("series", cells(opened.year()).keySet().toArray(Short[]::new))
                .executeUpdate();
    }

    /**
     * Adds a statement that reads the values for the first reports of agencies.
     *
     * @return the values by agency and cell; the map is empty until the statement is executed
     */
    Map<String, Map<Cell, BigDecimal>> ofFirstReports(StatementPipeline statements, List<ReportLoader.Span> spans) {
        Map<String, Map<Cell, BigDecimal>> usual = new HashMap<>();
        Map<String, Integer> years =
                spans.stream().collect(Collectors.toMap(ReportLoader.Span::agency, ReportLoader.Span::judged));
        statements.query(
                OF_FIRST_REPORTS,
                rows -> read(rows, years, usual),
                spans,
                List.of(
                        Argument.text(ReportLoader.Span::agency),
                        Argument.number(ReportLoader.Span::first),
                        Argument.number(ReportLoader.Span::judged)));
        return usual;
    }

    private void read(ResultSet rows, Map<String, Integer> years, Map<String, Map<Cell, BigDecimal>> usual)
            throws SQLException {
        Map<Integer, Map<Short, Cell>> cells = new HashMap<>();
        while (rows.next()) {
            String agency = rows.getString("agency");
            Cell cell = cells.computeIfAbsent(years.get(agency), this::cells).get(rows.getShort("series"));
            usual.computeIfAbsent(agency, code -> new HashMap<>()).put(cell, rows.getBigDecimal("most"));
        }
    }

    /** Returns the cells that are compared, on the form of a year, by the number of their series. */
    private Map<Short, Cell> cells(int year) {
        return FigureUnusual.figures(Forms.of(year).orElseThrow())
                .collect(Collectors.toMap(
                        figure -> register.numberOf(Series.of(figure, Series.ALL_APPLICANTS)),
                        figure -> figure.total().orElseThrow(),
                        (one, same) -> one));
    }
}
