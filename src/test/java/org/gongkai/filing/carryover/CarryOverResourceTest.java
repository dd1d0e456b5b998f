package org.gongkai.filing.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger, and the rules and templates that follow the same chain of agencies. */
@QuarkusTest
class CarryOverResourceTest extends ServiceTest {

    private static final String NATURAL = "items.find { it.applicantType == 'naturalPerson' }.";
    private static final String CARRY_OVER = "findings.findAll { it.rule == 'CARRY-OVER' }.";
    private static final String POINTER = "/requests/carriedOver/naturalPerson";

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void comparesBothSides_andNamesReasonAndHistory() {
        report("350128-social", 2022, 0, 5).body("status", equalTo("ACCEPTED"));
        report("350128-social", 2023, 5, 2).body("status", equalTo("ACCEPTED"));

        ledger("350128-social", 2023)
                .body("total", equalTo(7))
                .body("items.status", everyItem(equalTo("EQUAL")))
                .body(NATURAL + "carriedForward", equalTo(5))
                .body(NATURAL + "carriedOver", equalTo(5))
                .body(NATURAL + "difference", equalTo(0))
                .body(NATURAL + "pointer", equalTo(POINTER))
                .body(NATURAL + "sources", contains("350128-social"))
                .body(NATURAL + "obstacle", nullValue())
                .body(NATURAL + "history.side", contains("CARRIED_FORWARD", "CARRIED_OVER"))
                .body(NATURAL + "history.value", contains(5, 5));
        ledger("350128-social", 2022)
                .body("items.status", everyItem(equalTo("NOT_COMPARED")))
                .body("items.obstacle", everyItem(equalTo("PREVIOUS_NOT_SUBMITTED")))
                .body(NATURAL + "carriedForward", nullValue())
                .body(NATURAL + "carriedOver", equalTo(0));

        report("350128-social", 2023, 4, 2)
                .body(CARRY_OVER + "pointer", contains(POINTER, "/requests/carriedOver/total"));
        ledger("350128-social", 2023).body("items.status", everyItem(equalTo("EQUAL")));
        accept("350128-social", 2023, 2);
        ledger("350128-social", 2023)
                .body(NATURAL + "status", equalTo("DIFFERENT"))
                .body(NATURAL + "difference", equalTo(-1))
                .body("items.find { it.applicantType == 'otherOrganization' }.status", equalTo("EQUAL"))
                .body(NATURAL + "history.value", contains(5, 5, 4))
                .body(NATURAL + "history.revision", contains(1, 1, 2));

        post(
                        "reports/350128-social/2023/explanations",
                        List.of(Map.of("rule", "CARRY-OVER", "pointer", POINTER, "reason", "一件申请上年末已撤回，不再结转")))
                .statusCode(200);
        ledger("350128-social", 2023)
                .body(NATURAL + "status", equalTo("EXPLAINED"))
                .body(NATURAL + "explanation.reason", equalTo("一件申请上年末已撤回，不再结转"))
                .body("items.find { it.applicantType == 'total' }.status", equalTo("DIFFERENT"));

        post("reports/350128-social/2023/decisions", Map.of("revision", 2, "decision", "WITHDRAW", "comment", "数据有误"))
                .statusCode(200);
        ledger("350128-social", 2023)
                .body("items.obstacle", everyItem(equalTo("NOT_IN_FORCE")))
                .body(NATURAL + "carriedForward", equalTo(5))
                .body(NATURAL + "carriedOver", nullValue())
                .body(NATURAL + "history.value", contains(5, 5, 4, null));
    }

    @Test
    void listsWhatIsOwed_andWhyItIsNotCompared() {
        put("cycles/2023", Map.of()).statusCode(201);

        ledger("350128-social", 2023).body("items.obstacle", everyItem(equalTo("NOT_SUBMITTED")));
        report("350128-social", 2023, 3, 0);
        ledger("350128-social", 2023).body("items.obstacle", everyItem(equalTo("PREVIOUS_NOT_SUBMITTED")));

        put("cycles/2023/obligations/350128-finance", Map.of("exempt", true, "reason", "机构改革"))
                .statusCode(200);
        ledger("350128-finance", 2023).body("items", empty());

        agency("z-new", "2023-03-01", null, null);
        report("z-new", 2023, 0, 1);
        ledger("z-new", 2023).body("items.obstacle", everyItem(equalTo("NEW_AGENCY")));
        report("z-new", 2024, 1, 1).body("status", equalTo("ACCEPTED"));
        ledger("z-new", 2024).body("items.status", everyItem(equalTo("EQUAL")));
    }

