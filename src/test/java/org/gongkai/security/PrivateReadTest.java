package org.gongkai.security;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Set;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** Tests that figures cannot be read without a token if public reading is off. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class PrivateReadTest extends ServiceTest {

    @Test
    void requiresATokenForReading() {
        for (String path : List.of(
                "reports",
                "reports/430212-finance/2023",
                "changes",
                "availability",
                "statistics?figure=requests.newlyReceived",
                "consolidated-reports/2023")) {
            RestAssured.given()
                    .noFilters()
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("/problems/unauthenticated"));
        }
        RestAssured.given().noFilters().get("/api/v1/form/2023").then().statusCode(200);
        RestAssured.given().noFilters().get("/api/v1/agencies").then().statusCode(200);
    }

    @Test
    void admitsCallersWithARole() {
        reports(TestIssuer.submitter("430212-finance"), 200);
        reports(TestIssuer.oversight(), 200);
        reports(TestIssuer.sign(TestIssuer.claims(Set.of("reader"), List.of())), 200);
        reports(TestIssuer.sign(TestIssuer.claims(Set.of(), List.of())), 403);
    }

    private static void reports(String token, int status) {
        RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/reports")
                .then()
                .statusCode(status);
    }
}
