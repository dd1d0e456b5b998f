package org.gongkai.security.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens that the service signs itself: what they allow, their list, their revocation and their successors. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class TokensTest extends ServiceTest {

    private static final String FINANCE = "430212-finance";
    private static final String POLICE = "350128-police";
    private static final String APPROVAL = "350128-approval";
    private static final String UNKNOWN_ID = "337cb1b9-e7aa-4861-89a2-dc46eafc1de2";

    private static final String TOKEN_EVENTS = "items.findAll {it.type.startsWith('TOKEN')}";

    @BeforeEach
    void signWithTheKeyOfTheService() {
        TestIssuer.useKeyOfService();
        registerAll();
    }

    @Test
    void signsATokenForSeveralAgenciesAndYears() {
        String token = issue(Map.of("agencies", List.of(POLICE), "years", List.of(2023, 2024), "subject", "县信息中心"))
                .getString("token");

        as(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("县信息中心"))
                .body("roles", contains("submitter"))
                .body("agencies", containsInAnyOrder(FINANCE, POLICE))
                .body("districts", nullValue())
                .body("years", contains(2023, 2024))
                .body("expiresAt", notNullValue());
        submit(token, FINANCE, 2023).statusCode(201);
        submit(token, POLICE, 2024).statusCode(201);
        submit(token, APPROVAL, 2024)
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", not(containsString("2023, 2024")));
    }

    @Test
    void namesADelegatedSubmitterBesideTheAgency() {
        String token =
                issue(Map.of("agencies", List.of(POLICE), "subject", "县信息中心")).getString("token");
        submit(token, POLICE, 2024).statusCode(201);

        List<Map<String, Object>> events =
                get("events").extract().path("items.findAll {it.type == 'REPORT_SUBMITTED'}");

        assertThat(events).singleElement().satisfies(event -> assertThat(event)
                .containsEntry("actor", "县信息中心")
                .containsEntry("agency", POLICE)
                .containsEntry("year", 2024));
        get("reports/" + POLICE + "/2024/revisions/latest").body("submittedBy", equalTo("县信息中心"));
    }

    @Test
    void representsTheAgenciesOfDistricts_asTheRegistryHasThemNow() {
        String token = issue(Map.of("districts", List.of("350000"))).getString("token");

        submit(token, POLICE, 2024).statusCode(201);
        submit(token, "321322-justice", 2024).statusCode(403);
        as(token)
                .get("/api/v1/reports/" + POLICE + "/2024/revisions/latest")
                .then()
                .statusCode(200);
        as(token).get("/api/v1/reports?agency=" + POLICE).then().body("items.status", contains("SUBMITTED"));

        moveToHunan(POLICE);

        as(token)
                .get("/api/v1/reports/" + POLICE + "/2024/revisions/latest")
                .then()
                .statusCode(403);
        as(token).get("/api/v1/reports?agency=" + POLICE).then().body("items", hasSize(0));
    }

    private static void moveToHunan(String agency) {
        Map<String, Object> entry = get("agencies/" + agency).extract().path("");
        entry.put("district", "430212");
        entry.remove("formerNames");
        entry.remove("warnings");
        put("agencies/" + agency, entry).statusCode(200);
    }

    @Test
    void refusesOtherYearsThanThoseOfTheToken() {
        String token = issue(Map.of("years", List.of(2023))).getString("token");
        RealReport report = ReportFiles.of(POLICE, 2024);
        String item = "{\"agency\": \"%s\", \"year\": 2024, \"report\": %s}".formatted(FINANCE, report.content());

        for (ValidatableResponse refused : List.of(
                submit(token, FINANCE, 2024),
                as(token).get("/api/v1/reports/" + FINANCE + "/2024/template").then(),
                as(token)
                        .get("/api/v1/reports/" + FINANCE + "/2024/revisions/latest")
                        .then(),
                as(token).get("/api/v1/cycles/2024/obligations").then(),
                as(token)
                        .contentType(ContentType.JSON)
                        .body(item)
                        .post("/api/v1/validations")
                        .then())) {
            refused.statusCode(403)
                    .body("detail", equalTo("The token may only be used for the years 2023, not for 2024"));
        }
        assertThat(as(token)
                        .contentType("application/x-ndjson")
                        .body(item.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/reports")
                        .asString())
                .contains("\"status\":403", "only be used for the years 2023");
        submit(token, FINANCE, 2023).statusCode(201);
    }

    @Test
    void listsTokensWithoutTheTokensThemselves() {
        JsonPath first = issue(Map.of());
        JsonPath second =
                issue(Map.of("agencies", List.of(POLICE), "districts", List.of("350128"), "years", List.of(2024)));

        get("agencies/" + FINANCE + "/tokens")
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.id", contains(second.getString("id"), first.getString("id")))
                .body("items.state", everyItem(equalTo("VALID")))
                .body("items.issuedBy", everyItem(equalTo("oversight")))
                .body("items[1].subject", equalTo("agency:" + FINANCE))
                .body("items[1].agencies", contains(FINANCE))
                .body("items[1].districts", nullValue())
                .body("items[1].expiresAt", equalTo(first.getString("expiresAt")))
                .body("items[0].agencies", contains(FINANCE, POLICE))
                .body("items[0].districts", contains("350128"))
                .body("items[0].years", contains(2024))
                .body("items[0].token", nullValue());
        get("agencies/" + POLICE + "/tokens").body("items.id", contains(second.getString("id")));
        get("agencies/" + APPROVAL + "/tokens").body("items", hasSize(0));
        get("agencies/" + FINANCE + "/tokens?size=1").body("items", hasSize(1)).body("next", notNullValue());
        get("agencies/no-such-agency/tokens").statusCode(404);
    }

    @Test
    void refusesARevokedTokenAtOnce() {
        JsonPath revoked = issue(Map.of());
        JsonPath other = issue(Map.of());

        delete("agencies/" + FINANCE + "/tokens/" + revoked.getString("id"))
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body("revokedBy", equalTo("oversight"));

        as(revoked.getString("token"))
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("type", equalTo("/problems/unauthenticated"))
                .body("detail", containsString("The token was revoked at "));
        assertThat(me(other)).isEqualTo(200);
        get("events")
                .body(TOKEN_EVENTS + ".type", contains("TOKEN_ISSUED", "TOKEN_ISSUED", "TOKEN_REVOKED"))
                .body(TOKEN_EVENTS + "[2].agency", equalTo(FINANCE))
                .body(TOKEN_EVENTS + "[2].after.id", equalTo(revoked.getString("id")));
    }

    @Test
    void changesNothingWhenATokenIsRevokedAgain() {
        String id = issue(Map.of()).getString("id");
        String first = delete("agencies/" + FINANCE + "/tokens/" + id).extract().asString();

        assertThat(delete("tokens/" + id).statusCode(200).extract().asString()).isEqualTo(first);
        get("events").body(TOKEN_EVENTS + ".type", contains("TOKEN_ISSUED", "TOKEN_REVOKED"));
    }

    @Tag("thorough")
    @Test
    void refusesATokenThatAnotherReplicaRevoked() throws Exception {
        JsonPath token = issue(Map.of());
        assertThat(me(token)).isEqualTo(200);

        execute("update issued_token set revoked_at = now(), revoked_by = 'another replica' where id = '"
                + token.getString("id") + "'");

        Until.is(() -> me(token) == 401, 60);
    }

    @Test
    void keepsAReplacedTokenForTheOverlap() {
        JsonPath old = issue(Map.of("agencies", List.of(POLICE), "years", List.of(2024), "lifetime", "P3D"));

        JsonPath next = post(
                        "agencies/" + FINANCE + "/tokens/" + old.getString("id") + "/rotation",
                        "{\"overlap\": \"PT1H\"}")
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .jsonPath();

        assertThat(me(old)).isEqualTo(200);
        assertThat(me(next)).isEqualTo(200);
        JsonPath list = get("agencies/" + FINANCE + "/tokens")
                .body("items.state", contains("VALID", "REPLACED"))
                .body("items[0].replaces", equalTo(old.getString("id")))
                .body("items[0].agencies", contains(FINANCE, POLICE))
                .body("items[0].years", contains(2024))
                .extract()
                .jsonPath();
        assertThat(lifetimeInSeconds(list)).isEqualTo(3 * 24 * 3600);
        post("tokens/" + old.getString("id") + "/rotation", "{}")
                .statusCode(409)
                .body("detail", containsString("REPLACED"));
        delete("tokens/" + old.getString("id")).body("state", equalTo("REVOKED"));
        assertThat(me(old)).isEqualTo(401);
        assertThat(me(next)).isEqualTo(200);
    }

    private static long lifetimeInSeconds(JsonPath list) {
        return Instant.parse(list.getString("items[0].expiresAt")).getEpochSecond()
                - Instant.parse(list.getString("items[0].issuedAt")).getEpochSecond();
    }

    @Test
    void refusesAReplacedTokenAtOnceWithoutAnOverlap() {
        JsonPath old = issue(Map.of());

        JsonPath next = post(
                        "tokens/" + old.getString("id") + "/rotation",
                        "{\"overlap\": \"PT0S\", \"lifetime\": \"PT5M\"}")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(me(old)).isEqualTo(401);
        assertThat(me(next)).isEqualTo(200);
    }

    @Test
    void replacesATokenOnceWhenManyAskAtTheSameTime() throws Exception {
        String id = issue(Map.of()).getString("id");
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> rotation = () -> as(TestIssuer.oversight())
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/tokens/" + id + "/rotation")
                    .statusCode();
            List<Integer> statuses = clients.invokeAll(List.of(rotation, rotation, rotation, rotation)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void revokesATokenOnlyUnderAnAgencyThatItNames() {
        JsonPath token = issue(Map.of());

        delete("agencies/" + POLICE + "/tokens/" + token.getString("id")).statusCode(404);
        delete("agencies/" + FINANCE + "/tokens/" + UNKNOWN_ID)
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-resource"));

        assertThat(me(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'agencies': ['no-such-agency']} | /agencies/0",
                "{'agencies': ['350128-police', null]} | /agencies/1",
                "{'agencies': []} | /agencies",
                "{'districts': ['999999']} | /districts/0",
                "{'districts': ['%']} | /districts/0",
                "{'years': [2023, 1999]} | /years/1",
                "{'subject': 'system'} | /subject",
                "{'subject': ''} | /subject",
                "{'lifetime': 'P400D'} | /lifetime",
                "{'tokens': 1} | /tokens"
            })
    void saysWhatIsWrongWithARequest(String request, String pointer) {
        post("agencies/" + FINANCE + "/tokens", request.replace('\'', '"'))
                .statusCode(422)
                .body("findings.pointer", contains(pointer));

        get("agencies/" + FINANCE + "/tokens").body("items", hasSize(0));
    }

    @Test
    void limitsTheNumberOfAgencies() {
        List<String> many = IntStream.range(0, 50).mapToObj(i -> "agency-" + i).toList();

        post("agencies/" + FINANCE + "/tokens", Map.of("agencies", many))
                .statusCode(422)
                .body("findings.pointer", contains("/agencies"))
                .body("findings[0].message", containsString("49"));
    }

    @Test
    void signsTokensOfTheOfficeAndOfReaders() {
        JsonPath office = post("tokens", Map.of("role", "oversight", "subject", "李明"))
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath reader = post("tokens", Map.of("role", "reader", "subject", "统计处"))
                .statusCode(200)
                .extract()
                .jsonPath();

        as(office.getString("token")).get("/api/v1/events").then().statusCode(200);
        as(reader.getString("token")).get("/api/v1/reports").then().statusCode(200);
        as(reader.getString("token")).get("/api/v1/events").then().statusCode(403);
        get("tokens?role=oversight")
                .body("items.id", hasItem(office.getString("id")))
                .body("items.role", everyItem(equalTo("oversight")));
        get("tokens").body("items.id", hasItems(office.getString("id"), reader.getString("id")));
        get("tokens?role=submitter").body("items", hasSize(0));
        get("tokens?role=nobody").statusCode(400).body("parameters[0].name", equalTo("role"));
        delete("tokens/" + office.getString("id")).statusCode(200);
        assertThat(me(office)).isEqualTo(401);
        post("tokens", Map.of("role", "submitter", "subject", "x"))
                .statusCode(422)
                .body("findings.pointer", contains("/role"));
        post("tokens", Map.of("subject", "李明")).statusCode(422).body("findings.pointer", contains("/role"));
        post("tokens", Map.of("role", "reader")).statusCode(422).body("findings.pointer", contains("/subject"));
    }

    @Test
    void keepsALimitedTokenOfTheOfficeFromLiftingItsLimits() {
        String limited = post("tokens", Map.of("role", "oversight", "subject", "平潭", "districts", List.of("350128")))
                .extract()
                .path("token");
        submit(TestIssuer.submitter(POLICE), POLICE, 2024).statusCode(201);
        submit(TestIssuer.submitter(FINANCE), FINANCE, 2023).statusCode(201);

        as(limited).get("/api/v1/me").then().body("districts", contains("350128"));
        as(limited)
                .get("/api/v1/agencies/" + POLICE + "/tokens")
                .then()
                .statusCode(403)
                .body("detail", containsString("limited"));
        as(limited)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/agencies/" + POLICE + "/tokens")
                .then()
                .statusCode(403);
        as(limited).get("/api/v1/tokens").then().statusCode(403);
        as(limited).get("/api/v1/reports?agency=" + POLICE).then().body("items.status", contains("SUBMITTED"));
        as(limited).get("/api/v1/reports?agency=" + FINANCE).then().body("items", hasSize(0));
        as(limited)
                .get("/api/v1/reports/" + FINANCE + "/2023/revisions/latest")
                .then()
                .statusCode(403);
        as(limited).get("/api/v1/events").then().body("items.agency", everyItem(startsWith("350128-")));
    }

    private static JsonPath issue(Map<String, ?> request) {
        return post("agencies/" + FINANCE + "/tokens", request)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int me(JsonPath token) {
        return as(token.getString("token")).get("/api/v1/me").statusCode();
    }

    /** Submits the content of a real report. */
    private static ValidatableResponse submit(String token, String agency, int year) {
        String content = ReportFiles.balanced()
                .filter(report -> report.year() == year)
                .findFirst()
                .orElseThrow()
                .content()
                .toString();
        return as(token)
                .contentType(ContentType.JSON)
                .body(content)
                .put("/api/v1/reports/" + agency + "/" + year)
                .then();
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given()
                .noFilters()
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }
}
