package org.gongkai.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL whose parameters have names.
 *
 * @param text the statement as JDBC wants it
 * @param names the name behind each question mark
 */
public record BoundSql(String text, List<String> names) {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

    public static BoundSql of(String sql) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql);
        String text = matcher.replaceAll(name -> {
            names.add(name.group(1));
            return "?";
        });
        return new BoundSql(text, List.copyOf(names));
    }

    public PreparedStatement prepare(Connection connection, Map<String, Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int position = 0; position < names.size(); position++) {
            statement.setObject(position + 1, jdbc(connection, values.get(names.get(position))));
        }
        return statement;
    }

    private static Object jdbc(Connection connection, Object value) throws SQLException {
        if (value instanceof Short[] numbers) {
            return connection.createArrayOf("smallint", numbers);
        }
        return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
    }
}
