package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.registry.CsvFiles.export;
import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the export of complete registers as CSV files that can be loaded again. */
@QuarkusTest
class RegistryExportTest extends ServiceTest {

    @Test
    void containsTheCompleteRegister_parentsFirst() {
        registerAll();

        assertThat(export("districts").lines().toList())
                .startsWith(
                        "code,name,parent,level,validFrom,validTo,successor",
                        "310000,上海市,,province,,,",
                        "320000,江苏省,,province,,,")
                .contains("430212,渌口区,430200,county,,,")
                .hasSize(1 + get("districts").extract().<Integer>path("total"));
        assertThat(export("categories")).startsWith("code,name\r\n").endsWith("\r\n");
        assertThat(export("agencies?category=finance").lines())
                .containsExactly(
                        "code,name,nameSince,district,category,kind,unifiedSocialCreditCode,validFrom,validTo,successor,"
                                + "contactPerson,telephone,email",
                        "350128-finance,平潭综合实验区财政金融局,,350128,finance,DEPARTMENT,,,,,,,",
                        "430212-finance,株洲市渌口区财政局,,430212,finance,DEPARTMENT,,,,,,,");
    }

    @Test
    void isRequestedByParameterOrHeader() {
        put("categories/finance", Map.of("name", "财政")).statusCode(201);

        get("categories?format=csv").contentType("text/csv;charset=UTF-8").header("Vary", containsString("Accept"));
        get("categories").contentType("application/json").body("total", equalTo(1));
        RestAssured.given()
                .accept("text/csv")
                .get("/api/v1/categories?format=json")
                .then()
                .contentType("application/json")
                .header("Vary", containsString("Accept"))
                .body("items.code", contains("finance"));
        RestAssured.given()
                .accept("application/pdf")
                .get("/api/v1/categories")
                .then()
                .statusCode(406);
        get("categories?format=xlsx").statusCode(400).body("parameters[0].known", contains("json", "csv"));
        get("categories?format=csv&bom=yes")
                .statusCode(400)
                .body("parameters[0].name", equalTo("bom"))
                .body("parameters[0].known", contains("true", "false"));
    }

    @Test
    void hasNoPages() {
        get("agencies?format=csv&page=1&size=2").statusCode(400).body("parameters.name", contains("page", "size"));
    }

    @Test
    void beginsWithAByteOrderMarkForExcel() {
        put("categories/finance", Map.of("name", "财政")).statusCode(201);

        byte[] csv = get("categories?format=csv&bom=true").extract().asByteArray();

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF, 'c', 'o', 'd', 'e');
        assertThat(get("categories?format=csv").extract().asByteArray()).startsWith('c', 'o', 'd', 'e');
        load("categories", csv).statusCode(200).body("unchanged", equalTo(1));
    }

    @Test
    void quotesCellsWithSpecialCharacters() {
        put("categories/finance", Map.of("name", "财政, \"金融\"; 税务")).statusCode(201);

        String csv = export("categories");

        assertThat(csv).isEqualTo("code,name\r\nfinance,\"财政, \"\"金融\"\"; 税务\"\r\n");
        load("categories", csv.getBytes(StandardCharsets.UTF_8)).body("unchanged", equalTo(1));
    }

    /** A spreadsheet with another separator splits the cell. */
    @ParameterizedTest
    @ValueSource(strings = {"x;=1+1", "x,-1", "x|@SUM(A1)", "x; ＝1", "x;'=1", "x;﹢1;﹫y"})
    void guardsTheFormulasInNames_andRestoresThem(String name) {
        put("categories/finance", Map.of("name", name)).statusCode(201);

        String csv = export("categories");

        assertThat(csv).containsPattern("[;,|]'");
        load("categories", csv.getBytes(StandardCharsets.UTF_8)).body("unchanged", equalTo(1));
        get("categories/finance").body("name", equalTo(name));
    }

    @Test
    void changesNothingWhenLoadedAgain() throws SQLException {
        registerAll();
        put(
                        "districts/430221",
                        Map.of("name", "株洲县", "parent", "430200", "validTo", "2018-06-18", "successor", "430212"))
                .statusCode(201);
        put("districts/zone-1", Map.of("name", "某园区", "parent", "430000", "level", "county"))
                .statusCode(201);
        put(
                        "agencies/350128-assets",
                        Map.of(
                                "name", "平潭综合实验区财政金融局",
                                "nameSince", "2021-05-01",
                                "formerNames", List.of(Map.of("name", "平潭综合实验区国有资产管理局", "since", "2013-01-01")),
                                "district", "350128",
                                "category", "finance",
                                "kind", "DEPARTMENT",
                                "unifiedSocialCreditCode", "11341702486344515H",
                                "validFrom", "2013-01-01",
                                "validTo", "2023-12-31",
                                "successor", "350128-finance"))
                .statusCode(201);
        long events = count("select count(*) from event");

        for (String register : List.of("districts", "categories", "agencies")) {
            int entries = get(register).extract().path("total");
            load(register, export(register).getBytes(StandardCharsets.UTF_8))
                    .statusCode(200)
                    .body("added", equalTo(0))
                    .body("changed", equalTo(0))
                    .body("unchanged", equalTo(entries));
        }
        assertThat(count("select count(*) from event")).isEqualTo(events);
    }

    /** A spreadsheet would execute these names as formulas. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "＝1+1", "＋1", "－1", "＠A1", "\t=1", "\r=1", "\n=1"})
    void containsNoFormulaAsName(String name) {
        put("categories/finance", Map.of("name", name)).statusCode(422).body("findings.pointer", contains("/name"));
    }

    @Test
    void containsNoFormulaAsCode() {
        put("categories/-1-1", Map.of("name", "财政")).statusCode(400).body("parameters[0].name", equalTo("code"));
    }
}
