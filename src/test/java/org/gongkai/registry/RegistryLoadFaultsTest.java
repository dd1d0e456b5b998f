package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the refusal of files: all findings are reported with line and column, and nothing is stored. */
@QuarkusTest
class RegistryLoadFaultsTest extends ServiceTest {

    private static final String AGENCIES =
            "code,name,nameSince,district,category,kind,unifiedSocialCreditCode,validFrom,validTo,successor";

    private static ValidatableResponse refused(ValidatableResponse answer, String... pointers) {
        return answer.statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", contains(pointers));
    }

    @Test
    void reportsAllFindingsOnAllLines_andStoresNothing() throws SQLException {
        registerAll();
        long events = count("select count(*) from event");
        long agencies = count("select count(*) from agency");

        refused(
                        load(
                                "agencies",
                                AGENCIES,
                                "good,某局,,430212,finance,DEPARTMENT,11341702486344515H,,,",
                                ",无代码局,,430212,none,DEPARTMENT,,,,",
                                "b!,坏代码局,,430212,finance,DEPARTMENT,,,,",
                                "good,又一局,2024-02-30,999999,finance,BUREAU,,,,",
                                "bad,=1+1,,430212,finance,DEPARTMENT,11330100MA27XW1300,soon,2020-01-01,nobody",
                                "late,迟局,,430212,finance,DEPARTMENT,,2020-01-01,2019-01-01,,,more"),
                        "/3/code",
                        "/3/category",
                        "/4/code",
                        "/5/code",
                        "/5/nameSince",
                        "/5/kind",
                        "/5/district",
                        "/6/validFrom",
                        "/6/name",
                        "/6/successor",
                        "/6/unifiedSocialCreditCode",
                        "/7",
                        "/7/validTo")
                .body("findings[1].cell", equalTo("第 3 行 · category"))
                .body("findings[11].cell", equalTo("第 7 行"))
                .body("findings.rule.unique()", contains("SHAPE"));

        assertThat(count("select count(*) from agency")).isEqualTo(agencies);
        assertThat(count("select count(*) from event")).isEqualTo(events);
    }

    @Test
    void answersInEnglish() {
        RestAssured.given()
                .contentType("text/csv")
                .header("Accept-Language", "en")
                .body("code,name,level\r\n430000,湖南省,state\r\n".getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/districts")
                .then()
                .statusCode(422)
                .body("findings[0].cell", equalTo("Line 2 · level"))
                .body("findings[0].message", equalTo("Must be one of [province, city, county, town]"));
    }

    @Test
    void countsLinesLikeASpreadsheet() {
        refused(load("categories", "code,name", "", "finance,\"财\r\n政\"", "tax,-1"), "/3/name", "/4/name");
    }

    @Test
    void reportsFindingsOnHeaderAndLines() {
        refused(
                        load("districts", "code,nom,level,level,备注/a", "430000,湖南省,state,,x", "430000,湖南省,,,"),
                        "/1/nom",
                        "/1/level",
                        "/1/备注~1a",
                        "/1/name",
                        "/2/level",
                        "/3/code")
                .body("findings[0].message", containsString("code, name, parent"))
                .body("findings[3].cell", equalTo("第 1 行 · name"));
        refused(load("categories", "name", "财政"), "/1/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tax,\"税务", "tax,\"税务\"局"})
    void reportsTheLineWithMalformedQuotes(String line) {
        refused(load("categories", "code,name", "f,财政", line, "police,公安"), "/2/code", "/3")
                .body("findings[1].message", containsString("引号"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\r\n\r\n", ",,\r\n"})
    void refusesAnEmptyFile(String file) {
        refused(load("categories", file.getBytes(StandardCharsets.UTF_8)), "/1")
                .body("findings[0].message", containsString("空"));
    }

    @Test
    void doesNotReportConsequencesOfOtherLines() {
        refused(
                load(
                        "districts",
                        "code,name,parent,validTo,successor",
                        "430212100,渌口镇,430212,,",
                        "430212,渌口区,430200,,",
                        "430200,,430000,,",
                        "430000,湖南省,,,",
                        "430221,株洲县,430200,,430212"),
                "/4/name",
                "/6/validTo");
    }

    @Test
    void refusesCyclesOfReferences() {
        refused(load("districts", "code,name,parent,level", "aa,甲,bb,city", "bb,乙,aa,county"), "/2/parent", "/3/parent")
                .body("findings[0].message", containsString("成环"));
        refused(load("districts", "code,name,parent", "430000,湖南省,430000"), "/2/parent");
        load("districts", "code,name,validTo", "430000,湖南省,", "320000,江苏省,").statusCode(200);
        refused(
                load(
                        "districts",
                        "code,name,validTo,successor",
                        "430000,湖南省,2020-01-01,320000",
                        "320000,江苏省,2020-01-01,430000"),
                "/3/successor");
    }

    @Test
    void refusesACreditCodeOfAnotherLine() {
        registerAll();

        refused(
                        load(
                                "agencies",
                                AGENCIES,
                                "one,甲局,,430212,finance,DEPARTMENT,113708290043337186,,,",
                                "two,乙局,,430212,finance,DEPARTMENT,113708290043337186,,,"),
                        "/3/unifiedSocialCreditCode")
                .body("findings[0].message", containsString("one"));
    }

    @Test
    void limitsTheSizeAndTheContentType() {
        load("categories", new byte[2 * 1024 * 1024 + 1]).statusCode(413);
        put("categories", "{}").statusCode(415).body("type", startsWith("/problems/"));
    }
}
