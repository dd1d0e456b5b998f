package org.gongkai.registry.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.registry.CsvFiles.export;
import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contacts of agencies: personal data that the oversight office reads, and an agency its own. */
@QuarkusTest
class AgencyContactTest extends ServiceTest {

    private static final String FINANCE = "/api/v1/agencies/430212-finance";
    private static final String PERSON = "李明";
    private static final String NUMBERS = "0733-28681234转8012、13800138000";
    private static final String EMAIL = "liming@lukou.gov.cn";

    @BeforeEach
    void registerAContact() {
        fixture("contacts", () -> {
            put("districts/430212", Map.of("name", "渌口区", "level", "county")).statusCode(201);
            put("categories/finance", Map.of("name", "财政")).statusCode(201);
            put(
                            "agencies/430212-finance",
                            finance(Map.of("contactPerson", PERSON, "telephone", NUMBERS, "email", EMAIL)))
                    .statusCode(201);
            put("agencies/430212-tax", tax()).statusCode(201);
            put("cycles/2023", "{}").statusCode(201);
        });
    }

    @Test
    void isShownToTheOffice_andToTheAgencyItself() {
        for (String token : new String[] {TestIssuer.oversight(), TestIssuer.submitter("430212-finance")}) {
            as(token)
                    .get(FINANCE)
                    .then()
                    .body("contactPerson", equalTo(PERSON))
                    .body("telephone", equalTo(NUMBERS))
                    .body("email", equalTo(EMAIL))
                    .header("Cache-Control", containsString("private"))
                    .header("Vary", containsString("Authorization"));
            as(token)
                    .get("/api/v1/agencies")
                    .then()
                    .body("items[0].contactPerson", equalTo(PERSON))
                    .body("items[1]", not(hasKey("contactPerson")))
                    .header("Cache-Control", containsString("private"))
                    .header("Vary", containsString("Authorization"));
        }
    }

    @Test
    void isHiddenFromEverybodyElse() {
        for (RequestSpecification reader :
                new RequestSpecification[] {anonymous(), as(TestIssuer.submitter("430212-tax"))}) {
            for (String path : new String[] {FINANCE, "/api/v1/agencies", "/api/v1/agencies?format=csv"}) {
                String answer =
                        reader.get(path).then().statusCode(200).extract().asString();

                assertThat(answer).doesNotContain(PERSON, "13800138000", EMAIL, "contactPerson", "telephone", "email");
            }
        }
    }

    @Test
    void staysInARoundTripOfTheOffice() {
        String csv = export("agencies");

        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",contactPerson,telephone,email");
        assertThat(csv).contains("," + PERSON + "," + NUMBERS + "," + EMAIL);
        load("agencies", csv.getBytes(StandardCharsets.UTF_8)).body("unchanged", equalTo(2));
    }

    @Test
    void staysWhenAFileHasNoColumnsForIt() {
        String csv = anonymous().get("/api/v1/agencies?format=csv").asString().replace("渌口区财政局", "渌口区财政金融局");

        load("agencies", csv.getBytes(StandardCharsets.UTF_8))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));

        get("agencies/430212-finance").body("name", equalTo("渌口区财政金融局")).body("contactPerson", equalTo(PERSON));
    }

    @Test
    void isChangedAndRemovedByCells() {
        load("agencies", "code,name,district,category,kind,联系人,联系电话", line("王芳", "(0733) 28685678-12"))
                .body("changed", equalTo(1));
        get("agencies/430212-finance")
                .body("contactPerson", equalTo("王芳"))
                .body("telephone", equalTo("0733-28685678转12"));

        load("agencies", "code,name,district,category,kind,telephone", "430212-finance,渌口区财政局,430212,finance,部门,");
        get("agencies/430212-finance").body("contactPerson", equalTo("王芳")).body("$", not(hasKey("telephone")));

        load(
                "agencies",
                "code,name,district,category,kind,邮箱",
                "430212-finance,渌口区财政局,430212,finance,部门,wf@LUKOU.gov.cn");
        get("agencies/430212-finance").body("email", equalTo("wf@lukou.gov.cn"));
    }

    @Test
    void staysWhenARequestOmitsIt_andIsRemovedByAnEmptyText() throws SQLException {
        put("agencies/430212-finance", finance(Map.of())).statusCode(200).body("contactPerson", equalTo(PERSON));
        put("agencies/430212-finance", finance(Map.of("contactPerson", "", "telephone", " ", "email", "")))
                .statusCode(200)
                .body("$", allOf(not(hasKey("contactPerson")), not(hasKey("telephone")), not(hasKey("email"))));

        assertThat(count("select count(*) from agency_contact")).isZero();
    }

    @Test
    void isNotInTheAuditLog() throws SQLException {
        put("agencies/430212-finance", finance(Map.of("contactPerson", "王芳"))).statusCode(200);

        get("events")
                .body(
                        "items.findAll { it.type == 'AGENCY_CHANGED' }.detail.contactChanged",
                        contains(equalTo(true), equalTo(null), equalTo(true)));
        assertThat(count("select count(*) from event where event::text ~ '李明|王芳|13800138000|28681234|lukou'"))
                .isZero();
    }

    @Test
    void isRefusedIfItCannotBeReached() {
        put(
                        "agencies/430212-finance",
                        finance(Map.of("contactPerson", "李".repeat(51), "telephone", "1380013800", "email", "liming")))
                .statusCode(422)
                .body("findings.pointer", contains("/contactPerson", "/telephone", "/email"))
                .body("findings[1].message", containsString("0733-28681234"));
        load("agencies", "code,name,district,category,kind,contactPerson,telephone", line("=1+1", "1.38E+10"))
                .statusCode(422)
                .body("findings.pointer", contains("/2/telephone", "/2/contactPerson"));
    }

    @Test
    void isOnTheListOfObligations() {
        get("cycles/2023/obligations")
                .body("items[0].contactPerson", equalTo(PERSON))
                .body("items[0].telephone", equalTo(NUMBERS))
                .body("items[0].email", equalTo(EMAIL))
                .body("items[1]", not(hasKey("telephone")))
                .header("Cache-Control", containsString("private"));
        assertThat(get("cycles/2023/obligations?format=csv")
                        .extract()
                        .asString()
                        .lines())
                .element(1)
                .asString()
                .contains("," + PERSON + "," + NUMBERS + ",");
        as(TestIssuer.submitter("350128-police"))
                .get("/api/v1/cycles/2023/obligations")
                .then()
                .body("items.telephone", everyItem(nullValue()));
    }

    private static String line(String person, String numbers) {
        return "430212-finance,渌口区财政局,430212,finance,部门," + person + "," + numbers;
    }

    private static Map<String, String> finance(Map<String, String> contact) {
        Map<String, String> entry = new HashMap<>(
                Map.of("name", "渌口区财政局", "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
        entry.putAll(contact);
        return entry;
    }

    private static Map<String, String> tax() {
        return Map.of("name", "渌口区税务局", "district", "430212", "category", "finance", "kind", "DEPARTMENT");
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification anonymous() {
        return RestAssured.given().noFilters();
    }
}
