package org.gongkai.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/**
 * The order of the trail is that of the server's transactions. A server that a dump was restored into numbers its own from the
 * beginning: until it has come as far as the one before, what happened there would stay unseen, and what happens would come before it.
 */
@ApplicationScoped
class TransactionNumbers {

    private static final Logger LOG = Logger.getLogger(TransactionNumbers.class);

    private static final String BEHIND =
            "select exists (select from event where transaction >= pg_snapshot_xmax(pg_current_snapshot()))";

    private final AgroalDataSource database;

    TransactionNumbers(AgroalDataSource database) {
        this.database = database;
    }

    void check(@Observes StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet behind = statement.executeQuery(BEHIND)) {
            behind.next();
            if (behind.getBoolean(1)) {
                LOG.error(
                        "The database was restored into a server that numbers its transactions from the beginning: GET /events"
                                + " leaves out what happened before, and readers of it miss what happens. Take nothing in, stop the"
                                + " server, give it a later epoch with pg_resetwal, and start it again: see docs/operations.md.");
            }
        }
    }
}
