package org.gongkai.statistics.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consolidated reports as documents: the form and the appendices. */
@QuarkusTest
class ConsolidatedDocumentTest extends ServiceTest {

    private static final String PATH = "consolidated-reports/2022?district=350128";

    /** A report with an open warning. */
    private static final RealReport WARNED = ReportFiles.of("350128-finance", 2024);

    @BeforeEach
    void register() {
        fixture("consolidation", () -> {
            registerAll();
            List.of("350128-police", "350128-tourism", "350128-gov")
                    .forEach(agency -> putInForce(ReportFiles.of(agency, 2022)));
        });
    }

    @Test
    void containsTheFormWithTheSums() throws IOException {
        JsonNode report =
                ReportFiles.JSON.readTree(get(PATH).extract().asString()).get("report");

        Document page = page(PATH, null);

        assertThat(page.select("h1").text()).isEqualTo("平潭综合实验区2022年政府信息公开工作年度报告");
        assertThat(page.select(".note").text()).startsWith("由各部门已生效的年度报告汇总：应报 13 份，已汇总 2 份。");
        assertThat(page.select("#overview p, #problemsAndImprovements p, #otherMatters p"))
                .isEmpty();
        assertThat(page.select("#disputes td").eachText()).containsExactlyElementsOf(disputes(report));
        assertThat(page.select("#requests tr").get(3).select("td").eachText())
                .containsExactlyElementsOf(numbers(report.at("/requests/newlyReceived")));
    }

    @Test
    void listsContributorsAndMissingReports() {
        Document page = page(PATH, null);

        assertThat(page.select("#appendix-1 h2").text()).isEqualTo("附件1　已汇总的年度报告");
        assertThat(page.select("#appendix-1 tbody tr")).hasSize(2);
        assertThat(page.select("#appendix-1 tbody tr").get(0).select("td").eachText())
                .startsWith("1", "平潭综合实验区公安局", "350128-police", "1");
        assertThat(page.select("#appendix-2 tbody tr")).hasSize(11);
        assertThat(page.select("#appendix-2 thead th").eachText()).containsExactly("序号", "机关", "代码");
        assertThat(page.select("#appendix-3 p").text()).isEqualTo("无。");
    }

    @Test
    void comparesWithTheReportOfTheGovernment() {
        Document page = page(PATH, null);

        assertThat(page.select("#appendix-4 h2").text()).isEqualTo("附件4　与平潭综合实验区管理委员会年度报告（第 1 版）的差异");
        JsonNode comparison = get(PATH).extract().body().as(JsonNode.class).at("/comparison/0/cells");
        assertThat(page.select("#appendix-4 tbody tr"))
                .hasSameSizeAs(comparison)
                .isNotEmpty();
        assertThat(page.select("#appendix-4 tbody tr").get(0).select("td").eachText())
                .containsSequence(
                        comparison.get(0).get("own").asText(),
                        comparison.get(0).get("sum").asText(),
                        comparison.get(0).get("difference").asText());
        assertThat(page.select("section")).hasSize(6 + 4);
    }

