package org.gongkai.filing.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of what changed at an instant or later. The service dates changes by its clock, which shows a later time than any other test. */
@QuarkusTest
class UpdatedSinceTest extends ServiceTest {

    private static final Instant FIRST = Instant.parse("2100-02-01T00:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
    private static final String REPORT = "reports/350128-police/2024";

    @BeforeEach
    void register() {
        registerAll();
        TestClock.stopAt(FIRST.toString());
    }

    private static ValidatableResponse since(String list, Instant instant) {
        return RestAssured.given()
                .noFilters()
                .queryParam("updatedSince", instant.toString())
                .get("/api/v1/" + list)
                .then()
                .statusCode(200);
    }

    @Test
    void listsReportsThatCameIntoForce() {
        putInForce(ReportFiles.of("350128-police", 2024));
        TestClock.stopAt(SECOND.toString());
        putInForce(ReportFiles.of("430212-finance", 2023));

        since("reports", FIRST).body("items.agency", contains("350128-police", "430212-finance"));
        since("reports", SECOND)
                .body("items.agency", contains("430212-finance"))
                .body("total", equalTo(1));
        since("reports", SECOND.plusNanos(1_000)).body("items", empty());
        since("reports?agency=350128-police", SECOND).body("items", empty());
    }

    @Test
    void listsReportsWhoseStatusChanged() {
        putInForce(ReportFiles.of("350128-finance", 2023));
        ReportFiles.RealReport waiting = ReportFiles.of("350128-finance", 2024);
        submit(waiting).body("status", equalTo("SUBMITTED"));
        TestClock.stopAt(SECOND.toString());

        get("reports?updatedSince=" + SECOND).body("items", empty());
        decide(waiting, 1, "ACCEPT").statusCode(200);

        get("reports?updatedSince=" + SECOND)
                .body("items.year", contains(2024))
                .body("items.status", contains("ACCEPTED"));
        since("reports", SECOND).body("items.year", contains(2024));
    }

    @Test
    void listsReportsThatCameIntoForceAgain() {
        putInForce(ReportFiles.of("350128-police", 2024));
        correct(
                        REPORT,
                        ReportFiles.of("350128-police", 2024)
                                .content()
                                .toString()
                                .replace("\"overview\":\"", "\"overview\":\"更正。"))
                .statusCode(201);
        post(REPORT + "/decisions", Map.of("revision", 2, "decision", "ACCEPT", "comment", "意见"));
        TestClock.stopAt(SECOND.toString());
        post(
                        REPORT + "/decisions",
                        Map.of("revision", 2, "decision", "WITHDRAW", "comment", "报错", "reinstatePrevious", true))
                .statusCode(200);

        since("reports", SECOND).body("items.revision", contains(1));
        get("reports?updatedSince=" + SECOND)
                .body("items.revision", contains(2))
                .body("items.status", contains("WITHDRAWN"));
    }

    /** A revision that waits must not show in the list of the public, not even as a change of the one in force. */
    @Test
    void doesNotRevealARevisionThatWaits() {
        putInForce(ReportFiles.of("350128-finance", 2023));
        ReportFiles.RealReport waiting = ReportFiles.of("350128-finance", 2024);
        submit(waiting).body("status", equalTo("SUBMITTED"));
        decide(waiting, 1, "ACCEPT").statusCode(200);
        TestClock.stopAt(SECOND.toString());
        correct(
                        "reports/350128-finance/2024",
                        waiting.content().toString().replace("\"overview\":\"", "\"overview\":\"更正。"))
                .body("status", equalTo("SUBMITTED"));

        since("reports", SECOND).body("items", empty());
        get("reports?updatedSince=" + SECOND).body("items.status", contains("SUBMITTED"));
    }

    @Test
    void listsChangedEntriesOfTheRegistry() {
        put("categories/finance", Map.of("name", "财政")).statusCode(200);
        TestClock.stopAt(SECOND.toString());
        put("categories/new-category", Map.of("name", "体育")).statusCode(201);
        put("districts/430299", Map.of("name", "新区", "level", "county", "parent", "430200"))
                .statusCode(201);
        put(
                        "agencies/430212-finance",
                        Map.of(
                                "name", "株洲市渌口区财政金融局",
                                "district", "430212",
                                "category", "finance",
                                "kind", "DEPARTMENT"))
                .statusCode(200);

        since("categories", SECOND).body("items.code", contains("new-category"));
        since("categories?format=csv", SECOND).body(containsString("new-category,体育"));
        since("districts", SECOND).body("items.code", contains("430299"));
        since("agencies", SECOND).body("items.code", contains("430212-finance"));
        since("agencies?district=350128", SECOND).body("items", empty());
        since("agencies", SECOND.plusSeconds(1)).body("items", empty());
    }

    /** An entry that is stored again without a change is not one that changed. */
    @Test
    void doesNotListEntriesThatAreTheSame() {
        put("categories/new-category", Map.of("name", "体育")).statusCode(201);
        TestClock.stopAt(SECOND.toString());
        put("categories/new-category", Map.of("name", "体育")).statusCode(200);

        since("categories", FIRST).body("items.code", hasItem("new-category"));
        since("categories", SECOND).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "agencies", "districts", "categories"})
    void refusesWhatIsNoInstant(String list) {
        for (String value : new String[] {"2025-03-31", "yesterday", "2025-02-30T00:00:00Z", "2025-03-31T16:00:00"}) {
            get(list + "?updatedSince=" + value)
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-parameter"))
                    .body("parameters.name", contains("updatedSince"))
                    .body("parameters.value", contains(value));
        }
        RestAssured.given()
                .queryParam("updatedSince", "2025-04-01T00:00:00+08:00")
                .get("/api/v1/" + list)
                .then()
                .statusCode(200);
    }
}
