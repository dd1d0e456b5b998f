package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics;

/**
 * Runs the statement of a roll-up whose rows the database makes: of a query that wants the first rows only, or statistics. It
 * is one statement, so its result belongs to one snapshot.
 */
final class RowStatement {

    static final SqlScript IN_FORCE = RollUpStatement.script("location.sql", "in-force.sql", "rows.sql");
    static final SqlScript AS_REPORTED =
            RollUpStatement.script("location.sql", "as-reported.sql", "sums.sql", "rows.sql");
    static final SqlScript CURRENT_BOUNDARIES =
            RollUpStatement.script("current-boundaries.sql", "sums.sql", "rows.sql");

    private RowStatement() {}

    private static SqlScript script(RollUpQuery query) {
        if (query.onCurrentBoundaries()) {
            return CURRENT_BOUNDARIES;
        }
        return RollUpStatement.readsWhatIsInForce(query) ? IN_FORCE : AS_REPORTED;
    }

    /**
     * Makes the rows of a query.
     *
     * @param maxRows the maximum number of rows of its answer; one more is made if there are more
     */
    static SelectedRows run(Connection connection, ResolvedQuery resolved, SeriesRegister register, int maxRows)
            throws SQLException {
        List<Measure> measures = Measure.of(resolved);
        List<SelectedRow> rows = script(resolved.query())
                .with(RollUpParts.tables(resolved), RollUpParts.of(resolved))
                .list(
                        connection,
                        RollUpValues.ofRows(resolved, measures, register, maxRows),
                        row -> selectedRow(row, resolved.query(), measures));
        return new SelectedRows(
                rows.get(0).snapshot,
                rows.stream().flatMap(row -> row.row.stream()).toList());
    }

    private record SelectedRow(StatementSnapshot snapshot, Optional<RollUpRow> row) {}

    private static SelectedRow selectedRow(ResultSet row, RollUpQuery query, List<Measure> measures)
            throws SQLException {
        Integer measure = row.getObject("measure", Integer.class);
        return new SelectedRow(
                StatementSnapshot.of(row),
                measure == null ? Optional.empty() : Optional.of(rollUpRow(row, query, measures.get(measure))));
    }

    private static RollUpRow rollUpRow(ResultSet row, RollUpQuery query, Measure measure) throws SQLException {
        boolean isRate = measure.isRate() && !row.getBoolean("withheld");
        return new RollUpRow(
                query.by(Dimension.YEAR) ? (Integer) row.getInt("key_year") : null,
                RollUpStatement.named(row, Dimension.DISTRICT, query),
                RollUpStatement.named(row, Dimension.CATEGORY, query),
                RollUpStatement.named(row, Dimension.AGENCY, query),
                query.by(Dimension.APPLICANT_TYPE) ? measure.type() : null,
                measure.figure().code(),
                number(row, "value"),
                isRate ? number(row, "numerator") : null,
                isRate ? number(row, "denominator") : null,
                row.getLong("reports"),
                row.getLong("expected"),
                row.getLong("late"),
                row.getLong("nil"),
                row.getLong("nil_stated"),
                statistics(row).only(query.stats()));
    }

    private static RowStatistics statistics(ResultSet row) throws SQLException {
        Array array = row.getArray("quartiles");
        Double[] quartiles = array == null ? new Double[3] : (Double[]) array.getArray();
        return new RowStatistics(
                row.getObject("rank", Long.class),
                number(row, "percentile"),
                number(row, "share"),
                number(row, "mean"),
                number(quartiles[1]),
                quartiles[0] == null ? null : new RowStatistics.Quartiles(number(quartiles[0]), number(quartiles[2])),
                null);
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : RollUpRows.plain(value);
    }

    private static BigDecimal number(Double value) {
        return value == null
                ? null
                : RollUpRows.plain(BigDecimal.valueOf(value).setScale(Rate.SCALE, RoundingMode.HALF_UP));
    }
}
