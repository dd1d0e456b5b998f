package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.packaged.PackagedDeploymentIT.until;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health, log and traces of the packaged service while its database stops and starts. */
class PackagedOperationIT {

    private static final String LISTED = "/api/v1/agencies";

    @TempDir
    Path folder;

    private final Queue<String> traces = new ConcurrentLinkedQueue<>();
    private EmbeddedDatabase server;
    private HttpServer collector;

    @BeforeEach
    void startServers() throws IOException {
        server = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("server")));
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            traces.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stopServers() {
        collector.stop(0);
        server.close();
    }

    @Test
    void reportsTheStateOfItsDatabase_andTracesRequests() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(log(), environment())) {
            health(service, "ready").statusCode(200);
            ask(service, "as-usual").statusCode(200);

            until(() -> traces.stream().anyMatch(trace -> trace.contains(LISTED) && trace.contains("gongkai")));
            assertThat(traces.stream().anyMatch(trace -> trace.contains("SELECT")))
                    .as("statements are in the traces")
                    .isTrue();

            String newest = forgetNewestMigration();
            health(service, "ready").statusCode(503);
            rememberMigration(newest);
            health(service, "ready").statusCode(200);

            signal("STOP");
            try {
                long began = System.nanoTime();
                health(service, "ready").statusCode(503);
                assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(5));
                health(service, "live").statusCode(200);
                health(service, "started").statusCode(200);
            } finally {
                signal("CONT");
            }
            until(() -> health(service, "ready").extract().statusCode() == 200);

            server.close();
            health(service, "ready").statusCode(503);
            health(service, "live").statusCode(200);
            ask(service, "while-away").statusCode(503).body("requestId", equalTo("while-away"));
            assertThat(lines(service)).anySatisfy(line -> {
                assertThat(line.at("/mdc/requestId").asText()).isEqualTo("while-away");
                assertThat(line.path("level").asText()).isEqualTo("WARN");
                assertThat(line.path("stackTrace").asText()).contains("SQLException");
            });
        }
    }

    private static ValidatableResponse health(ServiceProcess service, String what)
            throws IOException, InterruptedException {
        return service.request().get("/q/health/" + what).then();
    }

    private static ValidatableResponse ask(ServiceProcess service, String id) throws IOException, InterruptedException {
        return service.request().header("X-Request-Id", id).get(LISTED).then();
    }

    /** Returns the lines of the log, each of which is one JSON object. */
    private static List<JsonNode> lines(ServiceProcess service) throws IOException {
        return service.output()
                .lines()
                .map(line -> {
                    try {
                        return ReportFiles.JSON.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    /** Makes the schema look like a restored backup of an earlier release. */
    private String forgetNewestMigration() throws SQLException {
        String newest = "select version from flyway_schema_history order by installed_rank desc limit 1";
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            var found = statement.executeQuery(newest);
            found.next();
            String version = found.getString(1);
            statement.execute("update flyway_schema_history set success = false where version = '" + version + "'");
            return version;
        }
    }

    private void rememberMigration(String version) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update flyway_schema_history set success = true where version = '" + version + "'");
        }
    }

    /**
     */
    private void signal(String name) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(server.home().resolve("database").resolve("postmaster.pid"))
                        .get(0));
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        Stream.concat(
                                        Stream.of(ProcessHandle.of(postmaster).orElseThrow()),
                                        ProcessHandle.of(postmaster)
                                                .orElseThrow()
                                                .descendants())
                                .map(process -> String.valueOf(process.pid())))
                .toList();
        // One of the processes may just have ended.
        new ProcessBuilder(command).start().waitFor();
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(), EmbeddedDatabase.USER, server.password().value());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("GONGKAI_HOME", folder.resolve("home").toString());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", server.password().value());
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        environment.put(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort());
        environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms");
        return environment;
    }

    private Path log() throws IOException {
        return Files.createFile(folder.resolve("service.log"));
    }
}
