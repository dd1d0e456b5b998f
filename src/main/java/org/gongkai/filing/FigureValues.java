package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.report.Series;
import org.hibernate.Session;

/** Writes what a revision adds to each series, for roll-ups: groups and totals like leaves, and nothing where that is zero. */
@ApplicationScoped
class FigureValues {

    private static final String INSERT = """
            insert into figure_value (series, year, agency, revision, value)
            select v.series, ?, ?, ?, v.value
            from unnest(?::smallint[], ?::numeric[]) as v (series, value)
            """;

    private final Session session;
    private final SeriesRegister register;

    FigureValues(Session session, SeriesRegister register) {
        this.session = session;
        this.register = register;
    }

    void write(RevisionId id, Contents report) {
        Map<Series, BigDecimal> sums = report.form().sums(report.figures());
        session.doWork(connection -> insert(connection, id, sums));
    }

    private void insert(Connection connection, RevisionId id, Map<Series, BigDecimal> sums) throws SQLException {
        Object[] series = sums.keySet().stream().map(register::numberOf).toArray();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setShort(1, id.year());
            statement.setString(2, id.agency());
            statement.setInt(3, id.revision());
            statement.setArray(4, connection.createArrayOf("smallint", series));
            statement.setArray(
                    5, connection.createArrayOf("numeric", sums.values().toArray()));
            statement.executeUpdate();
        }
    }
}
