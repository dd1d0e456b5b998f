package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gongkai.testing.ServiceProcess.bearing;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.TestIssuer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of the packaged service: its own tokens without an identity provider, otherwise only the provider's tokens.
 */
@Tag("thorough")
class PackagedAccessIT {

    private static final String OWN = "430212-finance";
    private static final String OTHER = "350128-finance";

    @TempDir
    Path folder;

    @BeforeEach
    void prepareHome() {
        PreparedHome.createAt(home());
    }

    @Test
    void keepsItsKeyOverARestart_andIssuesANewTokenToTheOffice() throws Exception {
        String key;
        String token;
        try (ServiceProcess service = ServiceProcess.start(log("first"), withoutDemo())) {
            service.oversight().get("/api/v1/events").then().statusCode(200);
            key = secret("signing-key.jwk");
            token = secret("oversight.token");
        }
        try (ServiceProcess service = ServiceProcess.start(log("second"), withoutDemo())) {
            service.oversight().get("/api/v1/events").then().statusCode(200);
            assertThat(secret("signing-key.jwk")).isEqualTo(key);
            assertThat(secret("oversight.token")).isNotEqualTo(token);

            bearing(service.request(), token).get("/api/v1/events").then().statusCode(200);
            assertThat(service.output()).doesNotContain(token).doesNotContain(secret("oversight.token"));
        }
    }

    @Test
    void limitsATokenToItsAgencyAndItsLifetime() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(log("service"), Map.of("GONGKAI_HOME", home().toString()))) {
            service.port();
            put(service.submitter(OWN), OWN).statusCode(201);
            put(service.submitter(OWN), OTHER).statusCode(403);
            put(service.oversight(), OWN).statusCode(403);

            RsaJsonWebKey key = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(secret("signing-key.jwk"));
            put(bearing(service.request(), TestIssuer.sign(submitter(600), key)), OWN)
                    .statusCode(200);
            put(bearing(service.request(), TestIssuer.sign(submitter(-3600), key)), OWN)
                    .statusCode(401);
            RsaJsonWebKey foreign = TestIssuer.generate(key.getKeyId());
            put(bearing(service.request(), TestIssuer.sign(submitter(600), foreign)), OWN)
                    .statusCode(401);

            Instant asked = Instant.parse(token(service, "{\"lifetime\": \"P90D\"}")
                    .statusCode(200)
                    .extract()
                    .path("expiresAt"));
            assertThat(asked).isCloseTo(Instant.now().plus(90, ChronoUnit.DAYS), within(5, ChronoUnit.MINUTES));
            for (String lifetime : List.of("PT59S", "P367D", "-P1D", "P1M", "soon")) {
                token(service, "{\"lifetime\": \"" + lifetime + "\"}")
                        .statusCode(422)
                        .body("findings.pointer", hasItem("/lifetime"));
            }
        }
    }

    @Test
    void acceptsOnlyTokensOfTheProvider_whenOneIsConfigured() throws Exception {
        TestIssuer provider = new TestIssuer();
        Map<String, String> environment = new HashMap<>(withoutDemo());
        provider.start().forEach((name, value) -> environment.put(variable(name), value));
        try (ServiceProcess service = ServiceProcess.start(log("service"), environment)) {
            bearing(service.request(), TestIssuer.oversight())
                    .get("/api/v1/events")
                    .then()
                    .statusCode(200);
            bearing(service.request(), TestIssuer.oversight())
                    .contentType(ContentType.JSON)
                    .post("/api/v1/agencies/{code}/tokens", OWN)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/unknown-resource"));
            assertThat(home().resolve("signing-key.jwk")).doesNotExist();
            assertThat(home().resolve("oversight.token")).doesNotExist();
        } finally {
            provider.stop();
        }
    }

    private static JwtClaimsBuilder submitter(int seconds) {
        return Jwt.subject("agency:" + OWN)
                .groups("submitter")
                .claim("agencies", List.of(OWN))
                .issuer("gongkai")
                .audience("gongkai")
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().plusSeconds(seconds));
    }

    private static ValidatableResponse put(RequestSpecification request, String agency) throws IOException {
        return request.contentType(ContentType.JSON)
                .body(ReportFiles.of(OWN, 2023).content().toString())
                .put("/api/v1/reports/{agency}/2024", agency)
                .then();
    }

    private static ValidatableResponse token(ServiceProcess service, String body)
            throws IOException, InterruptedException {
        return service.oversight()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/agencies/{code}/tokens", OWN)
                .then();
    }

    /** Returns the content of a file and checks that only its owner can read it. */
    private String secret(String name) throws IOException {
        Path file = home().resolve(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as(name)
                .isEqualTo("rw-------");
        return Files.readString(file);
    }

    private Map<String, String> withoutDemo() {
        return Map.of("GONGKAI_HOME", home().toString(), "GONGKAI_DEMO", "false");
    }

    private static String variable(String property) {
        return property.replaceAll("[^a-z]", "_").toUpperCase(Locale.ROOT);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path log(String name) throws IOException {
        return Files.createFile(folder.resolve(name + ".log"));
    }
}
