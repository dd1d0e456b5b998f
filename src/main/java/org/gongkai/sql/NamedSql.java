package org.gongkai.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A statement with named parameters. A parameter is written as psql writes a quoted variable, {@code :'name'}: the same
 * text runs in psql, after {@code \set name value}, and over JDBC, with the value bound.
 *
 * @param text the statement, with a question mark for each parameter
 * @param names the name of the parameter behind each question mark
 */
public record NamedSql(String text, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile(":'([a-zA-Z]+)'");

    private static final Map<Class<?>, String> ELEMENT_TYPES =
            Map.of(Short[].class, "smallint", Integer[].class, "integer", String[].class, "text");

    /** Makes a value of the current row of a result. */
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Reads a statement as it is written in psql. */
    public static NamedSql of(String sql) {
        List<String> names = new ArrayList<>();
        String text = PARAMETER.matcher(sql).replaceAll(parameter -> {
            names.add(parameter.group(1));
            return "?";
        });
        return new NamedSql(text, List.copyOf(names));
    }

    /**
     * Runs a query.
     *
     * @param values the value of each parameter: a number, a text, an instant, or an array of numbers or texts; or null
     */
    public <T> List<T> list(Connection connection, Map<String, ?> values, RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepare(connection, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(mapper.map(rows));
            }
            return list;
        }
    }

    /** Runs a query that has exactly one row. */
    public <T> T single(Connection connection, Map<String, ?> values, RowMapper<T> mapper) throws SQLException {
        List<T> rows = list(connection, values, mapper);
        if (rows.size() != 1) {
            throw new SQLException("Expected one row, found %s".formatted(rows.size()));
        }
        return rows.get(0);
    }

    /** Runs a statement and ignores its result. */
    public void execute(Connection connection, Map<String, ?> values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, values)) {
            statement.execute();
        }
    }

    private PreparedStatement prepare(Connection connection, Map<String, ?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int position = 0; position < names.size(); position++) {
            statement.setObject(position + 1, jdbcValue(connection, value(names.get(position), values)));
        }
        return statement;
    }

    private static Object value(String name, Map<String, ?> values) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("No value for the parameter " + name);
        }
        return values.get(name);
    }

    private static Object jdbcValue(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return value instanceof Object[] elements ? array(connection, elements) : value;
    }

    private static Array array(Connection connection, Object[] elements) throws SQLException {
        return connection.createArrayOf(ELEMENT_TYPES.get(elements.getClass()), elements);
    }
}
