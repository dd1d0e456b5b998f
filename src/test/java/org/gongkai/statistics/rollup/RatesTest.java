package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates, the order of rows, and their maximum number. */
@QuarkusTest
class RatesTest extends ServiceTest {

    private static final String POLICE = "350128-police";

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void dividesSums() {
        List<JsonNode> reports = Stream.of(2022, 2024)
                .map(year -> ReportFiles.of(POLICE, year))
                .peek(ServiceTest::putInForce)
                .map(ReportFiles.RealReport::content)
                .toList();
        BigDecimal closed = sum(reports, "/requests/outcomes/total/total");
        BigDecimal disclosed = sum(reports, "/requests/outcomes/disclosed/total")
                .add(sum(reports, "/requests/outcomes/partlyDisclosed/total"));

        get("statistics?figure=rates.disclosure&agency=" + POLICE)
                .body("figures", contains("rates.disclosure"))
                .body("rows[0].figure", equalTo("rates.disclosure"))
                .body("rows[0].value", equalTo(ratio(disclosed, closed)))
                .body("rows[0].reports", equalTo(2));
        get("statistics?figure=rates.disclosure&applicantType=naturalPerson&agency=" + POLICE)
                .body(
                        "rows[0].value",
                        equalTo(ratio(
                                sum(reports, "/requests/outcomes/disclosed/naturalPerson")
                                        .add(sum(reports, "/requests/outcomes/partlyDisclosed/naturalPerson")),
                                sum(reports, "/requests/outcomes/total/naturalPerson"))));
        get("statistics?figure=rates.refusal&groupBy=applicantType&agency=" + POLICE)
                .body("rows", hasSize(6));
    }

    @Test
    void countsCorrectionsAmongConcludedCases() {
        JsonNode report = ReportFiles.of("350128-gov", 2022).content();
        put(
                        "agencies/350128-area",
                        Map.of("name", "片区", "district", "350128", "category", "finance", "kind", "DEPARTMENT"))
                .statusCode(201);
        putInForce(new ReportFiles.RealReport("350128-area", 2022, report));
        BigDecimal corrected = disputes(report, "corrected");
        BigDecimal concluded = disputes(report, "upheld").add(corrected).add(disputes(report, "otherResult"));

        get("statistics?figure=rates.correction&year=2022&agency=350128-area")
                .body("rows[0].value", equalTo(ratio(corrected, concluded)));
        assertThat(corrected).isPositive();
    }

    @Test
    void hasNoValueForADenominatorOfZero_orWithoutReports() {
        get("statistics?figure=rates.disclosure,rates.correction,rates.onTime,requests.newlyReceived&year=2024")
                .body(
                        "rows.figure",
                        contains("rates.disclosure", "rates.correction", "rates.onTime", "requests.newlyReceived"))
                .body("rows[0].value", nullValue())
                .body("rows[1].value", nullValue())
                .body("rows[2].value", nullValue())
                .body("rows[3].value", nullValue())
                .body("rows[3].reports", equalTo(0));
        putInForce(ReportFiles.of("430212-finance", 2023));
        get("statistics?figure=rates.disclosure,requests.newlyReceived&year=2023")
                .body("rows[0].value", nullValue())
                .body("rows[1].value", equalTo(0));
    }

    @Test
    void countsReportsOnTimeAmongAgenciesOnTheRoster() {
        put("cycles/2023", "{}").statusCode(201);
        TestClock.stopAt("2024-01-31T15:59:59Z");
        putInForce(ReportFiles.of("350128-approval", 2023));
        TestClock.stopAt("2024-01-31T16:00:00Z");
        putInForce(ReportFiles.of("350128-market", 2023));

        get("statistics?figure=rates.onTime&year=2023&agency=350128-market,350128-approval,350128-finance,350128-agriculture")
                .body("rows[0].value", equalTo(0.25f))
                .body("rows[0].reports", equalTo(2))
                .body("rows[0].expected", equalTo(4));
        get("statistics?figure=rates.onTime&groupBy=agency&year=2023&agency=350128-market,350128-approval")
                .body("rows.agency.code", contains("350128-approval", "350128-market"))
                .body("rows.value", contains(1, 0));
        get("statistics?figure=rates.onTime&year=2023&groupBy=applicantType").statusCode(400);
    }

    @Test
    void ordersAndLimitsRows() {
        Stream.of(POLICE, "350128-office", "350128-finance")
                .forEach(agency -> putInForce(ReportFiles.of(agency, 2024)));
        String query = "statistics?figure=requests.newlyReceived&year=2024&groupBy=agency&district=350128";
        List<Integer> values = get(query).extract().path("rows.value");
        List<Integer> ascending = values.stream()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList();
        List<Integer> descending = values.stream()
                .sorted(Comparator.nullsLast(Comparator.reverseOrder()))
                .toList();

        get(query + "&orderBy=-value").body("rows.value", equalTo(descending));
        get(query + "&orderBy=value&limit=5").body("rows.value", equalTo(ascending.subList(0, 5)));
        get(query + "&orderBy=-reports,-agency&limit=3")
                .body("rows.agency.code", contains(POLICE, "350128-office", "350128-finance"));
        get("statistics?figure=rates.refusal&year=2024&groupBy=agency&district=350128&orderBy=-value&limit=1")
                .body("rows", hasSize(1))
                .body("rows[0].value", equalTo(0));
        get(query + "&orderBy=category").statusCode(400).body("parameters.name", hasItem("orderBy"));
        get(query + "&orderBy=best&limit=0").statusCode(400).body("parameters.name", contains("orderBy", "limit"));
    }

    @Test
    void buildsRatesFromFiguresOnAllForms() {
        assertThat(Rate.values()).allSatisfy(rate -> assertThat(rate.figures()).allSatisfy(code -> {
            Figure figure = Forms.catalogue().figure(code).orElseThrow();
            assertThat(figure.additive()).isTrue();
            assertThat(Forms.all()).allMatch(form -> form.figure(code).isPresent());
        }));
    }

    private static BigDecimal sum(List<JsonNode> reports, String pointer) {
        return reports.stream()
                .map(report -> report.at(pointer).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal disputes(JsonNode report, String result) {
        return Stream.of("reconsideration", "litigation/direct", "litigation/afterReconsideration")
                .map(block -> report.at("/disputes/" + block + "/" + result).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static float ratio(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, 6, RoundingMode.HALF_UP).floatValue();
    }
}
