package org.gongkai.filing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/**
 * The predecessors and successors of agencies that have a report in force for the same year, if that is the year in
 * which the tasks passed from one to the other.
 */
final class Relatives {

    private static final String IN_FORCE = """
            select s.agency, r.year, r.agency as relative
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as s (agency, first, last)
            cross join lateral (
                select p.code, p.valid_to from agency p where p.successor = s.agency
                union all
                select p.code, p.valid_to from agency p where p.split_into <> '{}' and p.split_into @> array[s.agency]
                union all
                select unnest(a.split_into || a.successor), a.valid_to from agency a where a.code = s.agency
            ) k
            join revision r on r.agency = k.code and r.year between s.first and s.last
            where r.status = 'ACCEPTED' and r.year = extract(year from k.valid_to + 1)""";

    private final Map<FilingId, SortedSet<String>> byReport = new HashMap<>();

    private Relatives() {}

    /**
     * Adds a statement that reads the relatives with reports in force.
     *
     * @return the relatives; there are none until the statement is executed
     */
    static Relatives of(StatementPipeline statements, List<ReportLoader.Span> spans) {
        Relatives relatives = new Relatives();
        statements.query(
                IN_FORCE,
                relatives::read,
                spans,
                List.of(
                        Argument.text(ReportLoader.Span::agency),
                        Argument.number(ReportLoader.Span::judged),
                        Argument.number(ReportLoader.Span::last)));
        return relatives;
    }

    /** Adds the relatives of other agencies or years. */
    void add(Relatives others) {
        byReport.putAll(others.byReport);
    }

    /** Returns the codes of the relatives with a report in force for the year of a report, sorted. */
    List<String> of(FilingId report) {
        return List.copyOf(byReport.getOrDefault(report, new TreeSet<>()));
    }

    private void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            byReport.computeIfAbsent(
                            new FilingId(rows.getString("agency"), rows.getShort("year")), report -> new TreeSet<>())
                    .add(rows.getString("relative"));
        }
    }
}
