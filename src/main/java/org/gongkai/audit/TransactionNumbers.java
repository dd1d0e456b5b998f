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
 * Checks the transaction numbers of the server, which determine the order of the audit log. A server into which a
 * dump was restored numbers its transactions from the beginning. Until it reaches the numbers of the previous server,
 * the events of that server would be omitted, and new events would come before them.
 */
@ApplicationScoped
class TransactionNumbers {

    private static final Logger LOG = Logger.getLogger(TransactionNumbers.class);

    private static final String BEHIND =
            "select exists (select 1 from event where transaction >= pg_snapshot_xmax(pg_current_snapshot()))";

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
                LOG.error("The database was restored into a server that numbers its transactions from the beginning:"
                        + " GET /events omits the earlier events, and its readers miss new ones. Accept no"
                        + " reports, stop the database server, set a later epoch with pg_resetwal, and start"
                        + " it again: see docs/operations.md.");
            }
        }
    }
}
