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

/** Reads from the database outside transactions of the service: from a replica when there is one that is up to date. */
@ApplicationScoped
public class Reads {

    /** An operation that reads data of known versions, or of later ones. */
    public interface LatestReader<T> {

        /** Returns nothing if the statements saw different data, or data that do not continue the known versions. */
        Optional<T> read(Connection connection, DataVersions known) throws SQLException;
    }

    /** An operation that reads. */
    public interface Reader<T> {

        /** Returns nothing if the statements saw different data, or data older than those that are known. */
        Optional<T> read(Connection connection) throws SQLException;
    }

    /**
     * Begins a snapshot. The isolation is that of the transaction, not of the session, because a pooler may give the next
     * transaction of the session another connection to the server. The lock keeps the table from being rebuilt while
     * the snapshot is in use: a table that was rebuilt after a snapshot was taken appears empty in that snapshot.
     */
    private static final String BEGIN_SNAPSHOT = """
            set transaction isolation level repeatable read;
            lock table figure_value in access share mode""";

    private static final Logger LOG = Logger.getLogger(Reads.class);

    private final AgroalDataSource primary;
    private final Optional<AgroalDataSource> replica;
    private final DataState state;
    private final Workers workers;

    Reads(
            AgroalDataSource primary,
            @DataSource("read") InjectableInstance<AgroalDataSource> replica,
            DataState state,
            Workers workers) {
        this.primary = primary;
        this.state = state;
        this.workers = workers;
        this.replica = replica.getHandle().getBean().isActive() ? Optional.of(replica.get()) : Optional.empty();
    }

    /**
     * Reads the latest data, from the replica if it has them. If the data change meanwhile, it reads again, in one snapshot,
     * which takes longer to set up.
     *
     * @param inSnapshot whether all statements of the reader must see the same data from the start
     * @param known the versions of the data that are known
     */
    public <T> T latest(boolean inSnapshot, DataVersions known, LatestReader<T> reader) throws SQLException {
        Optional<T> read = latest(inSnapshot, connection -> reader.read(connection, known));
        while (read.isEmpty()) {
            DataVersions later = state.read();
            read = latest(true, connection -> reader.read(connection, later));
        }
        return read.get();
    }

    private <T> Optional<T> latest(boolean inSnapshot, Reader<T> reader) throws SQLException {
        Optional<T> read = fromReplica(reader);
        return read.isPresent() ? read : fromPrimary(inSnapshot, reader);
    }

    /** Reads data that a replica may not have yet. */
    public <T> Optional<T> fromPrimary(boolean inSnapshot, Reader<T> reader) throws SQLException {
        try (Connection connection = primary.getConnection()) {
            if (inSnapshot || workers.exist(connection)) {
                beginSnapshot(connection);
                workers.await(connection);
            }
            return reader.read(connection);
        }
    }

    /** Opens a connection with a snapshot of the data, which the caller closes. */
    public Connection openSnapshot() throws SQLException {
        Connection connection = primary.getConnection();
        try {
            beginSnapshot(connection);
            workers.await(connection);
            return connection;
        } catch (SQLException | RuntimeException | Error failed) {
            connection.close();
            throw failed;
        }
    }

    /**
     * Reads in one snapshot, because snapshots of a standby have no name. Returns nothing when the replica fails, and
     * when it rejects the query: a new code may not have arrived there yet.
     */
    private <T> Optional<T> fromReplica(Reader<T> reader) {
        try {
            return replica.isPresent() ? readInSnapshot(replica.get(), reader) : Optional.empty();
        } catch (ProblemException rejected) {
            return Optional.empty();
        } catch (SQLException failed) {
            LOG.warnf("The replica cannot answer: %s", failed.getMessage());
            return Optional.empty();
        }
    }

    private static <T> Optional<T> readInSnapshot(AgroalDataSource database, Reader<T> reader) throws SQLException {
        try (Connection connection = database.getConnection()) {
            beginSnapshot(connection);
            return reader.read(connection);
        }
    }

    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BEGIN_SNAPSHOT);
        }
    }
}
