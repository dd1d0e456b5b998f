package org.gongkai.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of every list, by number and by cursor. */
@QuarkusTest
class PagingTest extends ServiceTest {

    private static final Pattern NEXT = Pattern.compile("</api/v1/([^>]*)>; rel=\"next\"");

    @BeforeEach
    void register() {
        fixture("paging", PagingTest::report);
    }

    private static void report() {
        registerAll();
        for (int year : List.of(2022, 2023, 2024)) {
            put("cycles/" + year, "{}").statusCode(201);
        }
        putInForce(ReportFiles.of("350128-police", 2022));
        putInForce(ReportFiles.of("350128-police", 2024));
        putInForce(ReportFiles.of("350128-finance", 2024));
        putInForce(ReportFiles.of("350128-gov", 2022));
        correct(
                        "reports/350128-gov/2022",
                        ReportFiles.of("350128-gov", 2023).content().toString())
                .statusCode(201);
        correct(
                        "reports/350128-gov/2022",
                        ReportFiles.of("350128-gov", 2021).content().toString())
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agencies",
                "agencies?kind=DEPARTMENT",
                "districts",
                "categories",
                "cycles",
                "reports",
                "reports?year=2022..2024",
                "reports/350128-gov/2022/revisions",
                "cycles/2024/obligations",
                "carry-over",
                "carry-over?orderBy=-difference",
                "scoreboard?groupBy=agency&groupBy=year",
                "scoreboard?groupBy=district&groupBy=category"
            })
    void followsTheLinksThroughAWholeList(String list) {
        String query = list + (list.contains("?") ? "&" : "?");
        List<Object> whole = get(query + "size=500").extract().path("items");

        List<Object> collected = new ArrayList<>();
        int size = Math.max(2, whole.size() / 5);
        for (String next = query + "size=" + size; next != null; next = next(next, collected)) {
            assertThat(collected.size()).isLessThan(whole.size());
        }

        assertThat(collected).isEqualTo(whole).hasSizeGreaterThan(2);
    }

    private static String next(String path, List<Object> collected) {
        ExtractableResponse<Response> page = get(path).statusCode(200).extract();
        collected.addAll(page.path("items"));
        Matcher next = NEXT.matcher(links(page));
        boolean hasNext = next.find();
        assertThat(hasNext).isEqualTo(page.path("next") != null);
        return hasNext ? next.group(1) : null;
    }

    /** Returns the links, each of which is a header of its own. */
    private static String links(ExtractableResponse<Response> page) {
        return String.join(", ", page.headers().getValues("Link"));
    }

    @Test
    void isNotShiftedByEntriesThatAppear() {
        String next = get("agencies?size=2").extract().path("next");
        String third = get("agencies?size=3").extract().path("items[2].code");
        put(
                        "agencies/000-first",
                        Map.of("name", "新局", "district", "350128", "category", "finance", "kind", "DEPARTMENT"))
                .statusCode(201);

        get("agencies?size=2&after=" + next).body("items[0].code", equalTo(third));
        get("agencies?size=2&page=1").body("items[0].code", equalTo(next));
    }

    @Test
    void countsPagesAlsoAfterACursor() {
        int total = get("agencies?size=2").body("page", equalTo(0)).extract().path("total");
        String next = get("agencies?size=2").extract().path("next");

        get("agencies?size=2&after=" + next).body("page", equalTo(1)).body("total", equalTo(total));
        assertThat(links(get("agencies?size=2&page=1").extract()))
                .contains("?page=0&size=2>; rel=\"first\"", "?page=2&size=2>; rel=\"next\"", "rel=\"prev\"");
        get("agencies?after=zzz").body("items", equalTo(List.of())).body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @CsvSource({
        "agencies?after=350128-police&page=1",
        "reports?after=350128-police",
        "reports?after=350128-police.later",
        "cycles?after=now",
        "reports/350128-gov/2022/revisions?after=-1",
        "agencies?after=a.b",
        "agencies?format=csv&after=350128-police"
    })
    void refusesOtherCursors(String list) {
        get(list).statusCode(400).body("parameters.name", contains("after"));
    }
}
