package org.gongkai.filing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.publication.pdf.PdfPages;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.hamcrest.Matcher;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in force as a document. */
@QuarkusTest
class ReportDocumentTest extends ServiceTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final RealReport POLICE = ReportFiles.of("350128-police", 2022);
    private static final String PATH = "reports/350128-police/2022";
    private static final String TITLE = "平潭综合实验区公安局2022年政府信息公开工作年度报告";

    @BeforeEach
    void register() {
        fixture("document", () -> {
            registerAll();
            putInForce(POLICE);
        });
    }

    @Test
    void isAnHtmlPage() {
        String html = get(PATH + "?format=html")
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Language", "zh-CN")
                .header("Content-Disposition", nullValue())
                .header("Content-Security-Policy", containsString("style-src 'unsafe-inline'"))
                .extract()
                .asString();

        Document page = Jsoup.parse(html);
        assertThat(page.select("h1").text()).isEqualTo(TITLE);
        assertThat(page.getElementById("overview").select("p").eachText())
                .isEqualTo(List.of(POLICE.content().get("overview").textValue().split("\n")));
        assertThat(page.select("td.number")).hasSize(200);
        assertThat(page.select("#proactiveDisclosure td").eachText())
                .containsExactly("0", "0", "0", "4", "1", "7", "0", "157", "0", "0");
    }

    @Test
    void isAWordDocument() throws IOException {
        byte[] docx = get(PATH + "?format=docx")
                .statusCode(200)
                .header("Content-Type", DOCX)
                .header("Content-Disposition", fileName("docx"))
                .extract()
                .asByteArray();

        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(word.getParagraphs().get(0).getText()).isEqualTo(TITLE);
            assertThat(word.getTables()).hasSize(3);
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo(TITLE);
        }
    }

    @Test
    void isAPdfFile() {
        byte[] pdf = get(PATH + "?format=pdf")
                .statusCode(200)
                .header("Content-Type", PDF)
                .header("Content-Language", "zh-CN")
                .header("Content-Disposition", fileName("pdf"))
                .extract()
                .asByteArray();

        assertThat(PdfPages.joined(pdf))
                .startsWith(TITLE + "一、总体情况")
                .contains(POLICE.content().get("overview").textValue().replaceAll("\\s", ""));
        assertThat(get(PATH + "?format=pdf").extract().asByteArray()).isEqualTo(pdf);
    }

    /** An answer of this size is written in parts, and not by the framework. */
    @Test
    void sendsEachHeaderOfALargeDocumentOnce() {
        ExtractableResponse<Response> document = get(PATH + "?format=pdf").extract();

        assertThat(document.asByteArray()).hasSizeGreaterThan(1 << 16);
        assertThat(document.headers()).extracting(Header::getName).doesNotHaveDuplicates();
    }

    @Test
    void answersHeadWithTheHeadersOfTheDocument() {
        ExtractableResponse<Response> document = get(PATH + "?format=pdf").extract();

        RestAssured.given()
                .head("/api/v1/" + PATH + "?format=pdf")
                .then()
                .statusCode(200)
                .header("Content-Type", PDF)
                .header("Content-Disposition", fileName("pdf"))
                .header("ETag", document.header("ETag"));
    }

    @Test
    void isAWorkbook() throws IOException {
        byte[] xlsx = get(PATH + "?format=xlsx")
                .statusCode(200)
                .header("Content-Type", XLSX)
                .header("Content-Disposition", fileName("xlsx"))
                .extract()
                .asByteArray();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "*/* | application/json",
                "text/html,application/xhtml+xml,*/*;q=0.8 | text/html;charset=UTF-8",
                "application/json;q=0.5, text/html;q=0.9 | text/html;charset=UTF-8",
                DOCX + " | " + DOCX,
                PDF + " | " + PDF,
                XLSX + " | " + XLSX
            })
    void formatFollowsTheAcceptHeader(String accepted, String expected) {
        accepting(accepted, PATH)
                .statusCode(200)
                .header("Content-Type", containsString(expected))
                .header(
                        "Vary",
                        expected.startsWith("application/vnd") || expected.equals(PDF)
                                ? "Accept, Authorization"
                                : "Accept, Accept-Encoding, Authorization");
        accepting(accepted, PATH + "?format=docx").header("Content-Type", DOCX);
    }

    @Test
    void isJsonByDefault() throws IOException {
        String json = get(PATH)
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .extract()
                .asString();

        assertThat(ReportFiles.JSON.readTree(json)).isEqualTo(POLICE.answer("平潭综合实验区公安局", 1));
        assertThat(get(PATH + "?format=json").extract().asString()).isEqualTo(json);
    }

    @Test
    void refusesUnknownFormats() {
        accepting("application/rtf", PATH).statusCode(406).body("type", equalTo("/problems/not-acceptable"));
        get(PATH + "?format=rtf")
                .statusCode(400)
                .body("parameters.known[0]", contains("json", "html", "docx", "pdf", "xlsx"));
        accepting("text/html", "reports/350128-police/2021")
                .statusCode(404)
                .header("Content-Type", containsString("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html", "docx", "pdf", "xlsx"})
    void hasAnEntityTagForEachFormat(String format) {
        String tag = get(PATH + "?format=" + format).extract().header("ETag");

        RestAssured.given()
                .header("If-None-Match", tag)
                .get("/api/v1/" + PATH + "?format=" + format)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        for (String other : List.of("json", "html", "docx", "pdf", "xlsx")) {
            if (!other.equals(format)) {
                RestAssured.given()
                        .header("If-None-Match", tag)
                        .get("/api/v1/" + PATH + "?format=" + other)
                        .then()
                        .statusCode(200);
            }
        }
    }

    /** The name of the report year, or of the roster once it is frozen. */
    @Test
    void hasTheNameOfTheAgencyInTheReportYear() {
        rename("平潭县公安局", "2023-06-01");
        String before = get(PATH + "?format=html").extract().header("ETag");
        title().body(containsString(TITLE));

        rename("平潭县公安局", "2022-06-01");
        title().body(containsString("<h1>平潭县公安局<wbr>2022年政府信息公开工作年度报告</h1>"));
        assertThat(get(PATH + "?format=html").extract().header("ETag")).isNotEqualTo(before);

        put("cycles/2022", "{}").statusCode(201);
        rename("平潭公安", "2022-07-01");
        title().body(containsString("<h1>平潭县公安局<wbr>2022年政府信息公开工作年度报告</h1>"));
    }

    @Test
    void linksToTheRevisionThatWaits_forCallersWhoMayReadIt() {
        RealReport other = ReportFiles.of("350128-finance", 2023);
        RealReport waiting = ReportFiles.of("350128-finance", 2024);
        putInForce(other);
        submit(waiting).statusCode(201);
        decide(waiting, 1, "ACCEPT").statusCode(200);
        correct(new RealReport(waiting.agency(), 2024, corrected(waiting))).statusCode(201);

        for (String format : List.of("json", "html")) {
            String path = "/api/v1/reports/350128-finance/2024?format=" + format;
            RestAssured.given()
                    .noFilters()
                    .header("Authorization", "Bearer " + TestIssuer.oversight())
                    .get(path)
                    .then()
                    .header("Link", containsString("/revisions/2"));
            RestAssured.given().noFilters().get(path).then().statusCode(200).header("Link", nullValue());
        }
    }

    private static JsonNode corrected(RealReport report) {
        ObjectNode content = report.content().deepCopy();
        return content.put("overview", "更正");
    }

    private static void rename(String name, String since) {
        put(
                        "agencies/350128-police",
                        Map.of(
                                "name",
                                name,
                                "district",
                                "350128",
                                "category",
                                "public-security",
                                "kind",
                                "DEPARTMENT",
                                "nameSince",
                                since,
                                "formerNames",
                                List.of(Map.of("name", "平潭综合实验区公安局"))))
                .statusCode(200);
    }

    private static ValidatableResponse title() {
        return get(PATH + "?format=html").statusCode(200);
    }

    private static ValidatableResponse accepting(String accepted, String path) {
        return RestAssured.given()
                .header("Accept", accepted)
                .get("/api/v1/" + path)
                .then();
    }

    private static Matcher<String> fileName(String ending) {
        return equalTo("attachment; filename=\"350128-police-2022." + ending + "\"; filename*=UTF-8''"
                + URLEncoder.encode(TITLE, StandardCharsets.UTF_8) + "." + ending);
    }
}
