package org.gongkai.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ForgedTokens;
import org.gongkai.testing.Keycloak;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Until;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access matrix with tokens of a real Keycloak, against the packaged service. Needs the Maven profile keycloak. */
@Tag("keycloak")
class KeycloakAccessIT implements AccessMatrix {

    private static final String CLIENT = "gongkai";
    private static final String OFFICE = "office";

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static ServiceProcess service;
    private static String expired;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        Map<String, String> environment = new HashMap<>(keycloak.settings());
        environment.put(
                "GONGKAI_HOME", PreparedHome.createAt(folder.resolve("home")).toString());
        // Tests wait neither for the end of a token nor for a new key. Without a tolerance, the default applies.
        environment.put("MP_JWT_VERIFY_CLOCK_SKEW", "1");
        environment.put("SMALLRYE_JWT_JWKS_FORCED_REFRESH_INTERVAL", "0");
        service = ServiceProcess.start(Files.createFile(folder.resolve("service.log")), environment);
        RestAssured.port = service.port();
        expired = keycloak.token("gongkai-short", OFFICE);
        long end = claims(expired).getExpirationTime().getValueInMillis();
        Until.is(() -> System.currentTimeMillis() > end + 2_000);
    }

    @AfterAll
    static void stop() {
        RestAssured.reset();
        if (service != null) {
            service.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    public String token(Caller caller) {
        ForgedTokens forged = new ForgedTokens(keycloak.token(CLIENT, OFFICE), keycloak.key());
        return switch (caller) {
            case ANONYMOUS -> null;
            case EXPIRED -> expired;
            case WRONG_KEY -> forged.withAnotherKey();
            case UNKNOWN_KEY -> forged.withAnUnknownKey();
            case ALG_NONE -> forged.unsigned();
            case SIGNED_WITH_PUBLIC_KEY -> forged.signedWithThePublicKey();
            case WRONG_AUDIENCE -> keycloak.token("another-service", OFFICE);
            case WRONG_ISSUER -> keycloak.tokenOfAnotherRealm();
            case GIBBERISH -> "gibberish";
            case WITHOUT_ROLE -> keycloak.token(CLIENT, "visitor");
            case OTHER_SUBMITTER -> keycloak.token(CLIENT, "pingtan-finance");
            case SUBMITTER -> keycloak.token(CLIENT, "lukou-finance");
            case OVERSIGHT -> keycloak.token(CLIENT, OFFICE);
        };
    }

    /** The demonstration set contains the agencies. */
    @Override
    public void registerAgencies() {
        RestAssured.get("/api/v1/agencies/" + OWN).then().statusCode(200);
        RestAssured.get("/api/v1/agencies/" + OTHER).then().statusCode(200);
    }

    @Test
    void recordsTheSubjectAsTheActor() throws Exception {
        String token = token(Caller.OVERSIGHT);
        AccessMatrix.request(token)
                .contentType("application/json")
                .body(Map.of("name", "湖南"))
                .put("/api/v1/districts/430000")
                .then()
                .statusCode(200);

        String subject = claims(token).getSubject();
        assertThat(subject).isNotEqualTo(OFFICE);
        AccessMatrix.request(token).get("/api/v1/events?limit=1000").then().body("items[-1].actor", equalTo(subject));
    }

    @Test
    void acceptsTheNextKeyAtOnce() throws Exception {
        String before = token(Caller.OVERSIGHT);

        keycloak.rotate();

        String after = token(Caller.OVERSIGHT);
        assertThat(header(after)).isNotEqualTo(header(before));
        AccessMatrix.request(after).get("/api/v1/events").then().statusCode(200);
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static JwtClaims claims(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllValidators()
                .build()
                .processToClaims(token);
    }
}
