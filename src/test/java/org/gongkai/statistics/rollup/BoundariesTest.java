package org.gongkai.statistics.rollup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agencies merge and districts get other codes: figures as reported and on current boundaries. */
@QuarkusTest
class BoundariesTest extends ServiceTest {

    private static final int POLICE = 8;
    private static final int FINANCE = 2;

    @BeforeEach
    void register() {
        fixture("boundaries", () -> {
            put("districts/350100", Map.of("name", "福州市", "level", "city")).statusCode(201);
            put("districts/350128", Map.of("name", "平潭县", "parent", "350100")).statusCode(201);
            put("categories/finance", Map.of("name", "财政")).statusCode(201);
            put("categories/public-security", Map.of("name", "公安")).statusCode(201);
            agency("350128-finance", "finance", "350128", Map.of());
            agency("350128-police", "public-security", "350128", Map.of());
            put("cycles/2024", "{}").statusCode(201);
            putInForce(ReportFiles.of("350128-finance", 2024));
            putInForce(ReportFiles.of("350128-police", 2024));
        });
    }

    @Test
    void countsAMergedAgencyAsItselfOrAsItsSuccessor() {
        agency(
                "350128-police",
                "public-security",
                "350128",
                Map.of("validTo", "2025-06-30", "successor", "350128-finance"));

        rollUp("groupBy=agency&boundaries=as-reported")
                .body("boundaries", equalTo("as-reported"))
                .body("rows.agency.code", contains("350128-finance", "350128-police"))
                .body("rows.value", contains(FINANCE, POLICE));
        rollUp("groupBy=agency&boundaries=current")
                .body("boundaries", equalTo("current"))
                .body("rows.agency.code", contains("350128-finance"))
                .body("rows.value", contains(FINANCE + POLICE))
                .body("rows.reports", contains(2))
                .body("rows.expected", contains(2));
        rollUp("groupBy=category&boundaries=current").body("rows.category.code", contains("finance"));
        rollUp("agency=350128-police").body("rows.value", contains(POLICE));
        rollUp("agency=350128-police&boundaries=current").body("rows.value", contains(FINANCE + POLICE));
    }

    @Test
    void countsADistrictUnderItsFormerOrItsNewCode() {
        put("districts/350112", Map.of("name", "平潭区", "parent", "350100", "validFrom", "2025-07-01"))
                .statusCode(201);
        put(
                        "districts/350128",
                        Map.of("name", "平潭县", "parent", "350100", "validTo", "2025-06-30", "successor", "350112"))
                .statusCode(200);
        agency("350128-finance", "finance", "350112", Map.of());

        rollUp("groupBy=district").body("rows.district.code", contains("350128"));
        rollUp("groupBy=district&boundaries=current")
                .body("rows.district.code", contains("350112"))
                .body("rows.district.name", contains("平潭区"))
                .body("rows.value", contains(FINANCE + POLICE));
        rollUp("district=350128").body("rows.value", contains(FINANCE + POLICE));
        rollUp("district=350112").body("rows[0].value", nullValue());
        rollUp("district=350128&boundaries=current").body("rows.value", contains(FINANCE + POLICE));
        rollUp("district=350100&boundaries=current").body("rows.value", contains(FINANCE + POLICE));
    }

    @Test
    void followsTheDistrictsAboveAnAgencysOwn() {
        put("districts/350128100", Map.of("name", "某镇", "parent", "350128")).statusCode(201);
        agency("350128-market", "finance", "350128100", Map.of());
        putInForce(ReportFiles.of("350128-market", 2023));
        put("districts/350112", Map.of("name", "平潭区", "parent", "350100")).statusCode(201);
        put(
                        "districts/350128",
                        Map.of("name", "平潭县", "parent", "350100", "validTo", "2025-06-30", "successor", "350112"))
                .statusCode(200);
        String query = "statistics?figure=proactiveDisclosure.penaltyDecisions&year=2023&";

        get(query + "groupBy=district&level=county&boundaries=current&agency=350128-market")
                .body("rows.district.code", contains("350112"))
                .body("rows.reports", contains(1));
        get(query + "groupBy=district&level=county&agency=350128-market")
                .body("rows.district.code", contains("350128"));
        get(query + "district=350112&boundaries=current&agency=350128-market").body("rows.reports", contains(1));
        get(query + "district=350128&boundaries=current&agency=350128-market").body("rows.reports", contains(1));
        get(query + "district=350112&agency=350128-market").body("rows.reports", contains(0));
    }

    @Test
    void usesTheFormerCodeOfADistrictInAYearOpenedLater() {
        put("districts/350112", Map.of("name", "平潭区", "parent", "350100", "validFrom", "2025-07-01"))
                .statusCode(201);
        put(
                        "districts/350128",
                        Map.of("name", "平潭县", "parent", "350100", "validTo", "2025-06-30", "successor", "350112"))
                .statusCode(200);
        agency("350128-finance", "finance", "350112", Map.of());

        put("cycles/2023", "{}").statusCode(201);

        get("cycles/2023/obligations?category=finance").body("items.district.code", contains("350128"));
    }

    @Test
    void expectsAgenciesOnTheRoster_andAgenciesThatReportAnyway() {
        agency("350128-new", "finance", "350128", Map.of());
        rollUp("groupBy=category").body("rows.expected", contains(1, 1));

        put("cycles/2024/obligations/350128-new", Map.of("reason", "漏登")).statusCode(201);
        rollUp("groupBy=category").body("rows.expected", contains(2, 1)).body("rows.reports", contains(1, 1));

        put("cycles/2024/obligations/350128-finance", Map.of("reason", "免", "exempt", true))
                .statusCode(200);
        rollUp("groupBy=category").body("rows.expected", contains(2, 1)).body("rows.reports", contains(1, 1));
    }

    @Test
    void namesAnAgencyAsInTheYearOfTheRow() {
        agency("350128-finance", "finance", "350128", Map.of("name", "财政金融局", "nameSince", "2025-03-01"));

        rollUp("groupBy=year,agency&agency=350128-finance").body("rows.agency.name", contains("350128-finance"));
        rollUp("groupBy=agency&agency=350128-finance").body("rows.agency.name", contains("财政金融局"));
    }

    @Test
    void refusesUnknownBoundaries() {
        rollUp("boundaries=future").statusCode(400).body("parameters[0].known", contains("as-reported", "current"));
    }

    private static ValidatableResponse rollUp(String query) {
        return get("statistics?figure=requests.newlyReceived&year=2024&" + query);
    }

    private static void agency(String code, String category, String district, Map<String, String> more) {
        Map<String, String> entry =
                new HashMap<>(Map.of("name", code, "district", district, "category", category, "kind", "DEPARTMENT"));
        entry.putAll(more);
        put("agencies/" + code, entry);
    }
}