    @Test
    void addsThePredecessorsOfAMergedAgency_asRulesAndTemplatesDo() {
        agency("m-new", "2023-07-01", null, null);
        agency("m-a", null, "2023-06-30", "m-new");
        agency("m-b", null, "2023-06-30", "m-new");
        report("m-a", 2022, 0, 2).body("status", equalTo("ACCEPTED"));

        report("m-new", 2023, 5, 1).body(CARRY_OVER + "pointer", empty()).body("status", equalTo("ACCEPTED"));
        ledger("m-new", 2023)
                .body("items.obstacle", everyItem(equalTo("PREDECESSOR_NOT_IN_FORCE")))
                .body(NATURAL + "sources", contains("m-a"));

        report("m-b", 2022, 0, 3).body("status", equalTo("ACCEPTED"));
        ledger("m-new", 2023)
                .body("items.status", everyItem(equalTo("EQUAL")))
                .body(NATURAL + "carriedForward", equalTo(5))
                .body(NATURAL + "sources", contains("m-a", "m-b"))
                .body(NATURAL + "history.agency", contains("m-a", "m-new", "m-b"));
        get("reports/m-new/2023/template").body("requests.carriedOver.naturalPerson", equalTo(5));
        get("reports/m-new/2024/template").body("requests.carriedOver.naturalPerson", equalTo(1));
    }

    @Test
    void checksTheReportOfTheSuccessorAgain_whenAPredecessorCorrectsItself() {
        agency("m-new", "2023-07-01", null, null);
        agency("m-a", null, "2023-06-30", "m-new");
        report("m-a", 2022, 0, 2).body("status", equalTo("ACCEPTED"));
        report("m-new", 2023, 2, 1).body("status", equalTo("ACCEPTED"));

        report("m-a", 2022, 0, 4).body("status", equalTo("ACCEPTED"));

        get("reports/m-new/2023/revisions/1/receipt")
                .body(CARRY_OVER + "pointer", contains(POINTER, "/requests/carriedOver/total"))
                .body(CARRY_OVER + "right", contains(4, 4));
        get("events?limit=1000")
                .body(
                        "items.findAll { it.type == 'FINDINGS_CHANGED' && it.agency == 'm-new' }.detail.cause.agency",
                        contains("m-a"));
        ledger("m-new", 2023).body(NATURAL + "status", equalTo("DIFFERENT"));

        report("m-a", 2022, 0, 2).body("status", equalTo("ACCEPTED"));
        get("reports/m-new/2023/revisions/1/receipt").body(CARRY_OVER + "pointer", empty());
    }

