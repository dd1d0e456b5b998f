package org.gongkai.security.login;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The login at an identity provider. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class LoginAtAProviderTest extends ServiceTest {

    @Test
    void namesTheProviderToEveryone() {
        RestAssured.given()
                .noFilters()
                .get("/api/v1/login")
                .then()
                .statusCode(200)
                .body(
                        "",
                        equalTo(Map.of(
                                "issuer", NonDefaultSettings.LOGIN,
                                "clientId", "gongkai-pages",
                                "scope", "openid profile")));
    }

    @Test
    void letsPagesCallTheProvider() {
        RestAssured.get("/explore")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        containsString("; connect-src 'self' https://login.example:8443; base-uri"));
    }
}
