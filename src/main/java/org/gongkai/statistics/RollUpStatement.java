package org.gongkai.statistics;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        Map<Sums.Group, Map<String, Sums.Sum>> groups = new LinkedHashMap<>();
        while (rows.next()) {
            version = rows.getLong("version");
            at = rows.getObject("at", OffsetDateTime.class).toInstant();
            if (rows.getString("figure") != null) {
                groups.computeIfAbsent(group(rows, question), group -> new HashMap<>())
                        .put(rows.getString("figure"), sum(rows));
            }
        }
        return new Sums(version, at, groups);
    }

    private static Sums.Group group(ResultSet rows, Question question) throws SQLException {
        return new Sums.Group(
                question.by(Dimension.YEAR) ? rows.getInt("key_year") : null,
                named(rows, "district", question.by(Dimension.DISTRICT)),
                named(rows, "category", question.by(Dimension.CATEGORY)),
                named(rows, "agency", question.by(Dimension.AGENCY)),
                question.by(Dimension.APPLICANT_TYPE) ? rows.getString("type") : null);
    }

    private static Named named(ResultSet rows, String key, boolean asked) throws SQLException {
        return asked ? new Named(rows.getString(key), rows.getString(key + "_name")) : null;
    }

    private static Sums.Sum sum(ResultSet rows) throws SQLException {
        return new Sums.Sum(
                plain(rows.getBigDecimal("value")),
                rows.getLong("reports"),
                rows.getLong("expected"),
                rows.getLong("on_time"),
                rows.getLong("owing"));
    }

    /** Without trailing zeros, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
