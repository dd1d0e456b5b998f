package org.gongkai.statistics.rollup.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A roll-up in all formats. One bureau has reports for 2022 and 2024, another has none. */
@QuarkusTest
class StatisticsFormatsTest extends ServiceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String JSONSTAT = "application/vnd.json-stat+json";

    private static final String STATISTICS = "/api/v1/statistics";
    private static final String BY_YEAR = "?figure=requests.newlyReceived&groupBy=agency,year&year=2022,2024"
            + "&agency=350128-agriculture,350128-police";

    /** The value in the two reports. */
    private static final int RECEIVED_2022 = received(2022);

    private static final int RECEIVED_2024 = received(2024);

    @BeforeEach
    void fileReports() {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2022));
        putInForce(ReportFiles.of("350128-police", 2024));
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "csv, text/csv;charset=UTF-8",
        "xlsx, " + XLSX,
        "jsonstat, " + JSONSTAT,
        "html, text/html;charset=UTF-8",
        "ndjson, application/x-ndjson"
    })
    void choosesTheFormatByParameterOrHeader(String format, String mediaType) {
        RestAssured.given()
                .accept("application/pdf")
                .get(STATISTICS + BY_YEAR + "&format=" + format)
                .then()
                .statusCode(200)
                .contentType(mediaType);
        RestAssured.given()
                .accept(mediaType + ", application/pdf")
                .get(STATISTICS + BY_YEAR)
                .then()
                .statusCode(200)
                .contentType(mediaType);
    }

    @Test
    void printsAPage_inTheLanguageOfTheReader() {
        Document zh = Jsoup.parse(rollUp("&format=html", "zh").body().asString());
        Document en = Jsoup.parse(rollUp("&format=html", "en").body().asString());

        assertThat(zh.select("html").attr("lang")).isEqualTo("zh");
        assertThat(zh.select("thead th").eachText())
                .containsExactly("机关", "年度", "指标", "数值", "单位", "报告数", "应报数", "逾期报送数", "零报告数", "声明零报告数");
        assertThat(zh.select("dt").eachText()).containsExactly("来源", "查询", "数据时点", "数据版本");
        assertThat(zh.select("li").eachText()).anyMatch(note -> note.startsWith("报告数为已计入的报告份数"));
        assertThat(en.select("thead th").eachText())
                .containsExactly(
                        "Agency",
                        "Year",
                        "Figure",
                        "Value",
                        "Unit",
                        "Reports",
                        "Expected",
                        "Late",
                        "Nil returns",
                        "Stated nil returns");
        assertThat(zh.select("script, link, img")).isEmpty();
    }

    /** A group in which nobody has reported has no value, which is not the same as zero. */
    @Test
    void printsADash_whereThereIsNoReport() {
        Document page = Jsoup.parse(rollUp("&format=html", "zh").body().asString());

        assertThat(page.select("tr.incomplete td.none").eachText()).isNotEmpty().containsOnly("—");
        assertThat(page.select("tr:not(.incomplete) td").eachText()).doesNotContain("—");
    }

    @Test
    void labelsByName_inTheLanguageOfTheCaller() {
        String zh = rollUp("&format=csv&labels=names", "zh").body().asString();
        String en =
                rollUp("&format=csv&labels=names&groupBy=figure", "en").body().asString();

        assertThat(zh)
                .startsWith("agencyName,year,figureName,value,reports,expected,late,nil,nilStated\r\n")
                .contains(",2022,表三 · 一、本年新收政府信息公开申请数量," + RECEIVED_2022 + ",1,1,0,0,0\r\n");
        assertThat(en)
                .contains(",2022,Table 3 · 一、Requests newly received this year," + RECEIVED_2022 + ",1,1,0,0,0\r\n");
    }

    @Test
    void marksCsvForExcel() {
        assertThat(rollUp("&format=csv&bom=true", "zh").body().asByteArray())
                .startsWith(0xEF, 0xBB, 0xBF)
                .startsWith("\uFEFFagency,agencyName,year,figure,value".getBytes(StandardCharsets.UTF_8));
        assertThat(rollUp("&format=csv&bom=false", "zh").body().asByteArray()).startsWith('a', 'g', 'e');
    }

    @Test
    void writesAWorkbook() throws IOException {
        ExtractableResponse<Response> answer = rollUp("&format=xlsx", "zh");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"requests\\.newlyReceived-by-agency-year-v\\d+\\.xlsx\"");

        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(answer.body().asByteArray()))) {
            Sheet sheet = workbook.getSheet("汇总");
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("350128-police");
            assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(2022);
            assertThat(sheet.getRow(3).getCell(5).getNumericCellValue()).isEqualTo(RECEIVED_2022);
            assertThat(sheet.getRow(4).getCell(5).getNumericCellValue()).isEqualTo(RECEIVED_2024);
            assertThat(workbook.getSheet("说明").getRow(2).getCell(1).getStringCellValue())
                    .isEqualTo(STATISTICS + BY_YEAR + "&format=xlsx");
        }
    }

    @Test
    void writesADatasetOfJsonStat() throws IOException {
        JsonNode dataset =
                JsonStatDatasets.read(rollUp("&format=jsonstat", "en").body().asByteArray());

        assertThat(dataset.get("id")).hasToString("[\"agency\",\"year\",\"figure\"]");
        assertThat(dataset.at("/dimension/agency/category/index"))
                .hasToString("[\"350128-agriculture\",\"350128-police\"]");
        assertThat(dataset.get("value")).hasToString("[null,null," + RECEIVED_2022 + "," + RECEIVED_2024 + "]");
        assertThat(dataset.at("/extension/coverage/reports")).hasToString("[0,0,1,1]");
        assertThat(dataset.at("/extension/coverage/expected")).hasToString("[1,1,1,1]");
        assertThat(dataset.get("status")).hasToString("{\"0\":\"m\",\"1\":\"m\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupBy=figure",
                "groupBy=figure,applicantType,year,district&level=city",
                "groupBy=year,district,category,agency&figure=requests.outcomes",
                "groupBy=district&figure=requests&groupBy=figure&district=310000",
                "figure=proactiveDisclosure.administrativeFees,requests.newlyReceived&groupBy=year,figure&year=2019..2024"
            })
    void writesValidJsonStatForAnyQuery(String query) throws IOException {
        byte[] answer = RestAssured.get(STATISTICS + "?year=2024&" + query + "&format=jsonstat")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(JsonStatDatasets.read(answer).get("value")).isNotEmpty();
    }

    /** The bytes of these formats depend on the language. */
    @ParameterizedTest
    @ValueSource(strings = {"format=csv&labels=names", "format=csv&labels=both", "format=xlsx", "format=jsonstat"})
    void namesItsLanguageWhenTheBytesDependOnIt(String format) {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get(STATISTICS + BY_YEAR + "&" + format)
                .then()
                .header("Vary", startsWith("Accept, Accept-Language"))
                .header("Content-Language", equalTo("en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=json", "format=csv", "format=csv&labels=codes", "labels=names"})
    void namesNoLanguageWhenTheBytesDoNotDependOnIt(String format) {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get(STATISTICS + BY_YEAR + "&" + format)
                .then()
                .header("Vary", equalTo("Accept, Accept-Encoding"))
                .header("Content-Language", nullValue());
    }

    @Test
    void namesFiles() {
        RestAssured.get(STATISTICS + "?year=2024&groupBy=figure&format=csv")
                .then()
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"figures-by-figure-v\\d+\\.csv\""));
        RestAssured.get(STATISTICS + BY_YEAR).then().header("Content-Disposition", nullValue());
    }

    @Test
    void listsKnownFormatsAndLabels() {
        get("statistics?figure=requests.newlyReceived&format=pdf")
                .statusCode(400)
                .body("parameters[0].known", contains("json", "csv", "xlsx", "jsonstat", "html", "ndjson"));
        get("statistics?figure=requests.newlyReceived&format=csv&labels=titles")
                .statusCode(400)
                .body("parameters[0].known", contains("codes", "names", "both"));
        get("statistics?figure=requests.newlyReceived&format=csv&bom=1")
                .statusCode(400)
                .body("parameters[0].known", contains("true", "false"));
    }

    @Test
    void writesNoListsAsWorkbooks() {
        get("districts?format=xlsx").statusCode(400).body("parameters[0].known", contains("json", "csv"));
        RestAssured.given().accept(XLSX).get("/api/v1/districts").then().statusCode(not(200));
    }

    private static ExtractableResponse<Response> rollUp(String format, String language) {
        return RestAssured.given()
                .header("Accept-Language", language)
                .get(STATISTICS + BY_YEAR + format)
                .then()
                .statusCode(200)
                .extract();
    }

    private static int received(int year) {
        return ReportFiles.of("350128-police", year)
                .content()
                .at("/requests/newlyReceived/total")
                .intValue();
    }
}
