package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service as an operator uses it. The first test starts in an empty folder, the others in a prepared home.
 */
class PackagedServiceIT {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void servesOnAnEmbeddedDatabase_andKeepsItsDataOverARestart() throws Exception {
        Map<String, String> environment = Map.of("GONGKAI_HOME", home().toString(), "LC_ALL", "zh_CN.UTF-8");
        int demonstrated;
        try (ServiceProcess service = ServiceProcess.start(log("first"), environment)) {
            service.request().get("/q/health/ready").then().statusCode(200);
            service.request().get("/q/swagger-ui/").then().statusCode(200);
            service.request()
                    .get("/api/v1/statistics?figure=requests.newlyReceived&groupBy=category&year=2024")
                    .then()
                    .body("rows.category.code", hasItem("public-security"));
            demonstrated = reports(service);
            assertThat(demonstrated).isPositive();
            put(service, "430212-finance", 2024, "430212-finance", 2023).then().statusCode(201);
            put(service, "350128-resources", 2023, "350128-resources", 2023)
                    .then()
                    .statusCode(422);
            Until.is(() -> service.output().contains("停止："));
            assertThat(service.output().lines().filter(line -> line.contains("[org.fly")))
                    .as("the migrations are one line of the service")
                    .isEmpty();
            assertThat(service.output().lines().filter(line -> line.contains("migrations from version none")))
                    .hasSize(1);
            assertThat(lastLines(service, 4))
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("服务地址：http://localhost:" + service.port()),
                            line -> assertThat(line).contains("数据：" + home(), "用户 gongkai", "database.password"),
                            line -> assertThat(line).endsWith("主管部门令牌：" + home().resolve("oversight.token")),
                            line -> assertThat(line)
                                    .endsWith("kill " + service.handle().pid()));
            assertThat(service.terminate()).isEqualTo(TERMINATED);
        }
        assertThat(home().resolve("database/postmaster.pid"))
                .as("the database stopped with it")
                .doesNotExist();

