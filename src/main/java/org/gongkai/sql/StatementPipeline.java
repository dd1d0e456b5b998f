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
 * Statements that are sent to the database in one round trip and run one after the other. Each sees the changes of
 * those before it, and the changes that those have waited for.
 */
public final class StatementPipeline {

    private static final String SET_PLANS = "set local plan_cache_mode = %s;\n";

    /** The statements that follow in the same transaction are planned as those of any other. */
    private static final String RESET_PLANS = ";\nset local plan_cache_mode to default";

    private final String plans;
    private final List<Statement<?>> statements = new ArrayList<>();

    private StatementPipeline(String plans) {
        this.plans = plans;
    }

    /** Creates a pipeline whose statements keep one plan for any number of rows: planning costs more than running. */
    public StatementPipeline() {
        this("force_generic_plan");
    }

    /** Creates a pipeline for distributed tables: Citus plans their statements only with the values of the parameters. */
    public static StatementPipeline onDistributedTables() {
        return new StatementPipeline("force_custom_plan");
    }

    /** Reads the rows of a result. */
    public interface Rows {
        void read(ResultSet rows) throws SQLException;
    }

    private record Statement<T>(String sql, List<T> elements, List<Argument<T>> arguments, Rows rows) {}

    /**
     * Adds a query.
     *
     * @param sql the statement, with an array parameter for each argument
     * @param rows reads its result
     * @param elements the elements that the arguments are taken from
     */
    public <T> StatementPipeline query(String sql, Rows rows, List<T> elements, List<Argument<T>> arguments) {
        statements.add(new Statement<>(sql, elements, arguments, rows));
        return this;
    }

    /**
     * Adds a statement that changes rows, unless there are no elements.
     *
     * @param sql the statement, with an array parameter for each argument
     * @param elements the elements that the arguments are taken from
     */
    public <T> StatementPipeline update(String sql, List<T> elements, List<Argument<T>> arguments) {
        if (!elements.isEmpty()) {
            statements.add(new Statement<>(sql, elements, arguments, null));
        }
        return this;
    }

    /** Runs the statements in the current transaction. */
    public void execute(EntityManager entities) {
        if (!statements.isEmpty()) {
            entities.unwrap(Session.class).doWork(this::execute);
        }
    }

    /** Runs the statements. */
    public void execute(Connection connection) throws SQLException {
        try (PreparedStatement pipeline = connection.prepareStatement(sql())) {
            int parameter = 0;
            for (Statement<?> statement : statements) {
                parameter = set(pipeline, parameter, statement);
            }
            pipeline.execute();
            pipeline.getMoreResults();
            for (Statement<?> statement : statements) {
                if (statement.rows != null) {
                    statement.rows.read(pipeline.getResultSet());
                }
                pipeline.getMoreResults();
            }
        }
    }

    private String sql() {
        return statements.stream()
                .map(Statement::sql)
                .collect(Collectors.joining(";\n", SET_PLANS.formatted(plans), RESET_PLANS));
    }

    private static <T> int set(PreparedStatement pipeline, int before, Statement<T> statement) throws SQLException {
        int parameter = before;
        for (Argument<T> argument : statement.arguments) {
            pipeline.setArray(
                    ++parameter,
                    pipeline.getConnection().createArrayOf(argument.type(), argument.of(statement.elements)));
        }
        return parameter;
    }
}
