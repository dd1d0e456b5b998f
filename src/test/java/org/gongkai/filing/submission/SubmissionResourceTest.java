package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.report.ReportHead;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubmissionResourceTest extends ServiceTest {

    private static final String IN_FORCE = "/proactiveDisclosure/normativeDocuments/inForce";
    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void storesEveryRealReportThatBalances_andRejectsTheOthersWithTheirPrintedErrors() {
        List<JsonNode> others = ReportFiles.entries("/reports/reports.json").toList();
        ReportFiles.balanced().forEach(report -> submit(report).statusCode(201));

        for (JsonNode other : others) {
            ValidatableResponse answer = submit(report(other));
            if (other.get("findings").isEmpty()) {
                answer.statusCode(201);
            } else {
                answer.statusCode(422)
                        .body("type", equalTo("/problems/report-rejected"))
                        .body("findings.pointer", contains(texts(other, "pointer")))
                        .body("findings.rule", contains(texts(other, "rule")))
                        .body("findings.severity", hasItem("ERROR"));
            }
        }
    }

    @Test
    void returnsAReceipt() {
        submit(POLICE)
                .statusCode(201)
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .body("agency", equalTo("350128-police"))
                .body("year", equalTo(2024))
                .body("revision", equalTo(1))
                .body("contentHash", matchesPattern("[0-9a-f]{64}"))
                .body("status", equalTo("ACCEPTED"))
                .body("decision.by", equalTo("system"))
                .body("findings.severity.unique()", contains("INFO"))
                .body("findings.rule.unique()", contains("LATE", "TEXT-ELSEWHERE"));
    }

    /** The member is not part of the content: the same content is not stored a second time. */
    @Test
    void acceptsTheNameOfTheForm() {
        submit(POLICE).statusCode(201);
        put("reports/350128-police/2024", POLICE.answer().putNull("form").toString())
                .statusCode(200)
                .body("revision", equalTo(1));

        put("reports/350128-police/2024", POLICE.answer().toString())
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2019\"", "\"\"", "2021", "[]"})
    void refusesTheNameOfAnotherForm(String form) throws IOException {
        ObjectNode report = POLICE.answer();
        report.set("form", ReportFiles.JSON.readTree(form));

        put("reports/350128-police/2024", report.toString())
                .statusCode(422)
                .body("findings.pointer", contains("/form"))
                .body("findings.message", contains(containsString("国办公开办函〔2021〕30号")));
    }

    /** A report that was downloaded is submitted as it is; what says which report it is is not part of the content. */
    @Test
    void acceptsADownloadedReport() {
        String hash = submit(POLICE).statusCode(201).extract().path("contentHash");
        String downloaded =
                get("reports/350128-police/2024").statusCode(200).extract().asString();

        put("reports/350128-police/2024", downloaded)
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("contentHash", equalTo(hash));

        correct("reports/350128-police/2024", downloaded.replace("\"overview\":\"", "\"overview\":\"更正。"))
                .statusCode(201)
                .body("revision", equalTo(2));
        decide(POLICE, 2, "ACCEPT");
        get("reports/350128-police/2024").body("revision", equalTo(2)).body("agency", equalTo("350128-police"));
        correct("reports/350128-police/2024", downloaded).statusCode(201).body("contentHash", equalTo(hash));
    }

    @Test
    void acceptsMembersThatAreNull() {
        ObjectNode report = POLICE.answer("平潭综合实验区公安局", 1);
        ReportHead.MEMBERS.forEach(report::putNull);

        put("reports/350128-police/2024", report.toString()).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "agency, \"430212-finance\"",
        "agency, \"350128-POLICE\"",
        "agency, 350128",
        "agencyName, 1",
        "agencyName, {}",
        "year, 2023",
        "year, \"2024\"",
        "year, 2024.5",
        "revision, 0",
        "revision, \"1\"",
        "revision, 99999999999"
    })
    void refusesTheHeadOfAnotherReport(String member, String value) throws IOException {
        ObjectNode report = POLICE.answer("平潭综合实验区公安局", 1);
        report.set(member, ReportFiles.JSON.readTree(value));

        put("reports/350128-police/2024", report.toString())
                .statusCode(422)
                .body("type", equalTo("/problems/report-rejected"))
                .body("findings.rule", contains("SHAPE"))
                .body("findings.pointer", contains("/" + member));
        post("validations", "{\"agency\":\"350128-police\",\"year\":2024,\"report\":" + report + "}")
                .statusCode(200)
                .body("findings.pointer", contains("/" + member));
    }

    @Test
    void returnsTheSubmittedReport_inTheOrderOfTheForm() throws IOException {
        submit(POLICE);

        String body =
                get("reports/350128-police/2024").statusCode(200).extract().asString();

        assertThat(ReportFiles.JSON.readTree(body)).isEqualTo(POLICE.answer("平潭综合实验区公安局", 1));
        assertThat(ReportFiles.JSON.readTree(body).fieldNames())
                .toIterable()
                .containsExactly(
                        "agency",
                        "agencyName",
                        "year",
                        "revision",
                        "form",
                        "overview",
                        "proactiveDisclosure",
                        "requests",
                        "disputes",
                        "problemsAndImprovements",
                        "otherMatters");
    }

    @Test
    void makesNoRevisionOfTheSameContentInOtherSpelling() {
        submit(POLICE).statusCode(201);
        String otherwiseWritten = POLICE.content()
                .toPrettyString()
                .replace("\"licensingDecisions\" : 52", "\"licensingDecisions\" : 5.2e1");

        put("reports/350128-police/2024", otherwiseWritten).statusCode(200).body("revision", equalTo(1));
        put("reports/350128-police/2024", "\uFEFF" + otherwiseWritten)
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void makesTheNextRevisionOfChangedContent() {
        submit(POLICE);

        correct("reports/350128-police/2024", withOverview("更正后的总体情况。"))
                .statusCode(201)
                .body("revision", equalTo(2));

        get("reports/350128-police/2024").body("overview", equalTo("更正后的总体情况。"));
        get("reports?agency=350128-police").body("total", equalTo(1)).body("items[0].revision", equalTo(2));
    }

    @Test
    void storesNothingOfARejectedReport() {
        submit(POLICE);
        ObjectNode wrong = POLICE.content().deepCopy();
        ((ObjectNode) wrong.at("/requests/newlyReceived")).put("total", 9);

        put("reports/350128-police/2024", wrong.toString()).statusCode(422);

        get("reports/350128-police/2024").body("requests.newlyReceived.total", equalTo(8));
        get("reports?agency=350128-police").body("items[0].revision", equalTo(1));
    }

    @Test
    void refusesALostUpdate() {
        String first = submit(POLICE).extract().header("ETag");
        String second = correct("reports/350128-police/2024", withOverview("第二稿"))
                .extract()
                .header("ETag");

        putIf("If-Match", first, "第三稿").statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        putIf("If-Match", second, "第三稿").statusCode(201).body("revision", equalTo(3));
        putIf("If-Match", "W/" + second, "第四稿").statusCode(412);
        putIf("If-None-Match", "*", "第四稿").statusCode(412).body("detail", containsString("3"));
        putIf("If-Match", first + ", *", "第四稿").statusCode(412);
        putIf("If-Match", "*", "第四稿").statusCode(201);
    }

    @Test
    void refusesToChangeAReportThatDoesNotExist() {
        putIf("If-Match", "\"1-0123456789abcdef\"", "第一稿").statusCode(412);
        get("reports/350128-police/2024").statusCode(404).body("type", equalTo("/problems/unknown-report"));
    }

    @Test
    void answers304ForAnUnchangedReport() {
        String tag = submit(POLICE).extract().header("ETag");

        RestAssured.given()
                .header("If-None-Match", tag)
                .get("/api/v1/reports/350128-police/2024")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        RestAssured.given()
                .header("If-None-Match", "\"other\", W/" + tag)
                .get("/api/v1/reports/350128-police/2024")
                .then()
                .statusCode(304);
    }

    @Test
    void answersInEnglishOnRequest() {
        RestAssured.given()
                .header("Accept-Language", "en-GB, zh;q=0.5")
                .contentType(ContentType.JSON)
                .body(ReportFiles.of("350128-approval", 2024).content().toString())
                .put("/api/v1/reports/350128-approval/2024")
                .then()
                .header("Content-Language", equalTo("en"))
                .body("title", equalTo("Report rejected"))
                .body("findings[0].message", equalTo("The total is 0, the results add up to 1, off by -1"));
    }

    @Test
    void refusesUnknownMediaTypes() {
        submit(POLICE);

        RestAssured.given()
                .accept("application/rtf")
                .get("/api/v1/reports/350128-police/2024")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void ignoresAnUnreadableLanguagePreference() {
        RestAssured.given()
                .header("Accept-Language", "en;q=2, ;;")
                .get("/api/v1/reports/nobody/2024")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("zh"));
    }

    @Test
    void listsReportsByFilter() {
        ReportFiles.balanced().forEach(ServiceTest::submit);

        get("reports").body("total", equalTo(18)).body("page", equalTo(0)).body("size", equalTo(50));
        get("reports?year=2024").body("items.year.unique()", contains(2024)).body("total", equalTo(5));
        get("reports?district=350000&category=finance").body("items.agency.unique()", contains("350128-finance"));
        get("reports?district=430200").body("items.agency", contains("430212-finance"));
        get("reports?status=RETURNED").body("items", empty());
        get("reports?district=nowhere")
                .statusCode(400)
                .body("parameters[0].name", equalTo("district"))
                .body("parameters[0].known", hasItem("350128"));
        get("reports?year=2018").statusCode(400).body("parameters[0].name", equalTo("year"));
        get("reports?status=LOST").statusCode(400).body("parameters[0].known", hasItem("ACCEPTED"));
    }

    @Test
    void linksToOtherPages() {
        ReportFiles.balanced().forEach(ServiceTest::submit);

        List<String> links = get("reports?size=7&page=1")
                .body("items", hasSize(7))
                .body("items[0].agency", equalTo("350128-gov"))
                .extract()
                .headers()
                .getValues("Link");

        assertThat(links).hasSize(4).allMatch(link -> link.contains("size=7"));
        get("reports?size=501").statusCode(400).body("parameters[0].name", equalTo("size"));
        get("reports?page=4294967&size=500").statusCode(400);
        get("reports?page=4294965&size=500").statusCode(200).body("items", empty());
        get("reports?page=-1").statusCode(400).body("detail", containsString("page"));
    }

    @Test
    void losesNoneOfManySubmissionsAtOnce() throws Exception {
        int submitted = 40;
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Integer> revisions = new ArrayList<>();
        try {
            List<Callable<Integer>> submissions = IntStream.range(0, submitted)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> correct("reports/350128-police/2024", withOverview("第 " + number + " 稿"))
                                    .statusCode(201)
                                    .extract()
                                    .path("revision"))
                    .toList();
            for (Future<Integer> submission : clients.invokeAll(submissions)) {
                revisions.add(submission.get());
            }
        } finally {
            clients.shutdown();
        }

        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, submitted).boxed().toList());
        assertThat(count("select count(*) from revision")).isEqualTo(submitted);
        assertThat(count("select count(*) from revision where status = 'ACCEPTED'"))
                .isEqualTo(1);
    }

    /**
     * Corrections of one year while the next is submitted: in the end, the newest revisions are compared with each
     * other.
     */
    @Test
    void comparesYearsThatAreSubmittedAtOnce_asOneAfterTheOther() throws Exception {
        int submitted = 24;
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> submissions = IntStream.range(0, submitted)
                    .<Callable<Integer>>mapToObj(number -> () -> correct(
                                    "reports/350128-police/" + (2023 + number % 2),
                                    Drafts.of("350128-police", 2024)
                                            .with("/overview", "第 " + number + " 稿")
                                            .with(IN_FORCE, number)
                                            .json())
                            .statusCode(201)
                            .extract()
                            .statusCode())
                    .toList();
            for (Future<Integer> submission : clients.invokeAll(submissions)) {
                submission.get();
            }
        } finally {
            clients.shutdown();
        }

        int lastYear =
                get("reports/350128-police/2023").extract().path("proactiveDisclosure.normativeDocuments.inForce");
        get("reports/350128-police/2024/revisions?size=1")
                .body("items[0].revision", equalTo(submitted / 2))
                .body("items[0].findings.findAll { it.rule == 'IN-FORCE' }.right", contains(lastYear));
    }

    @Test
    void storesEveryReportThatWasBuiltToBalance() {
        BalancedReports reports = new BalancedReports(20211);
        for (int number = 0; number < 20; number++) {
            correct(
                            "reports/350128-social/" + (2021 + number % 5),
                            reports.next().toString())
                    .statusCode(201);
        }
    }

    private static RealReport report(JsonNode entry) {
        return ReportFiles.of(entry.get("agency").asText(), entry.get("year").asInt());
    }

    private static String[] texts(JsonNode entry, String member) {
        return Stream.of(entry.get("findings"))
                .flatMap(findings -> findings.findValuesAsText(member).stream())
                .toArray(String[]::new);
    }

    private static String withOverview(String text) {
        return ((ObjectNode) POLICE.content()).deepCopy().put("overview", text).toString();
    }

    private static ValidatableResponse putIf(String condition, String tag, String overview) {
        return RestAssured.given()
                .header(new Header(condition, tag))
                .contentType(ContentType.JSON)
                .body(withOverview(overview))
                .queryParam("changeReason", CHANGE_REASON)
                .put("/api/v1/reports/350128-police/2024")
                .then();
    }
}
