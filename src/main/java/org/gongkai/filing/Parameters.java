package org.gongkai.filing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.stream.Stream;

/** The parameters of a statement, set one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int position;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    /** Sets the parameters for one of several things that a statement is carried out for. */
    interface Setting<T> {
        void set(Parameters parameters, T of) throws SQLException;
    }

    /** Carries a statement out for each of several things, all of which are sent at once. */
    static <T> void each(Connection connection, String sql, Stream<T> things, Setting<T> setting) throws SQLException {
        Iterator<T> rest = things.iterator();
        if (!rest.hasNext()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            while (rest.hasNext()) {
                setting.set(new Parameters(statement), rest.next());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++position, value);
        return this;
    }

    Parameters number(int value) throws SQLException {
        statement.setInt(++position, value);
        return this;
    }

    Parameters time(Instant value) throws SQLException {
        statement.setObject(
                ++position, value == null ? null : value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Parameters json(String value) throws SQLException {
        statement.setObject(++position, value, Types.OTHER);
        return this;
    }

    Parameters array(String type, Stream<?> values) throws SQLException {
        statement.setArray(++position, statement.getConnection().createArrayOf(type, values.toArray()));
        return this;
    }

    Parameters revision(RevisionId id) throws SQLException {
        return text(id.agency()).number(id.year()).number(id.revision());
    }
}
