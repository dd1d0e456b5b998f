package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests loading registers from valid files. */
@QuarkusTest
class RegistryLoadTest extends ServiceTest {

    private static final String AGENCIES = "code,name,district,category,kind";

    @Test
    void countsAddedChangedAndUnchangedEntries() throws SQLException {
        load("categories", "code,name", "finance,财政", "tax,税务", "police,公安")
                .statusCode(200)
                .body("added", equalTo(3))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(0));

        load("categories", "name,code", "财政金融,finance", "税务,tax", "教育,education")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));

        get("categories").body("items.code", contains("education", "finance", "police", "tax"));
        get("categories/finance").body("name", equalTo("财政金融"));
        assertThat(count("select count(*) from event")).isEqualTo(5);
    }

    @Test
    void storesReferredLinesFirst() {
        load(
                        "districts",
                        "code,name,parent,validTo,successor",
                        "430221,株洲县,430200,2018-06-18,430212",
                        "430212100,渌口镇,430212,,",
                        "430212,渌口区,430200,,",
                        "430200,株洲市,430000,,",
                        "430000,湖南省,,,")
                .statusCode(200)
                .body("added", equalTo(5));

        get("districts/430221").body("successor", equalTo("430212")).body("validTo", equalTo("2018-06-18"));
        get("districts/430212100").body("level", equalTo("town"));
    }

    /** Each line is invalid on its own: the district would not be above the district inside it. */
    @Test
    void changesLevelsTogether() {
        load("districts", "code,name,parent,level", "430000,湖南省,,", "zone,某区,430000,city", "park,某园,zone,county")
                .statusCode(200);

        load("districts", "code,name,parent,level", "zone,某区,430000,county", "park,某园,zone,town")
                .statusCode(200)
                .body("changed", equalTo(2));

        get("districts/park").body("level", equalTo("town"));
    }

    /** A moved district also moves the districts inside it, including those in the same file, before and after it. */
    @Test
    void keepsPathsConsistentWhenDistrictsMove() throws SQLException {
        load(
                        "districts",
                        "code,name,parent",
                        "430000,湖南省,",
                        "430100,长沙市,430000",
                        "430200,株洲市,430000",
                        "430212,渌口区,430200",
                        "430212100,渌口镇,430212")
                .statusCode(200);

        load("districts", "code,name,parent", "430212,渌口区,430100", "430212101,某镇,430212")
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("added", equalTo(1));
        load("districts", "code,name,parent,level", "430212102,另一镇,430212,", "430100,长沙市,320000,city", "320000,江苏省,,")
                .statusCode(200);

        assertThat(count("select count(*) from district where path like '320000/430100/430212/4302121%'"))
                .isEqualTo(3);
    }

    @Test
    void readsFilesSavedBySpreadsheets() {
        load("districts", "code,name,validFrom,,", "430000,湖南省,1952/8/30,,", ",,,,", "", "320000,江苏省,1953-01-01,,,,")
                .statusCode(200)
                .body("added", equalTo(2));

        get("districts/430000").body("validFrom", equalTo("1952-08-30"));
    }

    @Test
    void renamesWithADate() {
        registerAll();

        load("agencies", AGENCIES + ",nameSince", "430212-finance,渌口区财政金融局,430212,finance,DEPARTMENT,2024-03-01")
                .statusCode(200)
                .body("changed", equalTo(1));
        load("agencies", AGENCIES, "430212-finance,株洲市渌口区财政金融局,430212,finance,DEPARTMENT")
                .statusCode(200)
                .body("changed", equalTo(1));

        get("agencies/430212-finance")
                .body("name", equalTo("株洲市渌口区财政金融局"))
                .body("nameSince", equalTo("2024-03-01"))
                .body("formerNames.name", contains("株洲市渌口区财政局"));
    }

    @Tag("thorough")
    @Test
    void loadsAThousandAgencies() throws SQLException {
        registerAll();
        String[] lines = IntStream.rangeClosed(0, 1000)
                .mapToObj(number ->
                        number == 0 ? AGENCIES : "bureau-" + number + ",第" + number + "局,430212,finance,DEPARTMENT")
                .toArray(String[]::new);
        Instant start = Instant.now();

        load("agencies", lines).statusCode(200).body("added", equalTo(1000));
        Duration adding = Duration.between(start, Instant.now());
        load("agencies", lines).statusCode(200).body("unchanged", equalTo(1000));
        load(
                        "agencies",
                        IntStream.range(0, lines.length)
                                .mapToObj(number -> number == 0 ? lines[0] : lines[number].replace("局,", "处,"))
                                .toArray(String[]::new))
                .statusCode(200)
                .body("changed", equalTo(1000));

        assertThat(adding).isLessThan(Duration.ofSeconds(60));
        assertThat(count("select count(*) from event where subject like 'agencies/bureau-%'"))
                .isEqualTo(2000);
    }

    @Test
    void acceptsAFileWithOnlyAHeader() {
        load("categories", "code,name").statusCode(200).body("added", equalTo(0));
    }

    @Test
    void recordsThePreviousAndTheNewState() {
        load("categories", "code,name", "finance,财政").statusCode(200);
        load("categories", "code,name", "finance,财政金融").statusCode(200);

        List<Map<String, Object>> events = get("events").extract().path("items");
        assertThat(events).hasSize(2);
        assertThat(events.get(1))
                .containsEntry("type", "CATEGORY_CHANGED")
                .containsEntry("subject", "categories/finance")
                .containsEntry("before", Map.of("code", "finance", "name", "财政"))
                .containsEntry("after", Map.of("code", "finance", "name", "财政金融"));
    }
}
