package org.gongkai.platform;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * Reports the service as ready when the database answers and its schema has all migrations of this release. A database
 * that does not answer in time counts as down, and its connection is closed.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    /** The time limit of the check, shorter than the timeouts of health probes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final String NAME = "database";

    private static final String HAS_MIGRATION =
            "select exists (select from flyway_schema_history where version = ? and success)";

    private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

    private final AgroalDataSource database;
    private final Flyway flyway;

    private volatile String newestVersion;

    DatabaseReadiness(AgroalDataSource database, Flyway flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(this::check)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(TIMEOUT)
                .recoverWithItem(() -> down("The database does not answer"));
    }

    private HealthCheckResponse check() {
        try (Connection connection = database.getConnection()) {
            return isMigrated(connection)
                    ? HealthCheckResponse.up(NAME)
                    : down("The schema is older than this release: run the command migrate");
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("Not ready: %s", failed.getMessage());
            return down("The database cannot be reached, or has no schema");
        }
    }

    private boolean isMigrated(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) TIMEOUT.toMillis());
        try (PreparedStatement statement = connection.prepareStatement(HAS_MIGRATION)) {
            statement.setString(1, newestVersion());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        } finally {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }

    /**
     * Returns the newest migration of this release. The value is cached, because Flyway needs the database to find it.
     */
    private String newestVersion() {
        if (newestVersion == null) {
            newestVersion = Arrays.stream(flyway.info().all())
                    .filter(migration -> migration.getState().isResolved())
                    .map(MigrationInfo::getVersion)
                    .max(MigrationVersion::compareTo)
                    .orElseThrow()
                    .getVersion();
        }
        return newestVersion;
    }
}
