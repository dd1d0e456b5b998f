package org.gongkai.registry.code;

import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that one code has one spelling: case makes no difference, nor do zeros at the end of division codes. */
@QuarkusTest
class EqualCodesTest extends ServiceTest {

    private static final String AGENCIES = "code,name,district,category,kind";

    @Test
    void refusesASecondSpellingByCase() {
        registerAll();
        put("districts/ABC-1", Map.of("name", "某园", "parent", "430200")).statusCode(201);
        put("categories/Cat-1", Map.of("name", "甲")).statusCode(201);
        put("agencies/m-Fin", agency("甲局")).statusCode(201);

        put("districts/abc-1", Map.of("name", "另一园", "parent", "430200"))
                .statusCode(422)
                .body("findings.pointer", contains("/code"))
                .body("findings[0].message", containsString("ABC-1"));
        put("categories/CAT-1", Map.of("name", "乙"))
                .statusCode(422)
                .body("findings[0].message", containsString("Cat-1"));
        put("agencies/M-FIN", agency("乙局")).statusCode(422).body("findings[0].message", containsString("m-Fin"));

        put("agencies/m-Fin", agency("丙局")).statusCode(200).body("code", equalTo("m-Fin"));
        get("agencies?name=丙局").body("items.code", contains("m-Fin"));
    }

    @ParameterizedTest
    @CsvSource({
        "430281100, 430281100000",
        "430281100000, 430281100",
        "430200, 430200000000",
        "430200, 430200000",
        "430200000, 430200000000"
    })
    void refusesASecondSpellingByZeros(String first, String second) {
        put("districts/430000", Map.of("name", "湖南省")).statusCode(201);
        put("districts/" + first, Map.of("name", "某地", "parent", "430000")).statusCode(201);

        put("districts/" + second, Map.of("name", "某地", "parent", "430000"))
                .statusCode(422)
                .body("findings.pointer", contains("/code"))
                .body("findings[0].message", containsString(" " + first + " "));
        load("districts", "code,name,parent", second + ",某地,430000")
                .statusCode(422)
                .body("findings.pointer", contains("/2/code"));
    }

    @ParameterizedTest
    @CsvSource({
        "430000000000, province",
        "430200000000, city",
        "430200000, city",
        "430212000000, county",
        "430212100000, town",
        "430212100, town",
        "430212100201, town"
    })
    void derivesTheLevelFromTheSignificantDigits(String code, String level) {
        put("districts/" + code, Map.of("name", "某地")).statusCode(201).body("level", equalTo(level));
    }

    @Test
    void refusesTwoSpellingsInOneFile() {
        registerAll();

        load("agencies", AGENCIES, "m-fin,甲局,430212,finance,DEPARTMENT", "M-FIN,乙局,430212,finance,DEPARTMENT")
                .statusCode(422)
                .body("findings.pointer", contains("/3/code"))
                .body("findings[0].message", containsString("m-fin"));
        load("categories", "code,name", "Cat-1,甲", "cat-1,乙")
                .statusCode(422)
                .body("findings.pointer", contains("/3/code"));
        load("districts", "code,name,parent", "430281100,某镇,430281", "430281100000,某镇,430281")
                .statusCode(422)
                .body("findings.pointer", contains("/3/code"))
                .body("findings[0].message", containsString("430281100"));
    }

    /** A lookup takes the stored spelling only, and its answer names it. */
    @Test
    void namesTheStoredSpellingWhenAnotherIsLookedUp() {
        registerAll();
        put("agencies/m-fin", agency("甲局")).statusCode(201);

        get("agencies/M-FIN").statusCode(404).body("detail", containsString("m-fin"));
        get("categories/FINANCE").statusCode(404).body("detail", containsString("finance"));
        get("districts/430200000000").statusCode(404).body("detail", containsString("；名录中的写法是 430200"));
        get("agencies?category=Finance").statusCode(400).body("parameters[0].message", containsString("finance"));
        get("statistics?figure=requests.newlyReceived&agency=M-FIN")
                .statusCode(400)
                .body("parameters[0].message", containsString("m-fin"));
        put("reports/M-FIN/2023", "{}").statusCode(404).body("detail", containsString("m-fin"));
        put(
                        "agencies/other",
                        Map.of("name", "乙局", "district", "430200000000", "category", "FINANCE", "kind", "DEPARTMENT"))
                .statusCode(422)
                .body("findings.pointer", contains("/district", "/category"))
                .body("findings[0].message", containsString("430200"))
                .body("findings[1].message", containsString("finance"));
    }

    @Test
    void warnsOfACodeThatBelongsToAnotherParent() {
        registerAll();

        put("districts/430301", Map.of("name", "某区", "parent", "350000"))
                .statusCode(201)
                .body("warnings.pointer", contains("/parent"))
                .body("warnings[0].message", containsString("350000"));
        get("districts/430301").body("warnings.pointer", contains("/parent"));
        put("districts/zone-1", Map.of("name", "某园区", "parent", "350100")).body("warnings", nullValue());
        get("districts/350128").body("warnings", nullValue());
        load("districts", "code,name,parent", "430302,某区,430300", "430300,湘潭市,430000", "430304,某区,350100")
                .statusCode(200)
                .body("added", equalTo(3))
                .body("warnings.pointer", contains("/4/parent"))
                .body("warnings[0].cell", equalTo("第 4 行 · parent"));
    }

    /** A client that reads, changes and writes an entry sends its warnings back. */
    @Test
    void ignoresWarningsInRequests() {
        registerAll();
        put("districts/430301", Map.of("name", "某区", "parent", "350000")).statusCode(201);

        Map<String, Object> entry =
                new HashMap<>(get("districts/430301").extract().path("$"));
        entry.put("name", "另一区");

        put("districts/430301", entry).statusCode(200).body("name", equalTo("另一区"));
    }

    private static Map<String, String> agency(String name) {
        return Map.of("name", name, "district", "430212", "category", "finance", "kind", "DEPARTMENT");
    }
}
