package org.gongkai.me;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view of an agency on itself: its token, its years, its line on the roster, its events and its newest revision. */
@QuarkusTest
class MeResourceTest extends ServiceTest {

    private static final String FINANCE = "430212-finance";
    private static final String POLICE = "350128-police";
    private static final String TRANSPORT = "350128-transport";

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void describesTheTokenOfASubmitter() {
        as(submitter(List.of(POLICE, FINANCE)))
                .body("subject", equalTo("submitter"))
                .body("roles", contains("submitter"))
                .body("agencies", contains(POLICE, FINANCE))
                .body("districts", nullValue())
                .body("years", nullValue())
                .body("expiresAt", startsWith("20"))
                .body("obligations.items", hasSize(0))
                .body("obligations.total", equalTo(0));
    }

    @Test
    void describesTheTokensOfOthers() {
        as(TestIssuer.claims(Set.of("oversight"), List.of()).claim("districts", List.of("350000")))
                .body("roles", contains("oversight"))
                .body("agencies", hasSize(0))
                .body("districts", contains("350000"))
                .body("obligations.items", hasSize(0));
        as(TestIssuer.claims(Set.of(), List.of(FINANCE)))
                .body("roles", hasSize(0))
                .body("agencies", hasSize(0));
        RestAssured.given().noFilters().get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void listsTheYearsWithStateDeadlineAndNewestRevision() {
        submit(ReportFiles.of(POLICE, 2022)).statusCode(201);
        putInForce(ReportFiles.of(POLICE, 2024));
        put("cycles/2023", "{}").statusCode(201);
        put("cycles/2024", "{}").statusCode(201);
        put("cycles/2023/obligations/" + POLICE, "{\"deadline\": \"2024-03-31\", \"reason\": \"系统故障\"}")
                .statusCode(200);

        as(submitter(List.of(POLICE)))
                .body("obligations.total", equalTo(3))
                .body("obligations.items.year", contains(2022, 2023, 2024))
                .body("obligations.items.agency.code", everyItem(equalTo(POLICE)))
                .body("obligations.items[0].state", nullValue())
                .body("obligations.items[0].deadline", nullValue())
                .body("obligations.items[0].revision", equalTo(1))
                .body("obligations.items[1].state", equalTo("MISSING"))
                .body("obligations.items[1].deadline", equalTo("2024-03-31"))
                .body("obligations.items[1].overdue", equalTo(true))
                .body("obligations.items[1].extension.deadline", equalTo("2024-03-31"))
                .body("obligations.items[1].extension.reason", equalTo("系统故障"))
                .body("obligations.items[1].revision", nullValue())
                .body("obligations.items[2].deadline", equalTo("2025-01-31"))
                .body("obligations.items[2].state", equalTo("LATE"))
                .body("obligations.items[2].overdue", equalTo(false))
                .body("obligations.items[2].extension", nullValue())
                .body("obligations.items[2].exemption", nullValue())
                .body("obligations.items[2].revision", equalTo(1))
                .body("obligations.items[2].status", equalTo("ACCEPTED"))
                .body("obligations.items[2].inForce", equalTo(true));
    }

    @Test
    void namesAnExemptionWithItsReason() {
        put("cycles/2024", "{}").statusCode(201);
        put("cycles/2024/obligations/" + POLICE, "{\"exempt\": true, \"reason\": \"机构改革\"}")
                .statusCode(200);

        as(submitter(List.of(POLICE)))
                .body("obligations.items[0].state", equalTo("EXEMPT"))
                .body("obligations.items[0].exemption.reason", equalTo("机构改革"))
                .body("obligations.items[0].extension", nullValue());
    }

    @Test
    void listsTheAgenciesOfDistrictsAndTheYearsOfTheToken() throws SQLException {
        put("cycles/2023", "{}").statusCode(201);
        put("cycles/2024", "{}").statusCode(201);
        String token = TestIssuer.sign(submitter(List.of(FINANCE))
                .claim("districts", List.of("350128", "no-such-district", "%"))
                .claim("years", List.of(2024)));
        long expected = count("select count(*) from agency where district = '350128'") + 1;

        get("/api/v1/me?size=5", token)
                .statusCode(200)
                .body("years", contains(2024))
                .body("obligations.total", equalTo((int) expected))
                .body("obligations.items", hasSize(5))
                .body("obligations.items.year", everyItem(equalTo(2024)));
    }

    @Test
    void showsAnAgencyItsOwnLineOfTheRoster() {
        put("cycles/2024", "{}").statusCode(201);

        get("/api/v1/cycles/2024/obligations", TestIssuer.submitter(FINANCE))
                .statusCode(200)
                .body("items.agency.code", contains(FINANCE));
        get("/api/v1/cycles/2024/obligations?district=350128", TestIssuer.submitter(FINANCE))
                .body("items", hasSize(0));
        get("/api/v1/cycles/2024/obligations?format=csv", TestIssuer.submitter(FINANCE))
                .body(containsString(FINANCE))
                .body(not(containsString(POLICE)));
        get("/api/v1/cycles/2024/obligations", TestIssuer.submitter()).body("items", hasSize(0));
    }

    @Test
    void showsAnAgencyItsOwnEventsWithoutAddresses() {
        submit(ReportFiles.of(POLICE, 2024)).statusCode(201);
        submit(ReportFiles.of(TRANSPORT, 2024)).statusCode(201);
        submit(ReportFiles.of(TRANSPORT, 2023)).statusCode(201);

        String own = get("/api/v1/events?limit=2", TestIssuer.submitter(TRANSPORT))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.agency", everyItem(equalTo(TRANSPORT)))
                .body("items.address", everyItem(nullValue()))
                .extract()
                .path("next");

        get("/api/v1/events?after=" + own, TestIssuer.submitter(TRANSPORT))
                .body("items.agency", everyItem(equalTo(TRANSPORT)))
                .body("items.year", hasItems(2023, 2024));
        get("/api/v1/events", TestIssuer.submitter(FINANCE)).body("items.type", contains("AGENCY_CHANGED"));
        String limited = TestIssuer.sign(
                submitter(List.of()).claim("districts", List.of("350128")).claim("years", List.of(2023)));
        get("/api/v1/events", limited)
                .body("items.agency", everyItem(startsWith("350128-")))
                .body("items.year", not(hasItem(2024)))
                .body("items.findAll {it.type == 'REPORT_SUBMITTED'}.year", contains(2023));
        get("/api/v1/events?limit=1", TestIssuer.oversight()).body("items[0].address", equalTo("127.0.0.1"));
    }

    @Test
    void givesTheNewestRevisionWithTheTagThatIfMatchTakes() {
        submit(ReportFiles.of(POLICE, 2024)).statusCode(201);
        String latest = "/api/v1/reports/" + POLICE + "/2024/revisions/latest";
        String tag = get(latest, TestIssuer.submitter(POLICE))
                .statusCode(200)
                .body("revision", equalTo(1))
                .extract()
                .header("ETag");

        assertThat(submitIf(tag)).isEqualTo(200);
        assertThat(submitIf("\"1-0123456789abcdef\"")).isEqualTo(412);
        get(latest, TestIssuer.submitter(FINANCE)).statusCode(403);
        get(latest, TestIssuer.oversight()).statusCode(200).header("ETag", tag);
    }

    private static int submitIf(String tag) {
        return RestAssured.given()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(ReportFiles.of(POLICE, 2024).content().toString())
                .put("/api/v1/reports/" + POLICE + "/2024")
                .statusCode();
    }

    @Test
    void refusesClaimsOfTheWrongType() {
        for (Object years : List.of("2024", List.of("2024"), List.of(-1), List.of(2024.5))) {
            get("/api/v1/me", TestIssuer.sign(submitter(List.of(POLICE)).claim("years", years)))
                    .statusCode(401)
                    .body("detail", containsString("years"));
        }
        get("/api/v1/me", TestIssuer.sign(submitter(List.of(POLICE)).claim("districts", Map.of("code", "350128"))))
                .statusCode(401)
                .body("detail", containsString("districts"));
        String none = TestIssuer.sign(submitter(List.of(POLICE)).claim("years", List.of()));
        get("/api/v1/reports/" + POLICE + "/2024/template", none).statusCode(403);
    }

    private static JwtClaimsBuilder submitter(List<String> agencies) {
        return TestIssuer.claims(Set.of("submitter"), agencies);
    }

    private static ValidatableResponse as(JwtClaimsBuilder claims) {
        return get("/api/v1/me", TestIssuer.sign(claims)).statusCode(200);
    }

    private static ValidatableResponse get(String address, String token) {
        return RestAssured.given()
                .noFilters()
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token)
                .get(address)
                .then();
    }
}
