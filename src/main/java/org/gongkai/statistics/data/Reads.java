package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.jboss.logging.Logger;

/** Reads from the database, outside of transactions of the service: from a replica where there is one that is far enough. */
@ApplicationScoped
public class Reads {

    /** Something that reads. */
    public interface Reader<T> {
        Read<T> read(Connection connection) throws SQLException;
    }

    /**
     * What was read.
     *
     * @param state the state the data were in
     * @param value what was read
     */
    public record Read<T>(long state, T value) {}

    /** A table that was made anew after a snapshot was taken is empty in it: it must not be until the snapshot is given up. */
    public static final String BEFORE_SNAPSHOT = "lock table figure_value in access share mode";

    private static final Logger LOG = Logger.getLogger(Reads.class);

    private final AgroalDataSource primary;
    private final Optional<AgroalDataSource> replica;

    Reads(AgroalDataSource primary, @DataSource("read") InjectableInstance<AgroalDataSource> replica) {
        this.primary = primary;
        this.replica = replica.getHandle().getBean().isActive() ? Optional.of(replica.get()) : Optional.empty();
    }

    /**
     * Reads data that are in a given state, or a later one.
     *
     * @param inSteps whether it takes several statements that must see the same
     */
    public <T> T latest(long state, boolean inSteps, Reader<T> reader) throws SQLException {
        Optional<Read<T>> read = fromReplica(inSteps, reader).filter(found -> found.state() >= state);
        return read.isPresent() ? read.get().value() : settled(inSteps, reader);
    }

    /** Reads what has to be there, of whatever instant it is: not from a replica. */
    public <T> T settled(boolean inSteps, Reader<T> reader) throws SQLException {
        return read(primary, inSteps, reader).value();
    }

    /** Nothing where it cannot tell; what it does not know of may be too new for it. */
    private <T> Optional<Read<T>> fromReplica(boolean inSteps, Reader<T> reader) {
        try {
            return replica.isPresent() ? Optional.of(read(replica.get(), inSteps, reader)) : Optional.empty();
        } catch (ProblemException unknown) {
            return Optional.empty();
        } catch (SQLException failed) {
            LOG.warnf("The replica cannot answer: %s", failed.getMessage());
            return Optional.empty();
        }
    }

    private static <T> Read<T> read(AgroalDataSource database, boolean inSteps, Reader<T> reader) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (inSteps) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(BEFORE_SNAPSHOT);
                }
            }
            return reader.read(connection);
        }
    }
}
