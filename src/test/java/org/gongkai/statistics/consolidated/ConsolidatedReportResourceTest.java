package org.gongkai.statistics.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.publication.Sheets;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums of the whole form, compared with sums of the files that they are made from. */
@QuarkusTest
class ConsolidatedReportResourceTest extends ServiceTest {

    private static final List<String> REPORTED_2023 = List.of(
            "350128-approval",
            "350128-enforcement",
            "350128-finance",
            "350128-market",
            "350128-transport",
            "430212-finance");

    /** A report with an open warning, which waits for a decision. */
    private static final RealReport WAITING = ReportFiles.of("350128-finance", 2024);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void addsUpEveryCellOverAllDepartments() throws Exception {
        List<RealReport> reports = fileAllOf2023();

        JsonNode answer = read("consolidated-reports/2023");

        assertThat(Sheets.numbers(answer.get("report"))).hasSize(200).containsExactlyEntriesOf(Sheets.sums(reports));
        assertThat(answer.get("district")).isNull();
        assertThat(answer.at("/coverage/reports").asInt()).isEqualTo(reports.size());
        assertThat(answer.get("findings")).isEmpty();
        assertThat(answer.get("comparison")).isEmpty();
    }

    /** Clients can recompute the hash from the answer. The texts of the form are present and empty. */
    @Test
    void containsTheHashOfItsReport() throws Exception {
        fileAllOf2023();

        JsonNode answer = read("consolidated-reports/2023?district=350128");

        JsonNode report = answer.get("report");
        assertThat(List.of("overview", "problemsAndImprovements", "otherMatters"))
                .allSatisfy(text -> assertThat(report.get(text).textValue()).isEmpty());
        List<String> sections = new ArrayList<>(List.of("form"));
        ReportFiles.of("350128-finance", 2023).content().fieldNames().forEachRemaining(sections::add);
        assertThat(report.fieldNames()).toIterable().containsExactlyElementsOf(sections);
        assertThat(answer.get("contentHash").textValue()).isEqualTo(Sheets.hash(((ObjectNode) report).without("form")));
        assertThat(read("consolidated-reports/2023?district=350000").get("contentHash"))
                .isEqualTo(answer.get("contentHash"));
        assertThat(read("consolidated-reports/2023?district=430212").get("contentHash"))
                .isNotEqualTo(answer.get("contentHash"));
    }

    /** The sum is a valid report. */
    @Test
    void keepsTheArithmeticOfTheForm() throws IOException {
        fileAllOf2023();
        JsonNode sum = read("consolidated-reports/2023").get("report");

        post(
                        "validations",
                        Map.of(
                                "agency",
                                "350128-gov",
                                "year",
                                2023,
                                "report",
                                ReportFiles.JSON.convertValue(sum, Map.class)))
                .statusCode(200)
                .body("valid", equalTo(true));
    }

    /** The sum keeps every rule that all reports keep, so the test corrupts a stored value. */
    @Test
    void checksTheArithmeticOfTheSum() throws SQLException {
        putInForce(ReportFiles.of("350128-police", 2022));
        execute("insert into figure_value (series, year, agency, revision, value)"
                + " select id, 2022, '350128-police', 1, 5 from series"
                + " where figure = 'requests.newlyReceived' and applicant_type = 'researchInstitution'");

        get("consolidated-reports/2022")
                .body("findings.rule", containsInAnyOrder("T3-BALANCE", "T3-ROW-TOTAL"))
                .body(
                        "findings.pointer",
                        containsInAnyOrder(
                                "/requests/outcomes/total/researchInstitution", "/requests/newlyReceived/total"));
    }

    @Test
    void includesAllDistrictsInADistrict() throws IOException {
        List<RealReport> reports = fileAllOf2023();
        for (String district : List.of("350128", "350100", "350000", "430212", "430000")) {
            JsonNode answer = read("consolidated-reports/2023?district=" + district);

            assertThat(Sheets.numbers(answer.get("report")))
                    .as(district)
                    .containsExactlyEntriesOf(Sheets.sums(reports.stream()
                            .filter(report -> report.agency().startsWith(district.replaceFirst("(00)+$", "")))
                            .toList()));
            assertThat(answer.at("/district/code").textValue()).isEqualTo(district);
        }
        get("consolidated-reports/2023?district=430212").body("district.name", equalTo("渌口区"));
    }

