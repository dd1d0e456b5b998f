package org.gongkai.platform.distribution;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.sql.WithoutSocketTimeout;

/**
 * Moves the tables between one server and the distributed layout. Each step is checked before it is done, so a run that was
 * interrupted is continued by the next one.
 */
@ApplicationScoped
public class Distribution {

    /** The number of the advisory lock that one run holds. */
    private static final int LOCK = 1735289446;

    private static final String HAS_CITUS = "select exists (select 1 from pg_extension where extname = 'citus')";

    private static final String HAS_COORDINATOR = "select exists (select 1 from pg_dist_node where groupid = 0)";

    private static final String HAS_WORKERS =
            "select exists (select 1 from pg_dist_node where groupid > 0 and isactive and noderole = 'primary' and shouldhaveshards)";

    private final AgroalDataSource database;

    Distribution(AgroalDataSource database) {
        this.database = database;
    }

    /** The layout that is wanted. */
    public enum Target {
        DISTRIBUTED,
        ONE_SERVER;

        List<Step> steps() {
            return this == DISTRIBUTED ? Steps.forward() : Steps.back();
        }
    }

    /**
     * A step and its state.
     *
     * @param action the statement that does the step
     * @param done whether there is nothing to do
     */
    public record StepState(String action, boolean done) {}

    /** Receives each step before it is done. */
    public interface Progress {
        void starts(String action);
    }

    /**
     * Returns the state of every step to a layout.
     *
     * @throws IOException if the servers are not ready for it; the message says what is missing
     */
    public List<StepState> state(Target target) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            check(connection, target);
            List<StepState> states = new ArrayList<>();
            for (Step step : target.steps()) {
                states.add(new StepState(step.action(), step.isDone(connection)));
            }
            return states;
        }
    }

    /**
     * Does the steps to a layout that are not done yet.
     *
     * @return the number of steps that were done
     * @throws IOException if the servers are not ready for it, or another run is under way
     */
    public int run(Target target, Progress progress) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                WithoutSocketTimeout withoutSocketTimeout = WithoutSocketTimeout.on(connection)) {
            check(withoutSocketTimeout.connection(), target);
            lock(connection);
            try {
                return run(target, progress, connection);
            } finally {
                unlock(connection);
            }
        }
    }

    private static int run(Target target, Progress progress, Connection connection) throws SQLException {
        int done = 0;
        for (Step step : target.steps()) {
            if (!step.isDone(connection)) {
                progress.starts(step.action());
                step.run(connection);
                done++;
            }
        }
        return done;
    }

    private static void check(Connection connection, Target target) throws IOException, SQLException {
        require(connection, HAS_CITUS, "The database has no extension citus; run: create extension citus");
        if (target == Target.DISTRIBUTED) {
            require(
                    connection,
                    HAS_COORDINATOR,
                    "The coordinator is not registered; run: select citus_set_coordinator_host('<host>', <port>)");
            require(
                    connection,
                    HAS_WORKERS,
                    "There is no worker; run for each: select citus_add_node('<host>', <port>)");
        }
    }

    private static void require(Connection connection, String query, String otherwise)
            throws IOException, SQLException {
        if (!Step.isTrue(connection, query)) {
            throw new IOException(otherwise);
        }
    }

    /** The steps may take hours; a pooled connection keeps its settings, but this process ends afterwards. */
    private static void lock(Connection connection) throws IOException, SQLException {
        require(
                connection,
                "select pg_try_advisory_lock(" + LOCK + ")",
                "Another run is under way; wait for its end, or end it, and run the command again");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset statement_timeout; select pg_advisory_unlock(" + LOCK + ")");
        }
    }
}
