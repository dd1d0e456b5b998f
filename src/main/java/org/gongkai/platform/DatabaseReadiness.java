package org.gongkai.platform;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * Reports the service as ready when the database answers and its schema has all migrations of this release. A database
 * that does not answer in time counts as down. The check has a thread and a connection of its own: a service whose threads
 * and connections are all in use is busy, not down.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {

    /** The time limit of the check, shorter than the timeouts of health probes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final String NAME = "database";

    private static final String HAS_MIGRATION =
            "select exists (select 1 from flyway_schema_history where version = ? and success)";

    private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);

    private final AgroalDataSource database;
    private final Flyway flyway;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("readiness", true));

    /** The check that is running, or the last one: requests at the same time share one. */
    private CompletableFuture<HealthCheckResponse> latest = CompletableFuture.completedFuture(null);

    private AgroalDataSource connection;
    private volatile String newestVersion;

    /**
     * Creates the check.
     *
     * @param pool the pool of the service; only its settings are used
     */
    DatabaseReadiness(AgroalDataSource pool, Flyway flyway) {
        this.database = pool;
        this.flyway = flyway;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(running())
                .ifNoItem()
                .after(TIMEOUT)
                .recoverWithItem(() -> down("The database does not answer"));
    }

    private synchronized CompletableFuture<HealthCheckResponse> running() {
        if (latest.isDone()) {
            latest = CompletableFuture.supplyAsync(this::check, thread);
        }
        return latest;
    }

    private HealthCheckResponse check() {
        try (Connection own = connection().getConnection()) {
            return isMigrated(own)
                    ? HealthCheckResponse.up(NAME)
                    : down("The schema is older than this release: run the command migrate");
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("Not ready: %s", failed.getMessage());
            return down("The database cannot be reached, or has no schema");
        }
    }

    /**
     * Returns a pool of one connection, with the settings of the pool of the service. The connection is validated before
     * use, so that one to a server that has been restarted does not keep the service down.
     */
    private AgroalDataSource connection() throws SQLException {
        if (connection == null) {
            AgroalConnectionFactoryConfiguration settings =
                    database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
            connection = AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(1)
                            .initialSize(0)
                            .acquisitionTimeout(TIMEOUT)
                            .connectionValidator(
                                    ConnectionValidator.defaultValidatorWithTimeout((int) TIMEOUT.toSeconds()))
                            .validateOnBorrow(true)
                            .connectionFactoryConfiguration(
                                    new AgroalConnectionFactoryConfigurationSupplier(settings))));
        }
        return connection;
    }

    private boolean isMigrated(Connection own) throws SQLException {
        own.setNetworkTimeout(Runnable::run, (int) TIMEOUT.toMillis());
        try (PreparedStatement statement = own.prepareStatement(HAS_MIGRATION)) {
            statement.setString(1, newestVersion());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        } finally {
            own.setNetworkTimeout(Runnable::run, 0);
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

    @PreDestroy
    void close() {
        thread.shutdown();
        if (connection != null) {
            connection.close();
        }
    }
}