    @Test
    void addsWhatAnExistingAgencyTakesOver() {
        agency("m-big", null, null, null);
        agency("m-a", null, "2022-12-31", "m-big");
        report("m-a", 2022, 0, 2);
        report("m-big", 2022, 0, 4);

        report("m-big", 2023, 4, 0).body("status", equalTo("SUBMITTED")).body(CARRY_OVER + "right", contains(6, 6));
        report("m-big", 2023, 6, 0).body("status", equalTo("ACCEPTED"));

        ledger("m-big", 2023)
                .body("items.status", everyItem(equalTo("EQUAL")))
                .body(NATURAL + "sources", contains("m-big", "m-a"));
        report("m-big", 2024, 0, 0).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void continuesThePredecessorThatReportsOnItsLastYear() {
        agency("m-new", "2023-07-01", null, null);
        agency("m-a", null, "2023-06-30", "m-new");
        report("m-a", 2022, 0, 2);
        report("m-a", 2023, 2, 3).body("status", equalTo("ACCEPTED"));

        report("m-new", 2024, 3, 0).body("status", equalTo("ACCEPTED"));

        ledger("m-new", 2024)
                .body("items.status", everyItem(equalTo("EQUAL")))
                .body(NATURAL + "sources", contains("m-a"));
        ledger("m-a", 2023).body("items.status", everyItem(equalTo("EQUAL")));
    }

    @Test
    void dividesNoSplit() {
        agency("s-a", "2023-07-01", null, null);
        agency("s-b", null, null, null);
        agency("s-old", null, "2023-06-30", new String[] {"s-a", "s-b"});
        report("s-old", 2022, 0, 5);
        report("s-b", 2022, 0, 1);

        report("s-a", 2023, 3, 0).body(CARRY_OVER + "pointer", empty());
        report("s-b", 2023, 3, 0).body(CARRY_OVER + "pointer", empty());

        ledger("s-a", 2023).body("items.obstacle", everyItem(equalTo("SPLIT")));
        ledger("s-b", 2023)
                .body("items.obstacle", everyItem(equalTo("SPLIT")))
                .body(NATURAL + "carriedForward", nullValue());
        report("s-b", 2024, 0, 0).body("status", equalTo("ACCEPTED"));
        ledger("s-b", 2024).body("items.status", everyItem(equalTo("EQUAL")));
    }

    @Test
    void filtersAndSortsByTheSizeOfTheDifference() {
        report("350128-social", 2022, 0, 5);
        report("350128-social", 2023, 4, 0);
        accept("350128-social", 2023, 1);
        report("430212-finance", 2022, 0, 1);
        report("430212-finance", 2023, 9, 0);
        accept("430212-finance", 2023, 1);

        get("carry-over?year=2023&orderBy=-difference")
                .body("items[0].agency.code", equalTo("430212-finance"))
                .body("items[0].difference", equalTo(8))
                .body("items[2].agency.code", equalTo("350128-social"))
                .body("items[2].difference", equalTo(-1));
        get("carry-over?year=2023&district=350128").body("items.agency.code", everyItem(equalTo("350128-social")));
        get("carry-over?year=2022..2023&status=DIFFERENT").body("total", equalTo(4));
        get("carry-over?status=NOT_COMPARED&category=finance").body("items.year", everyItem(equalTo(2022)));
        assertThat(pages("carry-over?year=2022,2023&orderBy=-difference&size=5"))
                .hasSize(28)
                .doesNotHaveDuplicates();
    }

    private static List<String> pages(String first) {
        List<String> lines = new ArrayList<>();
        String next = null;
        do {
            ExtractableResponse<Response> page = get(first + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            page.<List<Map<String, ?>>>path("items")
                    .forEach(line ->
                            lines.add(line.get("agency") + " " + line.get("year") + " " + line.get("applicantType")));
            next = page.path("next");
        } while (next != null);
        return lines;
    }

    @Test
    void isATable() throws IOException {
        report("350128-social", 2022, 0, 5);
        report("350128-social", 2023, 4, 0);
        accept("350128-social", 2023, 1);

        String csv = get("carry-over?year=2023&agency=350128-social&format=csv")
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(8)
                .startsWith("year,agency,agencyName,district,districtName,category,categoryName,applicantType,"
                        + "carriedForward,carriedOver,difference,status,obstacle,sources,reason,explainedAt");
        assertThat(csv.lines().toList().get(1))
                .contains("350128-social", "naturalPerson,5,4,-1,DIFFERENT,,350128-social");

        byte[] workbook = get("carry-over?year=2023&format=xlsx").extract().asByteArray();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getSheetAt(0).getRow(1).getCell(8).getStringCellValue())
                    .isEqualTo("不一致，未说明");
        }
    }

    @Test
    void showsAnAgencyItsOwnLines() {
        report("350128-social", 2023, 0, 0);
        report("430212-finance", 2023, 0, 0);
        String token = TestIssuer.submitter("350128-social");

        as(token, "carry-over?year=2023")
                .statusCode(200)
                .body("items.agency.code", everyItem(equalTo("350128-social")));
        as(token, "carry-over?agency=350128-social").statusCode(200).body("items", hasSize(7));
        as(token, "carry-over?agency=350128-social,430212-finance").statusCode(403);
        as(TestIssuer.submitter(), "carry-over").statusCode(200).body("items", hasSize(0));
        RestAssured.given().noFilters().get("/api/v1/carry-over").then().statusCode(401);
    }

    @Test
    void refusesUnknownValues() {
        get("carry-over?year=x&district=none&status=y&orderBy=z&foo=1")
                .statusCode(400)
                .body("parameters.name", not(empty()))
                .body("parameters.size()", equalTo(5));
        get("carry-over?format=csv&page=1").statusCode(400);
    }

    private static ValidatableResponse as(String token, String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse ledger(String agency, int year) {
        return get("carry-over?agency={agency}&year={year}", agency, year).statusCode(200);
    }

    private static ValidatableResponse report(String agency, int year, int carriedOver, int carriedForward) {
        return correct(
                        "reports/" + agency + "/" + year,
                        Requests.report(agency, year, carriedOver, carriedForward)
                                .json())
                .statusCode(201);
    }

    private static void accept(String agency, int year, int revision) {
        post(
                        "reports/" + agency + "/" + year + "/decisions",
                        Map.of("revision", revision, "decision", "ACCEPT", "comment", "同意"))
                .statusCode(200);
    }

    private static void agency(String code, String validFrom, String validTo, Object successor) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("name", code + "局", "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
        entry.put("validFrom", validFrom);
        entry.put("validTo", validTo);
        entry.put("successor", successor);
        put("agencies/" + code, entry).statusCode(201);
    }
}