    @Test
    void listsOpenWarnings_inChinese() {
        putInForce(ReportFiles.of("350128-finance", 2023));
        putInForce(WARNED);

        Document page = Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "en")
                .get("/api/v1/consolidated-reports/2024?format=html")
                .asString());

        assertThat(page.select("h1").text()).isEqualTo("全部机关2024年政府信息公开工作年度报告");
        assertThat(page.select("#appendix-3 tbody td").eachText())
                .containsExactly(
                        "1",
                        "平潭综合实验区财政金融局",
                        "350128-finance",
                        "1",
                        "IN-FORCE",
                        "表二 · 行政规范性文件 · 现行有效件数",
                        get("consolidated-reports/2024").extract().path("openWarnings[0].message"));
    }

    /** The warnings that were open at an instant are not recorded. */
    /** A waiting revision is visible only to its agency and the oversight office. */
    @Test
    void showsTheStateOfAMissingReportOnlyToItsAgencyAndTheOffice() {
        putInForce(ReportFiles.of("350128-finance", 2023));
        submit(WARNED).statusCode(201);
        String path = "consolidated-reports/2024?district=350128";

        assertThat(page(path, TestIssuer.oversight()).select("#appendix-2").text())
                .contains("平潭综合实验区财政金融局 350128-finance 待审核", "平潭综合实验区公安局 350128-police 未报");
        assertThat(page(path, TestIssuer.submitter("350128-finance"))
                        .select("#appendix-2")
                        .text())
                .contains("350128-finance 待审核")
                .doesNotContain("未报");
        assertThat(page(path, TestIssuer.submitter("350128-police"))
                        .select("#appendix-2")
                        .text())
                .contains("350128-police 未报")
                .doesNotContain("待审核");
        assertThat(page(path, null).select("#appendix-2").text())
                .contains("350128-finance")
                .doesNotContain("待审核", "未报", "状态");
        answer(path + "&basis=submitted&format=html", null, "*/*", 401);
    }

    /** The sum keeps every rule that all reports keep, so the test corrupts a stored value. */
    @Test
    void listsRulesThatTheSumBreaks() throws Exception {
        execute("insert into figure_value (series, year, agency, revision, value)"
                + " select id, 2022, '350128-police', 1, 5 from series"
                + " where figure = 'requests.newlyReceived' and applicant_type = 'researchInstitution'");

        assertThat(page(PATH, null).select("#appendix-5").text())
                .startsWith("附件5　汇总数据中不成立的勾稽关系")
                .contains("T3-BALANCE", "T3-ROW-TOTAL");
    }

    @Test
    void isAvailableAsWordDocumentAndWorkbook() throws IOException {
        ExtractableResponse<Response> docx = answer(PATH + "&format=docx", null, "*/*", 200);
        ExtractableResponse<Response> xlsx = answer(PATH + "&format=xlsx", null, "*/*", 200);

        assertThat(docx.header("Content-Disposition"))
                .matches(
                        "attachment; filename=\"consolidated-350128-2022-v\\d+\\.docx\"; filename\\*=UTF-8''%E5.*\\.docx");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx.asByteArray()))) {
            assertThat(word.getTables()).hasSize(6);
            assertThat(word.getTables().get(3).getRow(1).getCell(1).getText()).isEqualTo("平潭综合实验区公安局");
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            XSSFSheet contributors = workbook.getSheet("附件1　已汇总的年度报告");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6 + 4);
            assertThat(contributors.getRow(4).getCell(1).getStringCellValue()).isEqualTo("平潭综合实验区公安局");
            assertThat(contributors.getRow(4).getCell(3).getNumericCellValue()).isEqualTo(1);
        }
    }

    /** Each request is sent twice: the second is answered from the cache. */
    @Test
    void distinguishesFormatsInTheCache() {
        Map<String, String> accepted = new HashMap<>();
        accepted.put("application/json", "application/json");
        accepted.put("text/html", "text/html;charset=UTF-8");
        String docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        accepted.put(docx, docx);
        accepted.put("application/pdf", "application/pdf");
        Map<String, String> tags = new HashMap<>();
        for (int time = 0; time < 2; time++) {
            accepted.forEach((accept, type) -> {
                ExtractableResponse<Response> answer = answer(PATH, null, accept, 200);
                assertThat(answer.contentType()).isEqualTo(type);
                assertThat(answer.header("Vary")).startsWith("Accept,").endsWith("Authorization");
                tags.put(accept, answer.header("ETag"));
            });
        }
        assertThat(tags.values()).doesNotHaveDuplicates();
        answer(PATH, null, "application/rtf", 406);
        get(PATH + "&format=rtf").statusCode(400).body("parameters[0].name", equalTo("format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "docx", "pdf", "xlsx"})
    void answersNotModified(String format) {
        String path = PATH + "&format=" + format;
        ExtractableResponse<Response> first = answer(path, null, "*/*", 200);

        RestAssured.given()
                .noFilters()
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1/" + path)
                .then()
                .statusCode(304);
        assertThat(answer(path, null, "*/*", 200).asByteArray()).isEqualTo(first.asByteArray());
        putInForce(ReportFiles.of("350128-economy", 2022));
        RestAssured.given()
                .noFilters()
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("ETag", matchesPattern("\"\\d+-.*\""));
    }

    private static List<String> disputes(JsonNode report) {
        JsonNode disputes = report.get("disputes");
        return List.of(
                        disputes.at("/reconsideration"),
                        disputes.at("/litigation/direct"),
                        disputes.at("/litigation/afterReconsideration"))
                .stream()
                .flatMap(results -> numbers(results).stream())
                .toList();
    }

    private static List<String> numbers(JsonNode row) {
        return row.properties().stream()
                .map(number -> number.getValue().asText())
                .toList();
    }

    private static Document page(String path, String token) {
        return Jsoup.parse(answer(path, token, "text/html", 200).asString());
    }

    private static ExtractableResponse<Response> answer(String path, String token, String accepted, int status) {
        return RestAssured.given()
                .noFilters()
                .headers(token == null ? Map.of() : Map.of("Authorization", "Bearer " + token))
                .header("Accept", accepted)
                .get("/api/v1/" + path)
                .then()
                .statusCode(status)
                .extract();
    }
}
