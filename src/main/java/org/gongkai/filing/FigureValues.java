package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.report.Series;
import org.hibernate.Session;

/** Writes what revisions add to each series, for roll-ups: groups and totals like leaves, and nothing where that is zero. */
@ApplicationScoped
class FigureValues {

    static final String TABLE = "figure_value";

    private static final String INSERT = """
            insert into %s (series, year, agency, revision, value)
            select v.series, r.year, r.agency, r.revision, v.value
            from unnest(?::smallint[], ?::numeric[], ?::bigint[]) as v (series, value, report)
            join unnest(?::smallint[], ?::text[], ?::integer[]) with ordinality as r (year, agency, revision, report)
                on r.report = v.report
            """;

    private final Session session;
    private final SeriesRegister register;

    FigureValues(Session session, SeriesRegister register) {
        this.session = session;
        this.register = register;
    }

    /**
     * A revision and what it says.
     *
     * @param id which it is
     * @param contents what it says
     */
    record Figured(RevisionId id, Contents contents) {}

    /** Writes those of several revisions at once. */
    void write(List<Figured> reports) {
        if (!reports.isEmpty()) {
            session.doWork(connection -> write(connection, TABLE, reports));
        }
    }

    /** The same, into a table of that shape. */
    void write(Connection connection, String table, List<Figured> reports) throws SQLException {
        List<Short> series = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (int report = 0; report < reports.size(); report++) {
            Contents contents = reports.get(report).contents();
            Map<Series, BigDecimal> sums = contents.form().sums(contents.figures());
            sums.keySet().forEach(key -> series.add(register.numberOf(key)));
            values.addAll(sums.values());
            positions.addAll(Collections.nCopies(sums.size(), report + 1L));
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT.formatted(table))) {
            Parameters.of(statement)
                    .array("smallint", series.stream())
                    .array("numeric", values.stream())
                    .array("bigint", positions.stream())
                    .array("smallint", ids(reports).map(RevisionId::year))
                    .array("text", ids(reports).map(RevisionId::agency))
                    .array("integer", ids(reports).map(RevisionId::revision));
            statement.executeUpdate();
        }
    }

    private static Stream<RevisionId> ids(List<Figured> reports) {
        return reports.stream().map(Figured::id);
    }
}
