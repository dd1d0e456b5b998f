package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.registry.Named;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUpQuery;

/** Puts a question to the database: one statement, so all of its answer is of one snapshot. */
final class RollUpStatement {

    private RollUpStatement() {}

    /** The sums that answer a question, at most so many. */
    static AggregateResult sums(Connection connection, RollUpQuery rollUpQuery, SeriesRegister register, int most)
            throws SQLException {
        Map<String, Object> values = RollUpValues.of(rollUpQuery, register, most);
        try (PreparedStatement statement = RollUpSql.of(rollUpQuery).prepare(connection, values);
                ResultSet rows = statement.executeQuery()) {
            return read(rows, rollUpQuery);
        }
    }

    private static AggregateResult read(ResultSet rows, RollUpQuery rollUpQuery) throws SQLException {
        long version = 0;
        Instant at = null;
        Map<AggregateResult.Keys, AggregateResult.Group> groups = new HashMap<>();
        Map<AggregateResult.Keys, Map<Short, BigDecimal>> values = new HashMap<>();
        while (rows.next()) {
            version = rows.getLong("version");
            at = rows.getObject("at", OffsetDateTime.class).toInstant();
            AggregateResult.Keys keys = keys(rows, rollUpQuery);
            if (rows.getObject("expected") != null) {
                groups.put(keys, group(rows, rollUpQuery));
            }
            if (rows.getObject("value") != null) {
                values.computeIfAbsent(keys, group -> new HashMap<>())
                        .put(rows.getShort("series"), rows.getBigDecimal("value"));
            }
        }
        return new AggregateResult(version, at, groups, values);
    }

    private static AggregateResult.Keys keys(ResultSet rows, RollUpQuery rollUpQuery) throws SQLException {
        return new AggregateResult.Keys(
                rows.getInt("span"),
                rollUpQuery.by(Dimension.YEAR) ? (Integer) rows.getInt("key_year") : null,
                rollUpQuery.by(Dimension.DISTRICT) ? rows.getString("key_district") : null,
                rollUpQuery.by(Dimension.CATEGORY) ? rows.getString("key_category") : null,
                rollUpQuery.by(Dimension.AGENCY) ? rows.getString("key_agency") : null);
    }

    private static AggregateResult.Group group(ResultSet rows, RollUpQuery rollUpQuery) throws SQLException {
        return new AggregateResult.Group(
                named(rows, "district", rollUpQuery.by(Dimension.DISTRICT)),
                named(rows, "category", rollUpQuery.by(Dimension.CATEGORY)),
                named(rows, "agency", rollUpQuery.by(Dimension.AGENCY)),
                rows.getLong("reports"),
                rows.getLong("expected"),
                rows.getLong("on_time"),
                rows.getLong("owing"));
    }

    private static Named named(ResultSet rows, String register, boolean asked) throws SQLException {
        return asked ? new Named(rows.getString("key_" + register), rows.getString(register + "_name")) : null;
    }
}
