package org.gongkai.statistics;

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

/** Puts a question to the database: one statement, so all of its answer is of one snapshot. */
final class RollUpStatement {

    private RollUpStatement() {}

    /** The sums that answer a question, at most so many. */
    static Sums sums(Connection connection, Question question, SeriesRegister register, int most) throws SQLException {
        Map<String, Object> values = RollUpValues.of(question, register, most);
        try (PreparedStatement statement = RollUpSql.of(question).prepare(connection, values);
                ResultSet rows = statement.executeQuery()) {
            return read(rows, question);
        }
    }

    private static Sums read(ResultSet rows, Question question) throws SQLException {
        long version = 0;
        Instant at = null;
        Map<Sums.Keys, Sums.Group> groups = new HashMap<>();
        Map<Sums.Keys, Map<Short, BigDecimal>> values = new HashMap<>();
        while (rows.next()) {
            version = rows.getLong("version");
            at = rows.getObject("at", OffsetDateTime.class).toInstant();
            Sums.Keys keys = keys(rows, question);
            if (rows.getObject("expected") != null) {
                groups.put(keys, group(rows, question));
            }
            if (rows.getObject("value") != null) {
                values.computeIfAbsent(keys, group -> new HashMap<>())
                        .put(rows.getShort("series"), rows.getBigDecimal("value"));
            }
        }
        return new Sums(version, at, groups, values);
    }

    private static Sums.Keys keys(ResultSet rows, Question question) throws SQLException {
        return new Sums.Keys(
                rows.getInt("span"),
                question.by(Dimension.YEAR) ? (Integer) rows.getInt("key_year") : null,
                question.by(Dimension.DISTRICT) ? rows.getString("key_district") : null,
                question.by(Dimension.CATEGORY) ? rows.getString("key_category") : null,
                question.by(Dimension.AGENCY) ? rows.getString("key_agency") : null);
    }

    private static Sums.Group group(ResultSet rows, Question question) throws SQLException {
        return new Sums.Group(
                named(rows, "district", question.by(Dimension.DISTRICT)),
                named(rows, "category", question.by(Dimension.CATEGORY)),
                named(rows, "agency", question.by(Dimension.AGENCY)),
                rows.getLong("reports"),
                rows.getLong("expected"),
                rows.getLong("on_time"),
                rows.getLong("owing"));
    }

    private static Named named(ResultSet rows, String register, boolean asked) throws SQLException {
        return asked ? new Named(rows.getString("key_" + register), rows.getString(register + "_name")) : null;
    }
}
