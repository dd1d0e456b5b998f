package org.gongkai.statistics;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads from the database, outside of transactions of the service. */
@ApplicationScoped
class Reads {

    /** Something that reads. */
    interface Reader<T> {
        Read<T> read(Connection connection) throws SQLException;
    }

    /**
     * What was read.
     *
     * @param state the state the data were in
     * @param value what was read
     */
    record Read<T>(long state, T value) {}

    private final AgroalDataSource database;

    Reads(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Reads data that are in a given state, or a later one.
     *
     * @param inSteps whether it takes several statements that must see the same
     */
    <T> T from(long state, boolean inSteps, Reader<T> reader) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (inSteps) {
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            return reader.read(connection).value();
        }
    }
}