    @Test
    void addsUpOnTheFormOf2019() throws IOException {
        JsonNode real = ReportFiles.of("350128-gov", 2019).content();
        List<RealReport> reports = List.of(
                new RealReport("350128-police", 2020, real),
                new RealReport(
                        "350128-finance",
                        2020,
                        Sheets.with(real, Map.of("/proactiveDisclosure/penalties/netChange", -1_000))));
        reports.forEach(ServiceTest::putInForce);

        JsonNode answer = read("consolidated-reports/2020?district=350128");

        assertThat(Sheets.numbers(answer.get("report"))).containsExactlyEntriesOf(Sheets.sums(reports));
        assertThat(answer.at("/report/proactiveDisclosure/penalties/netChange").asInt())
                .isNegative();
        assertThat(answer.get("findings")).isEmpty();
    }

    @Test
    void listsContributorsAndMissingDepartments() {
        fileAllOf2023();

        get("consolidated-reports/2023?district=350128")
                .body("coverage.reports", equalTo(5 + 2))
                .body("coverage.expected", equalTo(13))
                .body(
                        "contributors.agency.code",
                        contains(
                                "350128-approval",
                                "350128-economy",
                                "350128-enforcement",
                                "350128-finance",
                                "350128-market",
                                "350128-social",
                                "350128-transport"))
                .body("contributors[3].agency.name", equalTo("平潭综合实验区财政金融局"))
                .body("contributors.revision", everyItem(equalTo(1)))
                .body(
                        "contributors[3].contentHash",
                        equalTo(get("reports/350128-finance/2023/revisions/1")
                                .extract()
                                .path("contentHash")))
                .body(
                        "missing.agency.code",
                        contains(
                                "350128-agriculture",
                                "350128-investment",
                                "350128-office",
                                "350128-police",
                                "350128-resources",
                                "350128-tourism"))
                .body("missing.state", everyItem(equalTo("MISSING")));
    }

    @Test
    void reportsASumThatIsNotExactForEveryReader() {
        for (String agency : List.of("350128-police", "350128-finance")) {
            ObjectNode report = ((ObjectNode) ReportFiles.of(agency, 2024).content()).deepCopy();
            ((ObjectNode) report.get("proactiveDisclosure")).put("licensingDecisions", 9007199254740991L);
            putInForce(new RealReport(agency, 2024, report));
        }

        get("consolidated-reports/2024?district=350128")
                .body("report.proactiveDisclosure.licensingDecisions", equalTo(18014398509481982L))
                .body("findings.pointer", contains("/proactiveDisclosure/licensingDecisions"));
    }

    /**
     * Covers agencies on the roster, exempt agencies, agencies with a report outside the roster, and a year that was
     * not opened.
     */
    @Test
    void hasTheSameCoverageAsARollUp() throws IOException {
        put("agencies/350128-old", agency("DEPARTMENT", Map.of("validTo", "2022-12-30")))
                .statusCode(201);
        put("cycles/2022", "{}").statusCode(201);
        put("agencies/350128-late", agency("DEPARTMENT", Map.of("name", "后增局"))).statusCode(201);
        put("cycles/2022/obligations/350128-police", Map.of("reason", "免报", "exempt", true))
                .statusCode(200);
        put("cycles/2022/obligations/350128-tourism", Map.of("reason", "免报", "exempt", true))
                .statusCode(200);
        putInForce(ReportFiles.of("350128-police", 2022));
        putInForce(new RealReport("350128-late", 2022, new BalancedReports(1).next()));
        fileAllOf2023();

        get("consolidated-reports/2022?district=350128")
                .body("contributors.agency.code", contains("350128-late", "350128-police"))
                .body("missing.agency.code", hasSize(11))
                .body("missing.agency.code", not(hasItem("350128-tourism")))
                .body("missing.agency.code", not(hasItem("350128-old")));
        for (int year : new int[] {2021, 2022, 2023, 2024, 2025}) {
            for (String filter : List.of("", "?district=350128", "?district=350100", "?district=320000")) {
                JsonNode rollUp = read("statistics" + (filter.isEmpty() ? "?" : filter + "&")
                        + "figure=requests.newlyReceived&year=" + year);
                JsonNode coverage =
                        read("consolidated-reports/" + year + filter).get("coverage");
                assertThat(coverage.get("reports")).isEqualTo(rollUp.at("/rows/0/reports"));
                assertThat(coverage.get("expected")).isEqualTo(rollUp.at("/rows/0/expected"));
            }
        }
    }

