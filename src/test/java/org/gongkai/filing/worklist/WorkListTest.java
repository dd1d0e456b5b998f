package org.gongkai.filing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.filing.Drafts;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work list of the oversight office, with real reports, compared with a recount from the histories of reports. */
@QuarkusTest
class WorkListTest extends ServiceTest {

    private static final String LIST = "work-list?size=500";
    private static final String IN_FORCE = "/proactiveDisclosure/normativeDocuments/inForce";

    /** The weights, as the contract documents them. */
    private static final Map<String, Integer> WEIGHTS = Map.of(
            "CARRY-OVER", 5,
            "IN-FORCE", 5,
            "RULE-MAKING", 5,
            "SUCCESSION", 5,
            "REPORT-COPIED", 5,
            "CONSOLIDATION", 5,
            "TEXT-REQUESTS", 3,
            "TEXT-DISPUTES", 3,
            "TEXT-FEES", 3,
            "TEXT-YEAR", 3);

    /** An entry of the work list, as far as it can be recounted. */
    private record Line(
            String agency,
            int year,
            int revision,
            String state,
            boolean correction,
            int openWarnings,
            int weight,
            List<String> rules,
            String since) {}

    @BeforeEach
    void submitReports() {
        fixture("worklist", WorkListTest::load);
    }

    /** Submits real reports. Then the agency corrects one, by which warnings about the next year open. */
    private static void load() {
        registerAll();
        ReportFiles.balanced().forEach(report -> submit(report).statusCode(201));
        decide(ReportFiles.of("350128-gov", 2023), 1, "ACCEPT").statusCode(200);
        correct(
                        "reports/350128-gov/2021",
                        Drafts.of("350128-gov", 2021).withOneCarriedForward().json())
                .body("status", equalTo("ACCEPTED"));
        correct(
                        "reports/350128-gov/2023",
                        Drafts.of("350128-gov", 2023).with(IN_FORCE, 471).json())
                .body("status", equalTo("SUBMITTED"));
        correct(
                        "reports/350128-finance/2024",
                        Drafts.of("350128-finance", 2024).with(IN_FORCE, 900).json())
                .body("status", equalTo("SUBMITTED"));
        correct(
                        "reports/350128-finance/2024",
                        Drafts.of("350128-finance", 2024).with(IN_FORCE, 901).json())
                .body("status", equalTo("SUBMITTED"));
    }

    @Test
    void listsWhatARecountOfTheHistoriesFinds() {
        List<Line> lines = lines(LIST);

        assertThat(lines).isEqualTo(recount());
        assertThat(lines)
                .extracting(line -> line.agency() + " " + line.year() + " " + line.state() + " " + line.correction())
                .contains("350128-gov 2022 REOPENED false", "350128-gov 2023 WAITING true");
    }

    @Test
    void listsARevisionInForce_onlyForWarningsThatOpenedAfterwards() {
        assertThat(lines("work-list?agency=350128-gov&state=REOPENED"))
                .extracting(Line::year, Line::revision, Line::openWarnings, Line::weight, Line::rules)
                .containsExactly(tuple(2022, 1, 3, 15, List.of("CARRY-OVER", "CONSOLIDATION")));

        List<Map<String, String>> warnings = get("reports/350128-gov/2022/revisions/latest")
                .extract()
                .path("findings.findAll { it.severity == 'WARNING' && it.state == 'OPEN' }");
        post(
                        "reports/350128-gov/2022/explanations",
                        warnings.stream()
                                .map(warning -> explanation(warning.get("rule"), warning.get("pointer")))
                                .toList())
                .statusCode(200);

        get("work-list?agency=350128-gov&state=REOPENED").body("items", empty());
    }

    @Test
    void losesTheRevisionThatWasDecidedOn_andTheOneThatTheAgencyWithdrew() {
        decide(ReportFiles.of("350128-gov", 2023), 2, "RETURN").statusCode(200);
        get("work-list?agency=350128-gov&state=WAITING").body("total", equalTo(0));
        int newest = get("work-list?agency=350128-finance&year=2024").extract().path("items[0].revision");

        delete("reports/350128-finance/2024/revisions/" + newest).statusCode(200);

        get("work-list?agency=350128-finance&year=2024").body("items.revision", contains(newest - 1));
        assertThat(lines(LIST)).isEqualTo(recount());
    }

