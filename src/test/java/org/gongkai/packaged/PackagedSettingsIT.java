package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gongkai.testing.ServiceProcess.bearing;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.testing.EverySetting;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service starts, works and stops with every documented setting away from its default. */
@Tag("thorough")
class PackagedSettingsIT {

    private static final int TERMINATED = 128 + 15;

    private static final String AGENCY = "430212-finance";

    @TempDir
    Path folder;

    @Test
    void worksWithItsOwnDatabaseAndIssuer_andLoadsTheDemonstrationSet() throws Exception {
        PreparedHome.createAt(folder.resolve("home"));

        try (ServiceProcess service = ServiceProcess.start(log("service"), variables(EverySetting.embedded(folder)))) {
            answersAsConfigured(service);
            String office = Files.readString(folder.resolve("keys/oversight.token"));
            office(service, office)
                    .get("/api/v1/reports/{agency}/2023/revisions/1/receipt", AGENCY)
                    .then()
                    .statusCode(200)
                    .body("decision.by", equalTo("demonstration"));
            String expiresAt = office(service, office)
                    .contentType(ContentType.JSON)
                    .post("/api/v1/agencies/{code}/tokens", AGENCY)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("expiresAt");
            assertThat(Instant.parse(expiresAt))
                    .isCloseTo(
                            Instant.now().plus(EverySetting.TOKEN_HOURS, ChronoUnit.HOURS),
                            within(5, ChronoUnit.MINUTES));
            assertThat(service.terminate()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void worksWithAServerAndAnIdentityProvider() throws Exception {
        TestIssuer provider = new TestIssuer();
        EmbeddedDatabase database = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("server")));
        try {
            Map<String, String> settings = EverySetting.server(
                    database.jdbcUrl(),
                    EmbeddedDatabase.USER,
                    database.password().value(),
                    provider.start());
            settings.put("gongkai.home", folder.resolve("home").toString());
            migrate(settings);

            try (ServiceProcess service =
                    ServiceProcess.start(log("service"), variablesOnly(settings), command(settings))) {
                answersAsConfigured(service);
                office(service, TestIssuer.oversight())
                        .get("/api/v1/agencies")
                        .then()
                        .statusCode(200)
                        .body("total", equalTo(0));
                service.request()
                        .get("/api/v1/login")
                        .then()
                        .statusCode(200)
                        .body("issuer", equalTo(EverySetting.LOGIN));
                assertThat(service.terminate()).isEqualTo(TERMINATED);
            }
        } finally {
            database.close();
            provider.stop();
        }
    }

    private static void answersAsConfigured(ServiceProcess service) throws Exception {
        service.request().get("/q/health/ready").then().statusCode(200);
        service.request()
                .header("Origin", EverySetting.SITE)
                .get("/api/v1/reports")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", EverySetting.SITE)
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    private static RequestSpecification office(ServiceProcess service, String token)
            throws IOException, InterruptedException {
        return bearing(service.request(), token);
    }

    private void migrate(Map<String, String> settings) throws Exception {
        List<String> migrate = new ArrayList<>(command(settings));
        migrate.add("migrate");
        ServiceProcess process = ServiceProcess.start(log("migrate"), variablesOnly(settings), migrate);
        assertThat(process.exitCode()).as(process.output()).isZero();
    }

    /** Returns the command that starts the service with settings as system properties. */
    private static List<String> command(Map<String, String> settings) {
        return ServiceProcess.command(settings.entrySet().stream()
                .filter(setting -> !isVariable(setting.getKey()))
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Returns the settings that exist as environment variables only. */
    private static Map<String, String> variablesOnly(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> isVariable(setting.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isVariable(String setting) {
        return EverySetting.variable(setting).equals(setting);
    }

    private static Map<String, String> variables(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> EverySetting.variable(setting.getKey()), Map.Entry::getValue));
    }

    private Path log(String name) throws IOException {
        return Files.createFile(folder.resolve(name + ".log"));
    }
}
