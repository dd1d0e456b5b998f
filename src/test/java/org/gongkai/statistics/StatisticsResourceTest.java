package org.gongkai.statistics;

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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatisticsResourceTest extends ServiceTest {

    private static final String AREA = """
            {"name": "平潭片区", "district": "350128", "category": "general-office", "kind": "DEPARTMENT"}""";

    /** Real reports that break their own arithmetic. */
    private static final Set<String> BROKEN = Set.of(
            "350128-resources-2023",
            "350128-approval-2024",
            "320813-gov-2023",
            "350128-gov-2020",
            "350128-resources-2020");

    /** The stored reports, added up here without the service's catalogue or SQL. */
    private final List<RealReport> stored = new ArrayList<>();

    @BeforeEach
    void fileReports() {
        List<RealReport> reports = reports();
        fixture("statistics", () -> {
            registerAll();
            reports.forEach(this::file);
        });
        stored.clear();
        reports.stream().filter(report -> !BROKEN.contains(report.toString())).forEach(this::remember);
    }

    private static List<RealReport> reports() {
        List<RealReport> reports = new ArrayList<>(ReportFiles.all());
        BalancedReports more = new BalancedReports(5);
        for (String agency : List.of("310000-office", "321322-development", "350128-social", "350128-economy")) {
            for (int year = 2021; year <= 2024; year++) {
                reports.add(new RealReport(agency, year, more.next()));
            }
        }
        return reports;
    }

    @Test
    void addsUpByYearDistrictCategoryAndAgency() {
        compare("year", report -> String.valueOf(report.year()));
        compare("district.code", report -> agency(report).get("district").asText());
        compare("category.code", report -> agency(report).get("category").asText());
        compare("agency.code", RealReport::agency);
    }

    @Test
    void addsUpInnerNodesAndTotals() {
        for (String figure : List.of("requests.outcomes.refused", "requests.outcomes", "requests.outcomes.total")) {
            BigDecimal sum = sum(departments(), report -> {
                JsonNode outcomes = report.content().at("/requests/outcomes");
                return figure.endsWith("refused") ? rowTotals(outcomes.get("refused")) : cell(outcomes, "/total/total");
            });
            get("statistics?figure=" + figure).body("rows[0].value", equalTo(sum.intValueExact()));
        }
        get("statistics?figure=disputes.litigation")
                .body(
                        "rows[0].value",
                        equalTo(sum(departments(), report -> cell(report.content(), "/disputes/litigation/direct/total")
                                        .add(cell(report.content(), "/disputes/litigation/afterReconsideration/total")))
                                .intValueExact()));
    }

    @Test
    void keepsDecimalsOfFees() {
        BigDecimal fees =
                sum(departments(), report -> cell(report.content(), "/proactiveDisclosure/administrativeFees"));
        String answer = RestAssured.get("/api/v1/statistics?figure=proactiveDisclosure.administrativeFees")
                .asString();

        assertThat(answer).contains("\"value\":" + fees.stripTrailingZeros().toPlainString() + ",");
    }

    @Test
    void splitsByTypeOfApplicant() {
        List<Integer> values = get("statistics?figure=requests.newlyReceived&groupBy=applicantType")
                .body(
                        "rows.applicantType",
                        contains(
                                "naturalPerson",
                                "commercialEnterprise",
                                "researchInstitution",
                                "publicWelfareOrganization",
                                "legalServiceOrganization",
                                "otherOrganization"))
                .extract()
                .path("rows.value");

        assertThat(values.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(sum(departments(), report -> cell(report.content(), "/requests/newlyReceived/total"))
                        .intValueExact());
        get("statistics?figure=requests.newlyReceived&applicantType=naturalPerson")
                .body(
                        "rows[0].value",
                        equalTo(sum(
                                        departments(),
                                        report -> cell(report.content(), "/requests/newlyReceived/naturalPerson"))
                                .intValueExact()));
    }

    @Test
    void breaksDownAGroupIntoItsLeaves() {
        get("statistics?figure=requests.outcomes.unableToProvide&groupBy=figure")
                .body("figures", contains("requests.outcomes.unableToProvide"))
                .body(
                        "rows.figure",
                        contains(
                                "requests.outcomes.unableToProvide.notHeld",
                                "requests.outcomes.unableToProvide.requiresCreation",
                                "requests.outcomes.unableToProvide.stillUnclear"));
        get("statistics?groupBy=figure&year=2023").body("rows", hasSize(46));
        get("statistics?groupBy=figure,applicantType&year=2023").body("rows", hasSize(24 * 6));
    }

    @Test
    void keepsSeveralFiguresApart() {
        get("statistics?figure=requests.newlyReceived,disputes.reconsideration&figure=requests.outcomes.disclosed&year=2023")
                .body(
                        "rows.figure",
                        contains("requests.newlyReceived", "disputes.reconsideration", "requests.outcomes.disclosed"));
    }

    @Test
    void groupsDistrictsAtALevel_andKeepsAgenciesOfHigherLevels() {
        get("statistics?figure=requests.newlyReceived&groupBy=district&level=city&year=2021..2024")
                .body("rows.district.code", contains("310000", "321300", "350100", "430200"))
                .body("rows.district.name", contains("上海市", "宿迁市", "福州市", "株洲市"));
        get("statistics?figure=requests.newlyReceived&groupBy=district&level=province")
                .body("rows.district.code", contains("310000", "320000", "350000", "430000"));
        int all = get("statistics?figure=requests.newlyReceived").extract().path("rows[0].value");
        for (String level : List.of("province", "city", "county", "town")) {
            List<Integer> values = get("statistics?figure=requests.newlyReceived&groupBy=district&level=" + level)
                    .extract()
                    .path("rows.value");
            assertThat(values.stream().mapToInt(Integer::intValue).sum())
                    .as(level)
                    .isEqualTo(all);
        }
    }

    @Test
    void filtersByDistrictWithAllDistrictsInIt() {
        get("statistics?figure=requests.newlyReceived&groupBy=agency&district=320000,430000")
                .body("rows.agency.code", contains("321322-development", "430212-finance"));
    }

    @Test
    void reportsItsCoverage() {
        get("statistics?figure=requests.newlyReceived&groupBy=year&district=350128")
                .body("rows.find { it.year == 2023 }.reports", equalTo(7))
                .body("rows.find { it.year == 2023 }.expected", equalTo(13));
        get("statistics?figure=requests.newlyReceived&district=350128&year=2022..2024")
                .body("rows[0].expected", equalTo(39));
        for (String groupBy : List.of("", "&groupBy=agency", "&groupBy=category", "&groupBy=district")) {
            get("statistics?figure=requests.newlyReceived&agency=350128-agriculture" + groupBy)
                    .body("rows", hasSize(1))
                    .body("rows[0].value", nullValue())
                    .body("rows[0].reports", equalTo(0))
                    .body("rows[0].expected", equalTo(4));
        }
        for (String groupBy : List.of("year", "district", "category", "agency", "year,category")) {
            List<Integer> expected = get("statistics?figure=requests.newlyReceived&groupBy=" + groupBy)
                    .extract()
                    .path("rows.expected");
            assertThat(expected.stream().mapToInt(Integer::intValue).sum())
                    .as(groupBy)
                    .isEqualTo(17 * 4);
        }
    }

    @Test
    void neverCountsAGovernmentsOwnReport() {
        get("statistics?figure=requests.newlyReceived&groupBy=agency")
                .body("rows.agency.code", not(hasItem("350128-gov")));
        get("statistics?figure=requests.newlyReceived&agency=350128-gov")
                .statusCode(400)
                .body("parameters[0].value", equalTo("350128-gov"))
                .body("parameters[0].message", containsString("consolidated-reports"));
    }

    @Test
    void refusesToAddUpAStockOverYears() {
        get("statistics?figure=requests.carriedForward")
                .statusCode(400)
                .body("type", equalTo("/problems/not-summable"))
                .body("detail", containsString("groupBy=year"));
        get("statistics?figure=proactiveDisclosure.rules.inForce&year=2022,2023&groupBy=district")
                .statusCode(400);
        get("statistics?figure=requests.carriedForward&year=2023").statusCode(200);
        get("statistics?figure=requests.carriedForward&groupBy=year").statusCode(200);
        get("statistics?figure=requests").statusCode(400).body("type", equalTo("/problems/not-summable"));
    }

    @Test
    void countsOnlyTheRevisionInForce() {
        long before = dataVersion();
        ObjectNode corrected =
                (ObjectNode) ReportFiles.of("350128-police", 2024).content();
        ((ObjectNode) corrected.get("proactiveDisclosure")).put("licensingDecisions", 53);

        correct("reports/350128-police/2024", corrected.toString()).statusCode(201);

        get("statistics?figure=proactiveDisclosure.licensingDecisions&agency=350128-police&year=2024")
                .body("rows[0].value", equalTo(53))
                .body("rows[0].reports", equalTo(1));
        assertThat(dataVersion()).isGreaterThan(before);
    }

    /** The row 三（六） is one number on the form of 2019, and the sum of three on the form of 2021. */
    @Test
    void addsUpCommonFiguresOverBothForms() {
        put("agencies/350128-area", AREA).statusCode(201);
        JsonNode form2019 = ReportFiles.of("350128-gov", 2019).content();
        ObjectNode of2020 = form2019.deepCopy();
        ((ObjectNode) of2020.at("/requests/outcomes/otherHandling"))
                .put("naturalPerson", 5)
                .put("total", 5);
        ((ObjectNode) of2020.at("/requests/outcomes/total"))
                .put("naturalPerson", 28)
                .put("total", 28);
        ((ObjectNode) of2020.at("/requests/newlyReceived"))
                .put("naturalPerson", 28)
                .put("total", 28);
        putInForce(new RealReport("350128-area", 2019, form2019));
        put("reports/350128-area/2020", of2020.toString()).body("status", equalTo("ACCEPTED"));
        putInForce(new RealReport(
                "350128-area", 2021, ReportFiles.of("350128-gov", 2021).content()));
        putInForce(new RealReport(
                "350128-area", 2022, ReportFiles.of("350128-gov", 2022).content()));
        String of = "&agency=350128-area&year=2019..2022";

        get("statistics?figure=requests.newlyReceived&groupBy=year" + of)
                .body("rows.value", contains(23, 28, 70, 74))
                .body("breaks", nullValue());
        get("statistics?figure=proactiveDisclosure.licensingDecisions" + of)
                .body("rows[0].value", equalTo(181 + 181 + 2293 + 10690))
                .body("rows[0].reports", equalTo(4));
        get("statistics?figure=requests.outcomes.otherHandling&groupBy=year" + of)
                .body("rows.value", contains(0, 5, otherHandling(2021), otherHandling(2022)));
        get("statistics?figure=requests.outcomes.otherHandling&groupBy=figure" + of)
                .body("rows.figure", contains("requests.outcomes.otherHandling"))
                .body("rows.value", contains(5 + otherHandling(2021) + otherHandling(2022)));
        get("statistics?figure=requests.outcomes.otherHandling&groupBy=figure&agency=350128-area&year=2021..2022")
                .body("rows.figure", hasSize(3));
    }

    @Test
    void listsBreaksInASeries() {
        put("agencies/350128-area", AREA).statusCode(201);
        put(
                        "reports/350128-area/2020",
                        ReportFiles.of("350128-gov", 2019).content().toString())
                .statusCode(201);
        putInForce(new RealReport(
                "350128-area", 2021, ReportFiles.of("350128-gov", 2021).content()));

        get("statistics?figure=proactiveDisclosure.administrativeFees,requests.newlyReceived&groupBy=year,figure"
                        + "&agency=350128-area&year=2020..2021")
                .body("breaks", hasSize(1))
                .body("breaks[0].figure", equalTo("proactiveDisclosure.administrativeFees"))
                .body("breaks[0].years", contains(2020))
                .body("rows.year", contains(2020, 2021, 2021))
                .body("rows.value", contains(23, 24252.311082f, 70));
        get("statistics?figure=proactiveDisclosure.administrativeFees&agency=350128-area&year=2020..2021")
                .body("rows[0].reports", equalTo(1))
                .body("rows[0].expected", equalTo(1));
        get("statistics?figure=proactiveDisclosure.licensing.netChange&agency=350128-area")
                .body("breaks[0].years", hasItem(2021))
                .body("rows[0].value", equalTo(0))
                .body("rows[0].reports", equalTo(1));
        get("statistics?figure=proactiveDisclosure.centralizedProcurement.totalAmount&agency=350128-area&year=2020")
                .body("rows[0].value", equalTo(357539.443252f));
    }

    @Test
    void addsUpNegativeChanges() {
        put("agencies/350128-area", AREA).statusCode(201);
        ObjectNode shrunk = ReportFiles.of("350128-gov", 2019).content().deepCopy();
        ((ObjectNode) shrunk.at("/proactiveDisclosure/penalties")).put("netChange", -18);
        put("reports/350128-area/2020", shrunk.toString()).statusCode(201);

        get("statistics?figure=proactiveDisclosure.penalties.netChange&year=2020")
                .body("rows[0].value", equalTo(-18));
    }

    @Test
    void reportsAllUnknownValuesAtOnce() {
        get("statistics?figure=requests.recieved&groupBy=yeer&district=1&category=2&agency=3&applicantType=4&year=20x1&basis=5")
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body(
                        "parameters.name",
                        hasItems(
                                "figure",
                                "groupBy",
                                "district",
                                "category",
                                "agency",
                                "applicantType",
                                "year",
                                "basis"))
                .body("parameters.find { it.name == 'figure' }.known", hasItem("requests.newlyReceived"))
                .body("parameters.find { it.name == 'groupBy' }.known", hasItem("year"))
                .body("parameters.find { it.name == 'district' }.known", hasItem("430212"));
        get("statistics?figure=requests.newlyReceived&district={d}&category={c}", "\u0000", "a\u0000")
                .statusCode(400)
                .body("parameters.name", hasItems("district", "category"));
        get("statistics?figure=requests.newlyReceived&district=,")
                .statusCode(400)
                .body("parameters.name", contains("district"));
        get("statistics?figure=requests.newlyReceived&district=")
                .statusCode(400)
                .body("parameters.name", contains("district"));
        get("statistics?groupBy=year").statusCode(400).body("parameters.name", contains("figure"));
        get("statistics?figure=requests.newlyReceived&sort=year")
                .statusCode(400)
                .body("parameters.name", contains("sort"));
        get("statistics?figure=requests.newlyReceived&level=city")
                .statusCode(400)
                .body("parameters.name", contains("level"));
        get("statistics?figure=disputes.reconsideration&groupBy=applicantType")
                .statusCode(400)
                .body("parameters[0].value", equalTo("disputes.reconsideration"));
        get("statistics?figure=requests.newlyReceived&year=2024..2021").statusCode(400);
        get("statistics?figure=requests.newlyReceived&year=2018").statusCode(400);
        get("statistics?figure=requests.newlyReceived&format=pdf")
                .statusCode(400)
                .body("parameters[0].known", contains("json", "csv", "xlsx", "jsonstat", "html", "ndjson"));
    }

    @Test
    void writesCsv() {
        String csv = RestAssured.given()
                .accept("text/csv")
                .get(
                        "/api/v1/statistics?figure=requests.newlyReceived&groupBy=district,year&district=430200&year=2022,2023")
                .then()
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv)
                .isEqualTo("district,districtName,year,figure,value,reports,expected,late,nil,nilStated\r\n"
                        + "430212,渌口区,2022,requests.newlyReceived,,0,1,0,0,0\r\n"
                        + "430212,渌口区,2023,requests.newlyReceived,0,1,1,0,1,0\r\n");
        assertThat(RestAssured.get(
                                "/api/v1/statistics?figure=requests.newlyReceived&groupBy=district,year&district=430200&year=2022,2023&format=csv")
                        .asString())
                .isEqualTo(csv);
    }

    @Test
    void prefersTheFormatParameterToTheAcceptHeader() {
        String query = "/api/v1/statistics?figure=requests.newlyReceived";
        RestAssured.given()
                .accept("text/html")
                .get(query + "&format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv");
        RestAssured.given().accept("text/*").get(query).then().statusCode(200).contentType("text/csv");
        RestAssured.given().accept("application/pdf").get(query).then().statusCode(406);
        RestAssured.given()
                .accept("application/pdf, */*;q=0.1")
                .get(query)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void ordersRowsByTheirKeysInTheRequestedOrder() {
        get("statistics?figure=requests.newlyReceived&groupBy=year,agency&year=2022,2023&district=350128")
                .body("rows.year[0]", equalTo(2022))
                .body("groupBy", contains("year", "agency"));
        get("statistics?figure=requests.newlyReceived&groupBy=agency,year&agency=350128-economy,350128-social")
                .body(
                        "rows.agency.code",
                        contains(
                                "350128-economy",
                                "350128-economy",
                                "350128-economy",
                                "350128-economy",
                                "350128-social",
                                "350128-social",
                                "350128-social",
                                "350128-social"))
                .body("rows.year", contains(2021, 2022, 2023, 2024, 2021, 2022, 2023, 2024))
                .body("rows.reports", everyItem(equalTo(1)));
        get("statistics?figure=requests.outcomes.unableToProvide&groupBy=figure,year&year=2022,2023")
                .body("rows.year", contains(2022, 2023, 2022, 2023, 2022, 2023));
    }

    private void file(RealReport report) {
        if (BROKEN.contains(report.toString())) {
            submit(report).statusCode(422);
        } else {
            putInForce(report);
            remember(report);
        }
    }

    private void remember(RealReport report) {
        stored.removeIf(other -> other.toString().equals(report.toString()));
        stored.add(report);
    }

    /** Compares the service's sums of three figures by one key with sums made here. */
    private void compare(String key, Function<RealReport, String> keyOf) {
        Map<String, String> figures = Map.of(
                "requests.newlyReceived", "/requests/newlyReceived/total",
                "requests.outcomes.disclosed", "/requests/outcomes/disclosed/total",
                "proactiveDisclosure.licensingDecisions", "/proactiveDisclosure/licensingDecisions");
        figures.forEach((figure, pointer) -> {
            Map<String, Integer> expected = expectedReports()
                    .collect(Collectors.groupingBy(
                            keyOf,
                            TreeMap::new,
                            Collectors.mapping(
                                    report -> report.content().at(pointer),
                                    Collectors.collectingAndThen(Collectors.toList(), StatisticsResourceTest::sum))));
            String dimension = key.replace(".code", "");
            List<Map<String, Object>> rows = get("statistics?figure=" + figure + "&groupBy=" + dimension)
                    .statusCode(200)
                    .extract()
                    .path("rows");
            Map<String, Integer> actual = new TreeMap<>();
            rows.forEach(row -> actual.put(keyIn(row, dimension), (Integer) row.get("value")));
            assertThat(actual).as("%s by %s", figure, key).isEqualTo(expected);
        });
    }

    /** Returns the sum of the cells of a group; {@code null} if nobody has reported. */
    private static Integer sum(List<JsonNode> cells) {
        return cells.stream().allMatch(JsonNode::isMissingNode)
                ? null
                : cells.stream().mapToInt(JsonNode::asInt).sum();
    }

    /** Returns a report of each department for each year with reports; missing reports are empty. */
    private Stream<RealReport> expectedReports() {
        List<RealReport> filed = departments();
        return filed.stream().map(RealReport::year).distinct().flatMap(year -> departmentCodes()
                .map(agency -> filed.stream()
                        .filter(report -> report.agency().equals(agency) && report.year() == year)
                        .findFirst()
                        .orElse(new RealReport(agency, year, MissingNode.getInstance()))));
    }

    private static Stream<String> departmentCodes() {
        return ReportFiles.entries("/reports/agencies.json")
                .filter(agency -> agency.get("kind").asText().equals("DEPARTMENT"))
                .map(agency -> agency.get("code").asText());
    }

    private static String keyIn(Map<String, Object> row, String dimension) {
        return row.get(dimension) instanceof Map<?, ?> named
                ? (String) named.get("code")
                : String.valueOf(row.get(dimension));
    }

    private List<RealReport> departments() {
        return stored.stream()
                .filter(report -> agency(report).get("kind").asText().equals("DEPARTMENT"))
                .toList();
    }

    private static JsonNode agency(RealReport report) {
        return ReportFiles.entries("/reports/agencies.json")
                .filter(entry -> entry.get("code").asText().equals(report.agency()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(List<RealReport> reports, Function<RealReport, BigDecimal> value) {
        return reports.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cell(JsonNode content, String pointer) {
        return content.at(pointer).decimalValue();
    }

    private static BigDecimal rowTotals(JsonNode group) {
        return group.findValues("total").stream().map(JsonNode::decimalValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long dataVersion() {
        Number version =
                get("statistics?figure=requests.newlyReceived").extract().path("dataVersion");
        return version.longValue();
    }

    private static int otherHandling(int year) {
        JsonNode other = ReportFiles.of("350128-gov", year).content().at("/requests/outcomes/otherHandling");
        return rowTotals(other).intValueExact();
    }
}
