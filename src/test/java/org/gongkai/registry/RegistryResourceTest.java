package org.gongkai.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryResourceTest extends ServiceTest {

    @Test
    void storesEntries() {
        registerAll();

        get("districts/430212")
                .statusCode(200)
                .body("name", equalTo("渌口区"))
                .body("parent", equalTo("430200"))
                .body("level", equalTo("county"));
        get("districts/430000").body("parent", nullValue()).body("level", equalTo("province"));
        get("categories/finance").body("name", equalTo("财政"));
        get("agencies/430212-finance")
                .body("district", equalTo("430212"))
                .body("category", equalTo("finance"))
                .body("kind", equalTo("DEPARTMENT"));
    }

    @Test
    void changesAnExistingEntry() {
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
        put("categories/finance", Map.of("name", "财政金融")).statusCode(200).body("name", equalTo("财政金融"));

        get("categories").body("total", equalTo(1));
    }

    @Test
    void listsByFilter() {
        registerAll();

        get("districts?parent=430200").body("total", equalTo(9));
        get("districts?level=province").body("items.code", contains("310000", "320000", "350000", "430000"));
        get("districts?name=渌口").body("items.code", contains("430212"));
        get("categories?name=财").body("items.code", contains("finance"));
        get("agencies?district=320000&kind=GOVERNMENT")
                .body("items.code", contains("320800-gov", "320813-gov", "320831-gov", "321300-gov", "321322-gov"));
        get("agencies?category=finance").body("items.code", contains("350128-finance", "430212-finance"));
        get("agencies?size=2&page=1").body("page", equalTo(1)).body("items.size()", equalTo(2));
    }

    @Test
    void derivesTheLevelFromCodeOrParent_unlessGiven() {
        put("districts/430000", Map.of("name", "湖南省")).body("level", equalTo("province"));
        put("districts/zone-1", Map.of("name", "某开发区", "parent", "430000")).body("level", equalTo("city"));
        put("districts/zone-2", Map.of("name", "某园区", "parent", "430000", "level", "county"))
                .body("level", equalTo("county"));
        put("districts/zone-3", Map.of("name", "无依无靠")).statusCode(422).body("findings.pointer", contains("/level"));
    }

    @Test
    void refusesADistrictThatIsItsOwnAncestor() {
        registerAll();

        put("districts/430200", Map.of("name", "株洲市", "parent", "430200"))
                .statusCode(422)
                .body("findings.pointer", hasItems("/parent"));
        put("districts/430000", Map.of("name", "湖南省", "parent", "430212"))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", hasItems("/parent"));
        get("districts/430000").body("parent", nullValue());
    }

    @Test
    void refusesALevelThatDoesNotFit() {
        registerAll();

        put("districts/430200", Map.of("name", "株洲市", "parent", "430000", "level", "province"))
                .statusCode(422)
                .body("findings.pointer", contains("/level"));
        put("districts/430200", Map.of("name", "株洲市", "parent", "430000", "level", "county"))
                .statusCode(422)
                .body("findings.pointer", contains("/level"));
    }

    @Test
    void movesTheDistrictsInsideAMovedDistrict() {
        registerAll();
        put("districts/430100", Map.of("name", "长沙市", "parent", "430000")).statusCode(201);
        put("districts/430212100", Map.of("name", "渌口镇", "parent", "430212")).statusCode(201);

        put("districts/430212", Map.of("name", "渌口区", "parent", "430100")).statusCode(200);

        get("agencies?district=430100").body("items.code", contains("430212-finance"));
        get("agencies?district=430200").body("total", equalTo(0));
        put("agencies/town-1", agency("430212100", "finance")).statusCode(201);
        get("agencies?district=430100").body("items.code", containsInAnyOrder("430212-finance", "town-1"));
    }

    @Test
    void reportsUnknownDistrictAndCategoryTogether() {
        put("agencies/430212-finance", agency("430212", "finance"))
                .statusCode(422)
                .body("findings.pointer", contains("/district", "/category"));
        get("agencies/430212-finance").statusCode(404).body("type", equalTo("/problems/unknown-agency"));
    }

    @Test
    void refusesIncompleteOrContradictoryEntries() {
        put("agencies/x1", "{}")
                .statusCode(422)
                .body("findings.pointer", contains("/name", "/kind", "/district", "/category"));
        put("categories/finance", Map.of("code", "tax", "name", "税务"))
                .statusCode(422)
                .body("findings.pointer", contains("/code"));
        put("categories/finance", Map.of("name", "财政", "nickname", "钱"))
                .statusCode(422)
                .body("findings.pointer", contains("/nickname"));
        put("categories/finance", "{\"name\": \"财政\", \"name\": \"税务\"}").statusCode(400);
        put("categories/finance", "{\"name\": 5}").statusCode(422).body("findings.pointer", contains("/name"));
        put("categories/finance", "{\"name\": \"\\ud800\"}")
                .statusCode(422)
                .body("findings.pointer", contains("/name"));
        put("categories/finance", "{\"name\": \"财政\"} {}")
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
        put("districts/430000", Map.of("name", "湖南省", "level", "Province"))
                .statusCode(422)
                .body("findings[0].message", containsString("province"));
        put("categories/finance", Map.of("name", " 财政")).statusCode(422);
        put("categories/finance", Map.of("name", "=1+1")).statusCode(422);
        put("categories/finance", "{\"name\": ").statusCode(400).body("type", equalTo("/problems/malformed-json"));
        put("categories/财政", Map.of("name", "财政")).statusCode(400).body("parameters[0].name", equalTo("code"));
        put("categories/finance", "").statusCode(400).body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void answersNotFoundForUnknownCodes() {
        get("districts/999999").statusCode(404).body("type", equalTo("/problems/unknown-district"));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/districts/a%00b")
                .then()
                .statusCode(400)
                .body("parameters[0].name", equalTo("code"));
        get("districts?parent=nope").statusCode(400).body("parameters[0].name", equalTo("parent"));
        get("categories/none").statusCode(404).body("type", equalTo("/problems/unknown-category"));
    }

    @Test
    void refusesUnknownParameters() {
        get("agencies?distric=430000")
                .statusCode(400)
                .body("parameters[0].name", equalTo("distric"))
                .body("parameters[0].known", hasItems("district", "category", "kind", "name", "page", "size"));
        get("agencies?kind=MINISTRY").statusCode(400).body("parameters[0].known", contains("DEPARTMENT", "GOVERNMENT"));
    }

    private static Map<String, String> agency(String district, String category) {
        return Map.of("name", "某局", "district", district, "category", category, "kind", "DEPARTMENT");
    }
}
