package org.gongkai.filing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order and the tables of the list of reports, and its years. */
@QuarkusTest
class ReportListTest extends ServiceTest {

    @BeforeEach
    void submitReports() {
        fixture("reportlist", () -> {
            registerAll();
            ReportFiles.balanced().forEach(report -> submit(report).statusCode(201));
        });
    }

    @Test
    void sortsByEachCriterion() {
        List<Map<String, Object>> all = items("reports?size=500");
        Comparator<Map<String, Object>> last = by("agency").thenComparing(by("year"));

        assertThat(all).isSortedAccordingTo(last);
        for (String key : List.of("agency", "year", "status", "submittedAt")) {
            assertThat(items("reports?size=500&orderBy=" + key)).isEqualTo(sorted(all, by(key).thenComparing(last)));
            assertThat(items("reports?size=500&orderBy=-" + key))
                    .isEqualTo(sorted(all, by(key).reversed().thenComparing(last)));
        }
        for (String key : List.of("district", "category")) {
            Comparator<Map<String, Object>> byCode =
                    Comparator.comparing(report -> (String) ((Map<?, ?>) report.get(key)).get("code"));
            assertThat(items("reports?size=500&orderBy=" + key)).isEqualTo(sorted(all, byCode.thenComparing(last)));
        }
        assertThat(items("reports?size=500&orderBy=-year,status"))
                .isEqualTo(sorted(
                        all, by("year").reversed().thenComparing(by("status")).thenComparing(last)));
    }

    @Test
    void pagesInTheRequestedOrder() {
        for (String order : List.of("-submittedAt", "-status,year", "category")) {
            List<Map<String, Object>> paged = new ArrayList<>();
            String after = "";
            while (after != null) {
                ValidatableResponse page =
                        get("reports?size=4&orderBy=" + order + after).statusCode(200);
                paged.addAll(page.extract().<List<Map<String, Object>>>path("items"));
                String next = page.extract().path("next");
                after = next == null ? null : "&after=" + next;
            }
            assertThat(paged).isEqualTo(items("reports?size=500&orderBy=" + order));
        }
    }

    @Test
    void takesRangesOfYears() {
        get("reports?year=2021..2022&size=500&orderBy=year")
                .body(
                        "items.year",
                        equalTo(items("reports?size=500&orderBy=year").stream()
                                .map(report -> report.get("year"))
                                .filter(year -> (Integer) year <= 2022)
                                .toList()));
        get("reports?year=2024..2022").statusCode(400).body("parameters.name", contains("year"));
        get("reports?orderBy=agencyName").statusCode(400).body("parameters[0].known", hasItem("-submittedAt"));
        get("reports?orderBy=-year&after=430212-finance.2023").statusCode(400);
    }

    @Test
    void isATable() throws IOException {
        List<String> csv = get("reports?format=csv&orderBy=-year")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        List<Map<String, Object>> all = items("reports?size=500&orderBy=-year");
        assertThat(csv.get(0))
                .isEqualTo("agency,agencyName,kind,district,districtName,category,categoryName,year,revision,status,"
                        + "submittedAt,contentHash");
        assertThat(csv.subList(1, csv.size()).stream().map(line -> line.split(",")[0]))
                .containsExactlyElementsOf(all.stream()
                        .map(report -> (String) report.get("agency"))
                        .toList());

        byte[] file = get("reports?format=xlsx")
                .statusCode(200)
                .header("Content-Disposition", containsString("reports.xlsx"))
                .extract()
                .asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(all.size());
        }
        get("reports?format=csv&page=1").statusCode(400);
    }

    @Test
    void hidesFromThePublicWhatIsNotInForce_alsoInATable() {
        String csv = RestAssured.given()
                .noFilters()
                .get("/api/v1/reports?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).contains("ACCEPTED").doesNotContain("SUBMITTED");
    }

    private static List<Map<String, Object>> items(String path) {
        return get(path).statusCode(200).extract().path("items");
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Map<String, Object>> by(String member) {
        return Comparator.comparing(report -> (Comparable<Object>) report.get(member));
    }

    private static List<Map<String, Object>> sorted(
            List<Map<String, Object>> reports, Comparator<Map<String, Object>> order) {
        return reports.stream().sorted(order).toList();
    }
}