    @Test
    void countsCalendarDaysInBeijing() {
        TestClock.stopAt("2025-03-01T15:59:00Z");
        correct(
                        "reports/350128-transport/2024",
                        Drafts.of("350128-transport", 2024).with(IN_FORCE, 999).json())
                .body("status", equalTo("SUBMITTED"));
        String list = "work-list?agency=350128-transport&year=2024";

        get(list).body("items[0].daysWaiting", equalTo(0)).body("items[0].deadline", equalTo("2025-01-31"));
        TestClock.stopAt("2025-03-01T16:00:00Z");
        get(list).body("items[0].daysWaiting", equalTo(1));
        TestClock.stopAt("2025-03-11T15:59:00Z");
        get(list).body("items[0].daysWaiting", equalTo(10));
    }

    @Test
    void knowsTheDeadlineOfTheCycleAndOfTheAgency() {
        String list = "work-list?agency=350128-finance&year=2024";
        put("cycles/2024", Map.of("departmentDeadline", "2025-02-15")).statusCode(201);
        get(list).body("items[0].deadline", equalTo("2025-02-15"));

        put("cycles/2024/obligations/350128-finance", Map.of("deadline", "2025-03-20", "reason", "延期"))
                .statusCode(200);

        get(list).body("items[0].deadline", equalTo("2025-03-20")).body("items[0].late", equalTo(true));
    }

    @Test
    void knowsWhetherTheReportWasLate() {
        TestClock.stopAt("2025-01-31T15:59:59Z");
        String draft = Drafts.of("350128-transport", 2024).with("/overview", "").json();
        correct("reports/350128-social/2024", draft).body("status", equalTo("SUBMITTED"));
        TestClock.stopAt("2025-01-31T16:00:00Z");
        correct("reports/350128-agriculture/2024", draft).body("status", equalTo("SUBMITTED"));

        get("work-list?agency=350128-social").body("items.late", contains(false));
        get("work-list?agency=350128-agriculture").body("items.late", contains(true));
    }

