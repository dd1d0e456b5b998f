package org.gongkai.filing.sandbox;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls every operation of the contract with a token for the sandbox. */
@QuarkusTest
class SandboxAccessTest extends ServiceTest {

    private static final String AGENCY = "430212-finance";

    /** The operations that know the sandbox. Any other one either is public, or refuses the token. */
    private static final Set<String> KNOW_THE_SANDBOX = Set.of(
            "submitReport",
            "submitReports",
            "validateReport",
            "explainWarnings",
            "withdrawRevision",
            "getLatestRevision",
            "getTemplate",
            "readDocument",
            "getMe",
            "listTests",
            "deleteTests",
            "getCertification");

    private final Sandbox vendor = Sandbox.of("软件公司", AGENCY);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Tag("thorough")
    @Test
    void refusesWhatDoesNotKnowTheSandbox() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        List<DeclaredOperation> operations = DeclaredContract.read(
                        RestAssured.get("/q/openapi?format=json").asString())
                .operations();
        softly.assertThat(operations.stream().map(DeclaredOperation::id)).containsAll(KNOW_THE_SANDBOX);
        for (DeclaredOperation operation : operations) {
            Response answer = call(operation, vendor.token());
            if (KNOW_THE_SANDBOX.contains(operation.id())) {
                softly.assertThat(answer.statusCode())
                        .as(operation.id())
                        .isNotIn(401, 403)
                        .isLessThan(500);
                continue;
            }
            Response ofPublic = call(operation, null);
            boolean isPublic = ofPublic.statusCode() != 401;
            softly.assertThat(answer.statusCode()).as(operation.id()).isEqualTo(isPublic ? ofPublic.statusCode() : 403);
            if (isPublic) {
                softly.assertThat(body(answer)).as(operation.id()).isEqualTo(body(ofPublic));
            } else {
                softly.assertThat(answer.<String>path("detail"))
                        .as(operation.id())
                        .isEqualTo("令牌只能用于测试（sandbox），此操作需要正式令牌");
            }
        }
        softly.assertAll();
    }

    private static String body(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    /** The credentials of other tests are not added. */
    private static Response call(DeclaredOperation operation, String token) {
        RequestSpecification request = RestAssured.given().noFilters();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String path = operation
                .path()
                .replace("{agency}", AGENCY)
                .replace("{code}", AGENCY)
                .replace("{id}", "1")
                .replace("{year}", "2023")
                .replace("{revision}", "1");
        String type = operation.id().equals("readDocument") ? "text/plain" : "application/json";
        return operation.method().equals("get")
                ? request.get(path)
                : request.contentType(type)
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(operation.method().toUpperCase(java.util.Locale.ROOT), path);
    }

    /** A token of the office with the claim has no rights of the office: the claim only takes rights away. */
    @Test
    void takesEveryOtherRoleAway() {
        String office = TestIssuer.sign(TestIssuer.claims(Set.of("oversight", "submitter"), List.of(AGENCY))
                .claim("sandbox", true));
        RestAssured.given()
                .header("Authorization", "Bearer " + office)
                .get("/api/v1/events")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.sign(TestIssuer.claims(Set.of("oversight"), List.of())
                                        .claim("sandbox", true)))
                .get("/api/v1/sandbox/submissions")
                .then()
                .statusCode(403);
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.sign(TestIssuer.claims(Set.of("submitter"), List.of(AGENCY))
                                        .claim("sandbox", false)))
                .get("/api/v1/me")
                .then()
                .body("sandbox", equalTo(null));
    }

    @Test
    void limitsTestsToTheAgenciesAndYearsOfTheToken() {
        vendor.put("reports/350128-police/2024", "{}").statusCode(403);
        String ofYears = TestIssuer.sign(TestIssuer.claims(Set.of("submitter"), List.of(AGENCY))
                .subject("软件公司")
                .claim("years", List.of(2024))
                .claim("districts", List.of("350128"))
                .claim("sandbox", true));
        Sandbox limited = new Sandbox("软件公司", ofYears);

        limited.put("reports/" + AGENCY + "/2023", "{}").statusCode(403);
        limited.put("reports/" + AGENCY + "/2024", "{}").statusCode(422);
        limited.put("reports/350128-police/2024", "{}").statusCode(422);
        limited.put("reports/430212-police/2024", "{}").statusCode(403);
    }
}
