package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Cell;
import org.gongkai.report.Contents;
import org.gongkai.report.FigureRole;
import org.gongkai.report.Figures;
import org.hibernate.Session;

/** Writes the figures of a revision for roll-ups: those that are not zero, without totals, which are sums of the others. */
@ApplicationScoped
class FigureValues {

    private static final String NO_COLUMNS = "_Z";

    private static final String INSERT = """
            insert into figure_value (agency, year, revision, figure, applicant_type, value)
            select ?, ?, ?, v.figure, v.applicant_type, v.value
            from unnest(?::text[], ?::text[], ?::numeric[]) as v (figure, applicant_type, value)
            """;

    private final EntityManager entities;

    FigureValues(EntityManager entities) {
        this.entities = entities;
    }

    void write(RevisionId id, Contents report) {
        Figures figures = report.figures();
        List<Cell> cells = report.form().figures().stream()
                .filter(figure -> figure.role() == FigureRole.LEAF)
                .flatMap(figure -> figure.cells().stream())
                .filter(cell -> !cell.total() && figures.at(cell).signum() != 0)
                .toList();
        entities.unwrap(Session.class).doWork(connection -> insert(connection, id, cells, figures));
    }

    private static void insert(Connection connection, RevisionId id, List<Cell> cells, Figures figures)
            throws SQLException {
        List<String> types = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        for (Cell cell : cells) {
            types.add(cell.applicantType() == null ? NO_COLUMNS : cell.applicantType());
            values.add(figures.at(cell));
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, id.agency());
            statement.setShort(2, id.year());
            statement.setInt(3, id.revision());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", cells.stream().map(Cell::figure).toArray()));
            statement.setArray(5, connection.createArrayOf("text", types.toArray()));
            statement.setArray(6, connection.createArrayOf("numeric", values.toArray()));
            statement.executeUpdate();
        }
    }
}