    @Test
    void countsOnlyTheRevisionInForce() throws IOException {
        RealReport first = ReportFiles.of("350128-police", 2022);
        RealReport corrected = new RealReport(
                "350128-police",
                2022,
                Sheets.with(first.content(), Map.of("/proactiveDisclosure/licensingDecisions", 1)));
        putInForce(first);
        putInForce(corrected);

        assertThat(Sheets.numbers(read("consolidated-reports/2022").get("report")))
                .containsExactlyEntriesOf(Sheets.sums(List.of(corrected)));
        get("consolidated-reports/2022").body("contributors.revision", contains(2));
    }

    @Test
    void countsNeitherWaitingNorReturnedReports() throws IOException {
        putInForce(ReportFiles.of("350128-finance", 2023));
        submit(WAITING).body("status", equalTo("SUBMITTED"));
        assertThat(numbersOf("consolidated-reports/2024")).allMatch(BigDecimal.ZERO::equals);

        decide(WAITING, 1, "RETURN").statusCode(200);
        assertThat(numbersOf("consolidated-reports/2024")).allMatch(BigDecimal.ZERO::equals);
        get("consolidated-reports/2024")
                .body("contributors", empty())
                .body("missing.find { it.agency.code == '350128-finance' }.state", equalTo("RETURNED"));
    }

    @Test
    void isAllZerosWithoutDepartments() throws IOException {
        fileAllOf2023();

        JsonNode answer = read("consolidated-reports/2023?district=430225");

        assertThat(Sheets.numbers(answer.get("report")).values()).hasSize(200).allMatch(BigDecimal.ZERO::equals);
        assertThat(answer.get("coverage").toString()).isEqualTo("{\"reports\":0,\"expected\":0}");
        assertThat(answer.get("contributors")).isEmpty();
        assertThat(answer.get("missing")).isEmpty();
        assertThat(answer.get("comparison")).isEmpty();
    }

    @Test
    void refusesUnknownParameters() {
        get("consolidated-reports/2023?district=1&basis=5")
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("parameters.name", containsInAnyOrder("district", "basis"))
                .body("parameters.find { it.name == 'district' }.known", hasItem("350128"))
                .body("parameters.find { it.name == 'basis' }.known", contains("accepted", "submitted"));
        get("consolidated-reports/2023?district={code}", "3501\u000028")
                .statusCode(400)
                .body("parameters.name", hasItem("district"));
        get("consolidated-reports/2023?distrikt=350128").statusCode(400);
        get("consolidated-reports/2023?district=").statusCode(400);
        get("consolidated-reports/2018").statusCode(404).body("type", equalTo("/problems/year-not-covered"));
        get("consolidated-reports/last").statusCode(400);
        get("consolidated-reports/2023?basis=accepted").statusCode(200).body("basis", equalTo("accepted"));
    }

    /**
     * Real reports of departments, two generated reports with many figures, and the government's own report, which
     * never counts.
     */
    private static List<RealReport> fileAllOf2023() {
        BalancedReports dense = new BalancedReports(7);
        List<RealReport> reports = Stream.concat(
                        REPORTED_2023.stream().map(agency -> ReportFiles.of(agency, 2023)),
                        Stream.of("350128-social", "350128-economy")
                                .map(agency -> new RealReport(agency, 2023, dense.next())))
                .toList();
        reports.forEach(ServiceTest::putInForce);
        putInForce(ReportFiles.of("350128-gov", 2023));
        return reports;
    }

    private static Collection<BigDecimal> numbersOf(String path) throws IOException {
        return Sheets.numbers(read(path).get("report")).values();
    }

    private static String agency(String kind, Map<String, String> dates) {
        ObjectNode agency = ReportFiles.JSON.valueToTree(dates);
        return agency.put("name", dates.getOrDefault("name", "某局"))
                .put("district", "350128")
                .put("category", "general-office")
                .put("kind", kind)
                .toString();
    }

    private static JsonNode read(String path) throws IOException {
        return ReportFiles.JSON.readTree(get(path).statusCode(200).extract().asString());
    }
}
