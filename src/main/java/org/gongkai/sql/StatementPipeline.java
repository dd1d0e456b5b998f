package org.gongkai.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Statements that go to the database together, and are carried out one after the other. Each sees what those before it have done or have
 * waited for. On the way there and back, five cost what one does.
 */
public final class StatementPipeline {

    /** For one thing or a hundred, the plan is the same; making it costs more than carrying it out. */
    private static final String PLANNED_ONCE = "set local plan_cache_mode = force_generic_plan;\n";

    private final List<Leg<?>> legs = new ArrayList<>();

    /** Takes the rows that a statement answers. */
    public interface Rows {
        void read(ResultSet rows) throws SQLException;
    }

    private record Leg<T>(String sql, List<T> things, List<Argument<T>> arguments, Rows rows) {}

    /**
     * Adds a statement that answers rows.
     *
     * @param sql the statement; takes an array for each argument
     * @param things what it is about
     * @param rows takes what it answers
     */
    public <T> StatementPipeline query(String sql, Rows rows, List<T> things, List<Argument<T>> arguments) {
        legs.add(new Leg<>(sql, things, arguments, rows));
        return this;
    }

    /**
     * Adds a statement that changes something, unless there is nothing it is about.
     *
     * @param sql the statement; takes an array for each argument
     * @param things what it is about
     */
    public <T> StatementPipeline update(String sql, List<T> things, List<Argument<T>> arguments) {
        if (!things.isEmpty()) {
            legs.add(new Leg<>(sql, things, arguments, null));
        }
        return this;
    }

    /** Carries all of them out, in the transaction there is. */
    public void execute(EntityManager entities) {
        if (!legs.isEmpty()) {
            entities.unwrap(Session.class).doWork(this::execute);
        }
    }

    /** Carries all of them out. */
    public void execute(Connection connection) throws SQLException {
        try (PreparedStatement together = connection.prepareStatement(sql())) {
            int parameter = 0;
            for (Leg<?> leg : legs) {
                parameter = set(together, parameter, leg);
            }
            together.execute();
            together.getMoreResults();
            for (Leg<?> leg : legs) {
                if (leg.rows != null) {
                    leg.rows.read(together.getResultSet());
                }
                together.getMoreResults();
            }
        }
    }

    private String sql() {
        return legs.stream().map(Leg::sql).collect(Collectors.joining(";\n", PLANNED_ONCE, ""));
    }

    private static <T> int set(PreparedStatement together, int before, Leg<T> leg) throws SQLException {
        int parameter = before;
        for (Argument<T> argument : leg.arguments) {
            together.setArray(
                    ++parameter, together.getConnection().createArrayOf(argument.type(), argument.of(leg.things)));
        }
        return parameter;
    }
}