    @Test
    void filters() {
        List<Line> all = recount();

        assertThat(lines(LIST + "&year=2021..2022"))
                .isNotEmpty()
                .isEqualTo(all.stream().filter(line -> line.year() <= 2022).toList());
        assertThat(lines(LIST + "&rule=CARRY-OVER,TEXT-FEES"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(line -> line.rules().contains("CARRY-OVER")
                                || line.rules().contains("TEXT-FEES"))
                        .toList());
        assertThat(lines(LIST + "&district=350000"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(line -> line.agency().startsWith("35"))
                        .toList());
        assertThat(lines(LIST + "&category=finance"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(line -> line.agency().endsWith("-finance"))
                        .toList());
        assertThat(lines(LIST + "&district=310000")).isEmpty();
    }

    @Test
    void sortsAndPages() {
        List<Line> heaviest = recount().stream()
                .sorted(Comparator.comparing(Line::weight)
                        .reversed()
                        .thenComparing(Line::year)
                        .thenComparing(Line::since))
                .toList();

        assertThat(lines(LIST + "&orderBy=-weight,year")).isEqualTo(heaviest);

        List<Line> paged = new ArrayList<>();
        for (String next = ""; next != null; ) {
            ValidatableResponse page = get("work-list?size=1&orderBy=-weight,year" + next);
            paged.addAll(lines(page));
            String cursor = page.extract().path("next");
            next = cursor == null ? null : "&after=" + cursor;
        }
        assertThat(paged).isEqualTo(heaviest);
        for (String key :
                List.of("agency", "category", "deadline", "district", "openWarnings", "submittedAt", "-since")) {
            ValidatableResponse first = get("work-list?size=1&orderBy=" + key).statusCode(200);
            get("work-list?orderBy=" + key + "&after=" + first.extract().<String>path("next"))
                    .statusCode(200)
                    .body("items.size()", equalTo(heaviest.size() - 1));
        }
    }

    @Test
    void refusesUnknownCriteria() {
        get("work-list?orderBy=size").statusCode(400).body("parameters[0].known", hasItem("-weight"));
        get("work-list?rule=T3-BALANCE").statusCode(400).body("parameters[0].known", hasItem("CARRY-OVER"));
        get("work-list?state=MISSING").statusCode(400).body("parameters[0].known", contains("WAITING", "REOPENED"));
        get("work-list?year=1999&district=nowhere")
                .statusCode(400)
                .body("parameters.name", containsInAnyOrder("year", "district"));
        get("work-list?orderBy=weight&after=x").statusCode(400);
    }

    @Test
    void isATable() throws IOException {
        List<String> csv = get("work-list?format=csv&orderBy=-weight")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(csv.get(0))
                .startsWith("agency,agencyName,kind,district,districtName,category,categoryName,state,year,revision")
                .endsWith(
                        "correction,openWarnings,weight,rules,submittedAt,since,daysWaiting,deadline,late,contentHash");
        assertThat(csv).hasSize(recount().size() + 1);

        byte[] file = get("work-list?format=xlsx")
                .statusCode(200)
                .header("Content-Disposition", containsString("work-list.xlsx"))
                .extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum())
                    .isGreaterThanOrEqualTo(recount().size());
        }
    }

    @Test
    void showsALimitedOfficeItsDistrictsOnly() {
        correct(
                        "reports/430212-finance/2023",
                        Drafts.of("430212-finance", 2023).with("/overview", "").json())
                .body("status", equalTo("SUBMITTED"));

        assertThat(agencies("work-list?size=500", limited("430200"))).containsOnly("430212-finance");
        assertThat(agencies("work-list?size=500", limited("350000", "nowhere")))
                .isNotEmpty()
                .allMatch(agency -> agency.startsWith("35"));
        assertThat(agencies("work-list?size=500", limited())).isEmpty();
        assertThat(agencies("work-list?district=350000", limited("430200"))).isEmpty();
        assertThat(agencies("reports?status=SUBMITTED&size=500", limited("430200")))
                .containsOnly("430212-finance");
        assertThat(agencies("reports?status=ACCEPTED&size=500", limited("430200")))
                .contains("350128-gov")
                .doesNotContain("430212-finance");
        String year = TestIssuer.sign(office().claim("years", List.of(2022)));
        assertThat(as(year).get("/api/v1/work-list")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<Integer>>path("items.year"))
                .isNotEmpty()
                .containsOnly(2022);
        for (String path : List.of(
                "statistics?figure=requests.newlyReceived&year=2023&basis=submitted",
                "consolidated-reports/2023?district=430200&basis=submitted")) {
            as(limited("430200")).get("/api/v1/" + path).then().statusCode(403);
        }
    }

    @Test
    void letsALimitedOfficeDecideInItsDistrictsOnly() {
        Map<String, Object> decision = Map.of("revision", 2, "decision", "ACCEPT");
        as(limited("430200"))
                .contentType(ContentType.JSON)
                .body(decision)
                .post("/api/v1/reports/350128-gov/2023/decisions")
                .then()
                .statusCode(403);
        Map<String, Object> item = new LinkedHashMap<>(decision);
        item.putAll(Map.of("agency", "350128-gov", "year", 2023));
        as(limited("430200"))
                .contentType(ContentType.JSON)
                .body(List.of(item))
                .post("/api/v1/decisions")
                .then()
                .statusCode(200)
                .body("status", contains(403));

        as(limited("350128"))
                .contentType(ContentType.JSON)
                .body(decision)
                .post("/api/v1/reports/350128-gov/2023/decisions")
                .then()
                .statusCode(200);
    }

    /** Every rule whose violation is a warning has a weight in the database, the documented one. */
    @Test
    void weighsEveryRule() throws Exception {
        for (String rule : Forms.all().stream()
                .flatMap(form -> RuleBook.of(form).rules().stream())
                .filter(one -> one.severity() == Severity.WARNING)
                .map(one -> one.id())
                .distinct()
                .toList()) {
            assertThat(count("select warning_weight('" + rule + "')"))
                    .as(rule)
                    .isEqualTo(WEIGHTS.getOrDefault(rule, 1).longValue());
        }
    }

    private static Map<String, String> explanation(String rule, String pointer) {
        return Map.of("rule", rule, "pointer", pointer, "reason", "上年已更正");
    }

    private static String limited(String... districts) {
        return TestIssuer.sign(office().claim("districts", List.of(districts)));
    }

    private static JwtClaimsBuilder office() {
        return TestIssuer.claims(Set.of("oversight"), List.of());
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().noFilters().header("Authorization", "Bearer " + token);
    }

    private static List<String> agencies(String path, String token) {
        List<Object> agencies = as(token)
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("items.agency");
        return agencies.stream()
                .map(agency -> agency instanceof Map<?, ?> named ? (String) named.get("code") : (String) agency)
                .toList();
    }

    private static List<Line> lines(String path) {
        return lines(get(path).statusCode(200));
    }

    private static List<Line> lines(ValidatableResponse page) {
        List<Map<String, Object>> items = page.extract().path("items");
        return items.stream()
                .map(item -> new Line(
                        (String) ((Map<?, ?>) item.get("agency")).get("code"),
                        (Integer) item.get("year"),
                        (Integer) item.get("revision"),
                        (String) item.get("state"),
                        (Boolean) item.get("correction"),
                        (Integer) item.get("openWarnings"),
                        (Integer) item.get("weight"),
                        ((List<?>) item.get("rules"))
                                .stream().map(String.class::cast).toList(),
                        (String) item.get("since")))
                .toList();
    }

    /** Makes the list from the revisions and the audit log. */
    private static List<Line> recount() {
        List<Map<String, Object>> events = get("events?limit=1000").extract().path("items");
        List<Map<String, Object>> reports = get("reports?size=500").extract().path("items");
        List<Line> lines = new ArrayList<>();
        for (Map<String, Object> report : reports) {
            String agency = (String) report.get("agency");
            int year = (Integer) report.get("year");
            List<Map<String, Object>> revisions = get("reports/" + agency + "/" + year + "/revisions?size=500")
                    .extract()
                    .path("items");
            boolean isNewest = true;
            for (Map<String, Object> revision : revisions) {
                String status = (String) revision.get("status");
                if (status.equals("SUBMITTED") && isNewest) {
                    lines.add(line(agency, year, revision, "WAITING", revisions, open(revision), (String)
                            revision.get("submittedAt")));
                }
                if (status.equals("ACCEPTED")) {
                    reopened(agency, year, revision, revisions, events).ifPresent(lines::add);
                }
                isNewest &= status.equals("WITHDRAWN");
            }
        }
        return lines.stream()
                .sorted(Comparator.comparing(Line::since)
                        .thenComparing(Line::agency)
                        .thenComparing(Line::year))
                .toList();
    }

    private static Optional<Line> reopened(
            String agency,
            int year,
            Map<String, Object> revision,
            List<Map<String, Object>> revisions,
            List<Map<String, Object>> events) {
        String decided = (String) ((Map<?, ?>) revision.get("decision")).get("at");
        Map<String, String> opened = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.get("type").equals("FINDINGS_CHANGED"))
                .filter(event -> agency.equals(event.get("agency"))
                        && event.get("year").equals(year)
                        && event.get("revision").equals(revision.get("revision")))
                .filter(event -> ((String) event.get("at")).compareTo(decided) >= 0)
                .forEach(event -> ((List<?>) ((Map<?, ?>) event.get("detail")).get("appeared"))
                        .forEach(finding -> opened.put(place((Map<?, ?>) finding), (String) event.get("at"))));
        List<Map<String, Object>> open = open(revision).stream()
                .filter(finding -> opened.containsKey(place(finding)))
                .toList();
        return open.stream()
                .map(finding -> opened.get(place(finding)))
                .min(Comparator.naturalOrder())
                .map(since -> line(agency, year, revision, "REOPENED", revisions, open, since));
    }

    private static String place(Map<?, ?> finding) {
        return finding.get("rule") + " " + finding.get("pointer");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> open(Map<String, Object> revision) {
        return ((List<Map<String, Object>>) revision.get("findings"))
                .stream().filter(finding -> "OPEN".equals(finding.get("state"))).toList();
    }

    private static Line line(
            String agency,
            int year,
            Map<String, Object> revision,
            String state,
            List<Map<String, Object>> revisions,
            List<Map<String, Object>> open,
            String since) {
        int number = (Integer) revision.get("revision");
        List<String> rules =
                open.stream().map(finding -> (String) finding.get("rule")).toList();
        return new Line(
                agency,
                year,
                number,
                state,
                revisions.stream()
                        .filter(other -> (Integer) other.get("revision") < number)
                        .anyMatch(other -> Set.of("ACCEPTED", "SUPERSEDED").contains(other.get("status"))),
                open.size(),
                rules.stream().mapToInt(rule -> WEIGHTS.getOrDefault(rule, 1)).sum(),
                rules.stream().distinct().sorted().toList(),
                since);
    }
}
