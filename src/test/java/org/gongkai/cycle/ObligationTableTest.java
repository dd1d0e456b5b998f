package org.gongkai.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roster as a table: the list that an office prints. */
@QuarkusTest
class ObligationTableTest extends ServiceTest {

    private static final String LIST = "cycles/2023/obligations?district=430212,350128";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void openAYear() {
        fixture("roster", () -> {
            registerAll();
            put("cycles/2023", "{}").statusCode(201);
            TestClock.stopAt("2024-01-31T15:59:00Z");
            submit(ReportFiles.of("430212-finance", 2023)).statusCode(201);
            TestClock.stopAt("2024-02-05T01:00:00Z");
            submit(ReportFiles.of("350128-finance", 2023)).statusCode(201);
            load("430212-finance,株洲市渌口区财政局,430212,finance,DEPARTMENT,李明,0733-28681234");
            put("cycles/2023/obligations/350128-social", Map.of("exempt", true, "reason", "合并报送"))
                    .statusCode(200);
        });
        TestClock.stopAt("2024-02-20T00:30:00Z");
    }

    @Test
    void isAWorkbookInChinese() throws IOException {
        ExtractableResponse<Response> answer = get(LIST + "&format=xlsx")
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Language", equalTo("zh"))
                .header("Vary", allOf(containsString("Accept-Language"), containsString("Authorization")))
                .header("Content-Disposition", containsString("filename=\"obligations-2023.xlsx\""))
                .extract();

        try (XSSFWorkbook workbook = workbook(answer)) {
            assertThat(shown(workbook.getSheetAt(0)))
                    .startsWith(List.of(
                            "机关", "机关类型", "行政区划", "部门类别", "报送状态", "报送期限", "逾期未报", "有有效报告", "首次报送时间", "调整原因", "联系人",
                            "联系电话", "数据全部为零", "声明零报告", "电子邮箱"))
                    .contains(List.of(
                            "株洲市渌口区财政局",
                            "部门",
                            "渌口区",
                            "财政",
                            "按期报送",
                            "2024-01-31",
                            "否",
                            "是",
                            "2024-01-31 23:59",
                            "",
                            "李明",
                            "0733-28681234",
                            "是",
                            "否",
                            ""))
                    .anySatisfy(row -> assertThat(row).contains("逾期报送", "2024-02-05 09:00"))
                    .anySatisfy(row -> assertThat(row).contains("免予报送", "合并报送"))
                    .anySatisfy(row -> assertThat(row).contains("政府", "未报", "2024-03-31", "否"))
                    .anySatisfy(row -> assertThat(row).contains("部门", "未报", "2024-01-31", "是"))
                    .hasSize(1 + get(LIST).extract().<Integer>path("total"));
        }
    }

    @Test
    void isSetUpForPrint() throws IOException {
        try (XSSFWorkbook workbook = workbook(get(LIST + "&format=xlsx").extract())) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:O");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getHeader().getCenter()).isEqualTo("2023年度政府信息公开工作年度报告报送情况");
            assertThat(sheet.getHeader().getRight()).isEqualTo("截至 2024-02-20 08:30（北京时间）");
            assertThat(sheet.getFooter().getCenter()).isEqualTo("— &P —");
        }
    }

    @Test
    void isRequestedByHeader_andInEnglish() throws IOException {
        ExtractableResponse<Response> answer = RestAssured.given()
                .accept(XLSX)
                .header("Accept-Language", "en")
                .get("/api/v1/" + LIST + "&state=LATE")
                .then()
                .contentType(XLSX)
                .header("Content-Language", equalTo("en"))
                .extract();

        try (XSSFWorkbook workbook = workbook(answer)) {
            assertThat(shown(workbook.getSheetAt(0)))
                    .anySatisfy(row -> assertThat(row).contains("Late", "Department", "no", "yes"));
        }
    }

    @Test
    void hasTheLabelsThatAreAskedFor() throws IOException {
        assertThat(lines("format=csv"))
                .startsWith(
                        "agency,agencyName,kind,district,districtName,category,categoryName,state,deadline,overdue,inForce,"
                                + "firstSubmittedAt,reason,contactPerson,telephone,nil,nilStated,email",
                        "430212-finance,株洲市渌口区财政局,DEPARTMENT,430212,渌口区,finance,财政,ON_TIME,2024-01-31,false,true,"
                                + "2024-01-31T15:59:00Z,,李明,0733-28681234,true,false,");
        assertThat(lines("format=csv&labels=codes"))
                .startsWith(
                        "agency,kind,district,category,state,deadline,overdue,inForce,firstSubmittedAt,reason,contactPerson,telephone,nil,nilStated,email");
        assertThat(lines("format=csv&labels=names"))
                .startsWith(
                        "agencyName,kindName,districtName,categoryName,stateName,deadline,overdue,inForce,firstSubmittedAt,reason,contactPerson,telephone,nil,nilStated,email",
                        "株洲市渌口区财政局,部门,渌口区,财政,按期报送,2024-01-31,false,true,2024-01-31T15:59:00Z,,李明,0733-28681234,true,false,");
        assertThat(lines("format=csv&labels=both").get(1))
                .startsWith("430212-finance,株洲市渌口区财政局,DEPARTMENT,部门,430212,渌口区,finance,财政,ON_TIME,按期报送,");
        get(LIST + "&format=csv").header("Vary", not(containsString("Accept-Language")));
        get(LIST + "&format=csv&labels=names").header("Vary", containsString("Accept-Language"));
        try (XSSFWorkbook workbook =
                workbook(get(LIST + "&format=xlsx&labels=codes").extract())) {
            assertThat(shown(workbook.getSheetAt(0)).get(0)).startsWith("机关代码", "机关类型代码", "行政区划代码");
        }
        get(LIST + "&labels=all").statusCode(400).body("parameters[0].known", contains("codes", "names", "both"));
    }

    @Test
    void isTheWholeList() {
        get(LIST + "&format=xlsx&page=1&size=2").statusCode(400).body("parameters.name", contains("page", "size"));
        get(LIST + "&format=pdf").statusCode(400).body("parameters[0].known", contains("json", "csv", "xlsx"));
        RestAssured.given()
                .accept("application/pdf")
                .get("/api/v1/" + LIST)
                .then()
                .statusCode(406);
    }

    private static void load(String agency) {
        RestAssured.given()
                .contentType("text/csv")
                .body(("code,name,district,category,kind,contactPerson,telephone\n" + agency)
                        .getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/agencies")
                .then()
                .statusCode(200);
    }

    private static List<String> lines(String parameters) {
        return get("cycles/2023/obligations?district=430212&" + parameters)
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static XSSFWorkbook workbook(ExtractableResponse<Response> answer) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(answer.asByteArray()));
    }

    /** Returns the cells of a sheet as a reader sees them. */
    private static List<List<String>> shown(Sheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        int columns = sheet.getRow(0).getLastCellNum();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(formatter.formatCellValue(row.getCell(column)));
            }
            rows.add(cells);
        }
        return rows;
    }
}