        try (ServiceProcess service = ServiceProcess.start(log("second"), environment)) {
            service.request()
                    .get("/api/v1/reports?agency=430212-finance")
                    .then()
                    .body("total", equalTo(2));
            assertThat(reports(service)).isEqualTo(demonstrated + 1);
        }
    }

    private static List<String> lastLines(ServiceProcess service, int number) throws IOException {
        List<String> lines = service.output().lines().toList();
        return lines.subList(lines.size() - number, lines.size());
    }

    private static int reports(ServiceProcess service) throws IOException, InterruptedException {
        return service.oversight().get("/api/v1/reports").then().extract().path("total");
    }

    @Test
    void recoversItsDataAfterAKill() throws Exception {
        Map<String, String> environment = Map.of("GONGKAI_HOME", preparedHome(), "GONGKAI_DEMO", "false");
        try (ServiceProcess service = ServiceProcess.start(log("first"), environment)) {
            service.oversight()
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "财政"))
                    .put("/api/v1/categories/finance")
                    .then()
                    .statusCode(201);
            service.request().get("/q/health/ready").then().statusCode(200);
            killDatabase();
            Until.is(() -> service.request().get("/q/health/ready").statusCode() == 200);
            service.request().get("/api/v1/categories").then().body("items.code", hasItem("finance"));
            assertThat(service.output().lines().filter(line -> line.contains("is started again")))
                    .hasSize(1);
            service.kill();
        }
        assertThat(home().resolve("database/postmaster.pid"))
                .as("the database was left behind")
                .exists();

        try (ServiceProcess service = ServiceProcess.start(log("second"), environment)) {
            service.request().get("/api/v1/categories").then().body("items.code", hasItem("finance"));
        }
    }

    @Test
    void usesTheConfiguredServer_andStartsNoOther() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("server")));
                ServiceProcess service = ServiceProcess.start(
                        log("external"),
                        Map.of(
                                "GONGKAI_HOME", home().toString(),
                                "GONGKAI_DEMO", "true",
                                "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(),
                                "QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER,
                                "QUARKUS_DATASOURCE_PASSWORD", server.password().value()))) {
            service.request().get("/q/health/ready").then().statusCode(200);
            service.request().get("/api/v1/districts").then().body("total", equalTo(0));

            assertThat(service.output()).contains("http://0.0.0.0:");
            assertThat(home().resolve("database")).doesNotExist();
        }
    }

    @Test
    void rebuildsFiguresOnCommand_andRefusesAnUnknownCommand() throws Exception {
        Map<String, String> environment = Map.of("GONGKAI_HOME", preparedHome());
        List<String> rebuild = new ArrayList<>(ServiceProcess.command());
        rebuild.add("rebuild");
        List<String> other = new ArrayList<>(ServiceProcess.command());
        other.add("rebuilt");

        try (ServiceProcess command = ServiceProcess.start(log("rebuild"), environment, rebuild)) {
            assertThat(command.exitCode()).isZero();
            assertThat(command.output())
                    .containsPattern(
                            "(?s)demonstration set: ([0-9]+) reports.*Rebuilt the table of figures from \\1 revisions")
                    .doesNotContain("Listening on: http");
        }
        try (ServiceProcess command = ServiceProcess.start(log("other"), environment, other)) {
            assertThat(command.exitCode()).isEqualTo(2);
            assertThat(command.output()).contains("argument: rebuilt", "Did you mean", "rebuild");
        }
    }

    @Test
    void refusesAHomeThatAnotherServiceUses() throws Exception {
        Map<String, String> environment = Map.of("GONGKAI_HOME", preparedHome(), "GONGKAI_DEMO", "false");
        try (ServiceProcess first = ServiceProcess.start(log("first"), environment)) {
            first.request().get("/q/health/ready").then().statusCode(200);

            ServiceProcess second = ServiceProcess.start(log("second"), environment);

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains(home().toString()).contains("gongkai.home");
            first.request().get("/q/health/ready").then().statusCode(200);
        }
    }

    /** The properties are those that the plugin of the framework adds for {@code mvn quarkus:run}. */
    @Test
    void stopsWithItsParentProcess_whenConfigured() throws Exception {
        String command = String.join(
                " ",
                ServiceProcess.command(
                        "-Dgongkai.stop-with-parent=true",
                        "-Dmp.jwt.verify.issuer=https://quarkus.io/issuer",
                        "-Dmp.jwt.verify.publickey=MIIBIjAN",
                        "-Dsmallrye.jwt.new-token.issuer=https://quarkus.io/issuer",
                        "-Dsmallrye.jwt.sign.key=MIIEvwIB"));
        try (ServiceProcess shell = ServiceProcess.start(
                log("child"),
                Map.of("GONGKAI_HOME", preparedHome(), "GONGKAI_DEMO", "false"),
                List.of("sh", "-c", command + " & wait"))) {
            shell.port();
            ProcessHandle service = shell.handle().children().findFirst().orElseThrow();

            shell.kill();

            service.onExit().get(60, TimeUnit.SECONDS);
            assertThat(home().resolve("database/postmaster.pid")).doesNotExist();
        }
    }

    /** Kills the database server, and waits until the service has started another. */
    private void killDatabase() throws Exception {
        String killed = postmaster();
        ProcessHandle.of(Long.parseLong(killed)).orElseThrow().destroyForcibly();
        Until.is(() -> !postmaster().equals(killed));
    }

    private String postmaster() throws IOException {
        return Files.readAllLines(home().resolve("database/postmaster.pid")).get(0);
    }

    private Response put(ServiceProcess service, String agency, int year, String sourceAgency, int sourceYear)
            throws IOException, InterruptedException {
        return service.submitter(agency)
                .contentType(ContentType.JSON)
                .body(ReportFiles.of(sourceAgency, sourceYear).content().toString())
                .put("/api/v1/reports/{agency}/{year}", agency, year);
    }

    private String preparedHome() {
        return PreparedHome.createAt(home()).toString();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path log(String name) throws IOException {
        return Files.createFile(folder.resolve(name + ".log"));
    }
}
