package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.publication.Sheets;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The own figures of governments, recounted from the reports as plain JSON. */
@QuarkusTest
class GovernmentSeriesTest extends ServiceTest {

    private static final String ZONE = "350128-gov";
    private static final String RECEIVED = "/requests/newlyReceived/";
    private static final String QUERY = "statistics?figure=requests.newlyReceived&kind=GOVERNMENT";

    private final List<RealReport> ofZone =
            Stream.of(2021, 2022, 2023).map(year -> ReportFiles.of(ZONE, year)).toList();

    @BeforeEach
    void register() {
        registerAll();
    }

    private void putAllInForce() {
        ofZone.forEach(ServiceTest::putInForce);
        putInForce(ReportFiles.of("350128-finance", 2023));
        putInForce(ReportFiles.of("430212-finance", 2023));
    }

    @Test
    void givesTheOwnFiguresOfAGovernmentAsASeries() {
        putAllInForce();

        get(QUERY + "&groupBy=year&agency=" + ZONE)
                .statusCode(200)
                .body("kind", equalTo("GOVERNMENT"))
                .body("rows.year", contains(2021, 2022, 2023))
                .body(
                        "rows.value",
                        equalTo(ofZone.stream()
                                .map(report -> received(report, "total"))
                                .toList()))
                .body("rows.reports", contains(1, 1, 1));
        get("statistics?figure=requests.newlyReceived&year=2023")
                .body("kind", equalTo("DEPARTMENT"))
                .body("rows[0].reports", equalTo(2))
                .body("rows[0].value", not(equalTo(received(ofZone.get(2), "total"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "submitted"})
    void groupsByEveryDimension(String basis) {
        putAllInForce();
        RealReport report = ofZone.get(2);
        String query = QUERY + "&year=2023&district=350128&basis=" + basis;

        get(query + "&groupBy=district&level=city").body("rows.value", contains(received(report, "total")));
        get(query + "&groupBy=category").body("rows.value", contains(received(report, "total")));
        get(query + "&groupBy=agency").body("rows.agency.code", contains(ZONE));
        get(query + "&groupBy=agency&boundaries=current").body("rows.value", contains(received(report, "total")));
        JsonPath byType = get(query + "&groupBy=applicantType").extract().jsonPath();
        for (Map<String, Object> row : byType.<Map<String, Object>>getList("rows")) {
            assertThat(row.get("value")).isEqualTo(received(report, (String) row.get("applicantType")));
        }
    }

    /** Every leaf and total of the form, against the numbers of the report. */
    @Test
    void hasEveryFigureOfTheReport() throws JsonProcessingException {
        putAllInForce();
        Map<String, BigDecimal> numbers = Sheets.numbers(ofZone.get(2).content());

        JsonNode rows = ReportFiles.JSON
                .readTree(get("statistics?groupBy=figure&kind=GOVERNMENT&year=2023&district=350128")
                        .extract()
                        .asString())
                .get("rows");
        assertThat(rows).hasSizeGreaterThan(40);
        for (JsonNode row : rows) {
            String pointer = "/" + row.get("figure").asText().replace('.', '/');
            BigDecimal expected = numbers.getOrDefault(pointer, numbers.get(pointer + "/total"));
            assertThat(row.get("value").decimalValue()).as(pointer).isEqualByComparingTo(expected);
        }
    }

    @Test
    void countsTheReportsThatGovernmentsOweByTheirOwnDeadline() throws SQLException {
        put("cycles/2023", "{}").statusCode(201);
        long governments = count("select count(*) from obligation where year = 2023 and kind = 'GOVERNMENT'");
        TestClock.stopAt("2024-03-31T15:59:59Z");
        putInForce(ofZone.get(2));

        get(QUERY + "&year=2023")
                .body("rows[0].reports", equalTo(1))
                .body("rows[0].expected", equalTo((int) governments))
                .body("rows[0].late", equalTo(0));
        get("statistics?figure=rates.onTime&kind=GOVERNMENT&year=2023&agency=" + ZONE)
                .body("rows[0].value", equalTo(1));
        get(QUERY + "&year=2023&stats=rank,mean,change&groupBy=agency&agency=" + ZONE)
                .body("rows[0].rank", equalTo(1))
                .body("rows[0].mean", equalTo(received(ofZone.get(2), "total")));
    }

    @Test
    void expectsTheGovernmentsOfAYearThatWasNotOpened() throws SQLException {
        long governments = count("select count(*) from agency where kind = 'GOVERNMENT'");
        get(QUERY + "&year=2023")
                .body("rows[0].reports", equalTo(0))
                .body("rows[0].expected", equalTo((int) governments))
                .body("rows[0].value", nullValue());
    }

    @Test
    void followsCorrections_andKeepsEarlierStates() throws SQLException {
        putInForce(ofZone.get(2));
        String before = now();
        String etag = get(QUERY + "&year=2023").extract().header("ETag");
        RestAssured.given()
                .header("If-None-Match", etag)
                .get("/api/v1/" + QUERY + "&year=2023")
                .then()
                .statusCode(304);
        putInForce(new RealReport(
                ZONE,
                2023,
                Sheets.with(ofZone.get(2).content(), Map.of("/proactiveDisclosure/licensingDecisions", 7))));

        String licences = "statistics?figure=proactiveDisclosure.licensingDecisions&kind=GOVERNMENT&year=2023";
        get(licences).body("rows[0].value", equalTo(7));
        get(licences + "&asOf=" + before)
                .body(
                        "rows[0].value",
                        equalTo(ofZone.get(2)
                                .content()
                                .at("/proactiveDisclosure/licensingDecisions")
                                .intValue()));
        RestAssured.given()
                .header("If-None-Match", etag)
                .get("/api/v1/" + QUERY + "&year=2023")
                .then()
                .statusCode(200);
    }

    @Test
    void namesTheKindInEveryFormat() {
        putAllInForce();
        get(QUERY + "&year=2023&format=csv&groupBy=agency").statusCode(200).body(containsString(ZONE));
        get(QUERY + "&year=2023&format=jsonstat&groupBy=agency").body("extension.kind", equalTo("GOVERNMENT"));
        get(QUERY + "&year=2023&format=html&groupBy=agency").body(containsString("统计各政府自身的报告"));
        assertThat(get(QUERY + "&year=2023&format=ndjson&groupBy=agency&district=350128")
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void refusesAgenciesOfAnotherKind() {
        get("statistics?figure=requests.newlyReceived&agency=" + ZONE)
                .statusCode(400)
                .body("parameters[0].name", equalTo("agency"))
                .body("parameters[0].message", containsString("kind=GOVERNMENT"));
        get(QUERY + "&agency=350128-finance").statusCode(400).body("parameters[0].name", equalTo("agency"));
        get("statistics?figure=requests.newlyReceived&kind=TOWN")
                .statusCode(400)
                .body("parameters[0].name", equalTo("kind"));
    }

    private static int received(RealReport report, String type) {
        return report.content().at(RECEIVED + type).intValue();
    }
}
