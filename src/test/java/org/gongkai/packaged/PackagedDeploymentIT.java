package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as a replica in a cluster: the schema is migrated before, and replicas start and stop. */
@Tag("thorough")
class PackagedDeploymentIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    private EmbeddedDatabase server;

    @BeforeEach
    void startServer() throws IOException {
        server = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("server")));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void refusesASchemaThatIsNotUpToDate_untilItIsMigrated() throws Exception {
        List<String> migrate = migrate();

        try (ServiceProcess service = ServiceProcess.start(log("early"), environment())) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).contains("Detected resolved migration not applied to database: 1");
        }
        assertThat(outputOf(migrate, "first")).contains("The schema is at version " + latestMigration());
        assertThat(outputOf(migrate, "again")).contains("The schema is at version " + latestMigration());
        try (ServiceProcess service = ServiceProcess.start(log("service"), environment())) {
            service.request().get("/q/health/ready").then().statusCode(200);
        }
    }

    @Test
    void runsOnASchemaOfALaterRelease() throws Exception {
        List<String> migrate = migrate();
        outputOf(migrate, "own");
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history
                    select installed_rank + 1, '999', 'of a later release', type, 'V999__of_a_later_release.sql', 1,
                           installed_by, installed_on, 1, true
                    from flyway_schema_history order by installed_rank desc limit 1""");
        }

        outputOf(migrate, "older");
        try (ServiceProcess service = ServiceProcess.start(log("service"), environment())) {
            service.request().get("/q/health/ready").then().statusCode(200);
        }
    }

    @Test
    void finishesRequestsInFlight_andReportsThatItStops() throws Exception {
        Map<String, String> environment = environment();
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("QUARKUS_FLYWAY_VALIDATE_AT_START", "false");
        environment.put("QUARKUS_SHUTDOWN_DELAY", "2s");
        environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "60s");
        try (ServiceProcess service = ServiceProcess.start(log("service"), environment)) {
            service.request().get("/q/health/ready").then().statusCode(200);
            CompletableFuture<Integer> answer;
            try (Connection other = connection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("lock table agency in access exclusive mode");
                answer = CompletableFuture.supplyAsync(() -> status(service, "/api/v1/agencies"));
                until(this::aLockIsAwaited);

                service.handle().destroy();

                until(() -> status(service, "/q/health/ready") == 503);
                assertThat(status(service, "/api/v1/form/2024"))
                        .as("a request that still arrives")
                        .isEqualTo(200);
                assertThat(answer).isNotDone();
                other.commit();
            }
            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(service.exitCode()).isEqualTo(TERMINATED);
        }
    }

    private static List<String> migrate() {
        List<String> command = new ArrayList<>(ServiceProcess.command());
        command.add("migrate");
        return command;
    }

    /** Runs a command to its end and returns its output. A command must not open the HTTP port. */
    private String outputOf(List<String> command, String name) throws Exception {
        try (ServiceProcess process = ServiceProcess.start(log(name), environment(), command)) {
            assertThat(process.exitCode()).as(process.output()).isZero();
            assertThat(process.output()).doesNotContain("Listening on: http");
            return process.output();
        }
    }

    private static int status(ServiceProcess service, String path) {
        try {
            return service.request().get(path).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean aLockIsAwaited() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet waits = statement.executeQuery("select exists (select from pg_locks where not granted)")) {
            waits.next();
            return waits.getBoolean(1);
        }
    }

    static void until(Callable<Boolean> condition) throws Exception {
        Until.is(condition, 60);
    }

    private static int latestMigration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), EmbeddedDatabase.USER, server.password().value());
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "GONGKAI_HOME",
                folder.resolve("home").toString(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                EmbeddedDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                server.password().value(),
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "false",
                "QUARKUS_FLYWAY_VALIDATE_AT_START",
                "true"));
    }

    private Path log(String name) throws IOException {
        return Files.createFile(folder.resolve(name + ".log"));
    }
}
