package org.gongkai.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CycleResourceTest extends ServiceTest {

    private static final String LAST_MOMENT_IN_TIME = "2024-01-31T15:59:59.999999Z";
    private static final String FIRST_MOMENT_LATE = "2024-01-31T16:00:00Z";

    @BeforeEach
    void threeDepartmentsAndAGovernment() {
        fixture("departments", () -> {
            put("districts/350128", Map.of("name", "平潭", "level", "county")).statusCode(201);
            for (String category : new String[] {"finance", "public-security", "market", "government"}) {
                put("categories/" + category, Map.of("name", category)).statusCode(201);
            }
            agency("350128-finance", "finance", "DEPARTMENT", Map.of());
            agency("350128-police", "public-security", "DEPARTMENT", Map.of());
            agency("350128-market", "market", "DEPARTMENT", Map.of());
            agency("350128-gov", "government", "GOVERNMENT", Map.of());
        });
    }

    @Test
    void opensAYear_withStatutoryDeadlines() {
        put("cycles/2023", "{}")
                .statusCode(201)
                .body("form", equalTo("2021"))
                .body("departmentDeadline", equalTo("2024-01-31"))
                .body("governmentDeadline", equalTo("2024-03-31"))
                .body("openedBy", equalTo("oversight"))
                .body("obligations", equalTo(4));
        put("cycles/2019", "{\"form\": \"2019\"}").statusCode(201).body("form", equalTo("2019"));

        get("cycles").body("items.year", contains(2023, 2019));
        get("cycles/2023").body("departmentDeadline", equalTo("2024-01-31"));
        get("cycles/2022").statusCode(404).body("type", equalTo("/problems/unknown-cycle"));
        get("events")
                .body("items.findAll { it.type == 'CYCLE_OPENED' }.subject", contains("cycles/2023", "cycles/2019"));
    }

    @Test
    void freezesTheRoster() {
        agency("350128-closed", "market", "DEPARTMENT", Map.of("validTo", "2023-12-30"));
        agency("350128-ended", "market", "DEPARTMENT", Map.of("validTo", "2023-12-31"));
        agency("350128-later", "market", "DEPARTMENT", Map.of("validFrom", "2024-01-01"));
        agency("350128-finance", "finance", "DEPARTMENT", Map.of("name", "财政金融局", "nameSince", "2024-02-01"));
        put("cycles/2023", "{}").statusCode(201);

        agency("350128-market", "finance", "DEPARTMENT", Map.of());
        agency("350128-new", "finance", "DEPARTMENT", Map.of());
        put("cycles/2023", "{}").statusCode(200).body("obligations", equalTo(5));

        get("cycles/2023/obligations")
                .body(
                        "items.agency.code",
                        contains("350128-ended", "350128-finance", "350128-gov", "350128-market", "350128-police"))
                .body("items.find { it.agency.code == '350128-market' }.category.code", equalTo("market"))
                .body("items.find { it.agency.code == '350128-finance' }.agency.name", equalTo("350128-finance"));
    }

    @Test
    void refusesInvalidDeadlines() {
        put(
                        "cycles/2023",
                        Map.of("departmentDeadline", "2023-12-31", "governmentDeadline", "2025-01-01", "form", "2019"))
                .statusCode(422)
                .body("findings.pointer", contains("/form", "/departmentDeadline", "/governmentDeadline"));
        for (String noDate : List.of(
                "\"soon\"",
                "\"\"",
                "2023",
                "[2024, 1, 31]",
                "\"2024-02-30\"",
                "\"2024-01-31T20:00:00Z\"",
                "99999999999999",
                "\"+999999999-12-30\"")) {
            put("cycles/2023", "{\"departmentDeadline\": " + noDate + "}")
                    .statusCode(422)
                    .body("findings.pointer", contains("/departmentDeadline"))
                    .body("findings[0].message", containsString("2024-01-31"));
        }
        put("cycles/2018", "{}").statusCode(404).body("type", equalTo("/problems/year-not-covered"));
        get("cycles").body("total", equalTo(0));
    }

    /** The member is ignored, but it has to be an instant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-999999999-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59+18:00\"",
                "\"9999999999-01-01T00:00:00Z\"",
                "9e99",
                "1e-400000",
                "9223372036854775807",
                "\"\""
            })
    void survivesAnyInstantOfOpening(String openedAt) {
        put("cycles/2023", "{\"openedAt\": " + openedAt + "}").statusCode(oneOf(200, 201, 400, 422));
    }

    @Test
    void countsAsLate_fromTheEndOfTheDayInBeijing() {
        put("cycles/2023", "{}").statusCode(201);
        TestClock.stopAt(LAST_MOMENT_IN_TIME);
        submit(ReportFiles.of("350128-finance", 2023)).body("findings.rule", not(hasItem("LATE")));
        TestClock.stopAt(FIRST_MOMENT_LATE);
        submit(ReportFiles.of("350128-market", 2023))
                .body("findings.rule", hasItem("LATE"))
                .body("findings.message", hasItem("首次报送已过期限：2024年1月31日（北京时间）"));

        completeness("")
                .body("rows[0].expected", equalTo(4))
                .body("rows[0].onTime", equalTo(1))
                .body("rows[0].late", equalTo(1))
                .body("rows[0].returned", equalTo(0))
                .body("rows[0].missing", equalTo(2))
                .body("rows[0].overdue", equalTo(1))
                .body("rows[0].onTimeRate", equalTo(0.25f))
                .body("rows[0].submissionRate", equalTo(0.5f));
        completeness("?groupBy=category&kind=DEPARTMENT")
                .body("rows.category.code", contains("finance", "market", "public-security"))
                .body("rows.onTime", contains(1, 0, 0))
                .body("rows.missing", contains(0, 0, 1));
        completeness("?groupBy=district,category&category=market")
                .body("rows.size()", equalTo(1))
                .body("rows[0].district.name", equalTo("平潭"))
                .body("rows[0].late", equalTo(1));
        completeness("?groupBy=year").statusCode(400).body("parameters[0].known", contains("district", "category"));
        assertThat(get("cycles/2023/obligations?state=MISSING&kind=DEPARTMENT&format=csv")
                        .contentType("text/csv")
                        .extract()
                        .asString())
                .isEqualTo(
                        "agency,agencyName,kind,district,districtName,category,categoryName,state,deadline,overdue,inForce,"
                                + "firstSubmittedAt,reason,contactPerson,telephone,nil,nilStated,email\r\n"
                                + "350128-police,350128-police,DEPARTMENT,350128,平潭,public-security,public-security,MISSING,2024-01-31,"
                                + "true,false,,,,,false,false,\r\n");
        get("cycles/2023/obligations?state=MISSING")
                .body("items.agency.code", contains("350128-gov", "350128-police"))
                .body("items.overdue", contains(false, true));
    }

    /** The first submission determines whether a report is late; a later correction does not. */
    @Test
    void ignoresTheTimeOfACorrection() {
        put("cycles/2023", "{}").statusCode(201);
        TestClock.stopAt(LAST_MOMENT_IN_TIME);
        submit(ReportFiles.of("350128-finance", 2023)).statusCode(201);
        TestClock.stopAt("2024-05-01T00:00:00Z");
        correct(
                        "reports/350128-finance/2023",
                        ReportFiles.of("350128-finance", 2023)
                                .content()
                                .toString()
                                .replace("第一部分", "第一部分。有更正"))
                .statusCode(201)
                .body("revision", equalTo(2));

        completeness("?category=finance").body("rows[0].onTime", equalTo(1)).body("rows[0].late", equalTo(0));
    }

    @Test
    void updatesLateFindingsWhenADeadlineMoves() {
        put("cycles/2023", "{}").statusCode(201);
        TestClock.stopAt("2024-02-10T00:00:00Z");
        submit(ReportFiles.of("350128-finance", 2023)).body("findings.rule", hasItem("LATE"));
        submit(ReportFiles.of("350128-market", 2023)).body("findings.rule", hasItem("LATE"));

        put("cycles/2023/obligations/350128-finance", Map.of("deadline", "2024-02-29", "reason", "系统迁移"))
                .statusCode(200)
                .body("state", equalTo("ON_TIME"))
                .body("deadline", equalTo("2024-02-29"))
                .body("reason", equalTo("系统迁移"));
        get("reports/350128-finance/2023/revisions/1/receipt").body("findings.rule", not(hasItem("LATE")));
        get("reports/350128-market/2023/revisions/1/receipt").body("findings.rule", hasItem("LATE"));

        put("cycles/2023", Map.of("departmentDeadline", "2024-02-15")).statusCode(200);
        get("reports/350128-market/2023/revisions/1/receipt").body("findings.rule", not(hasItem("LATE")));
        completeness("").body("rows[0].onTime", equalTo(2));

        put("cycles/2023", Map.of("departmentDeadline", "2024-01-31")).statusCode(200);
        completeness("").body("rows[0].onTime", equalTo(1)).body("rows[0].late", equalTo(1));
        get("events")
                .body("items.findAll { it.type == 'OBLIGATION_CHANGED' }.after.reason", contains("系统迁移"))
                .body("items.findAll { it.type == 'OBLIGATION_CHANGED' }.before.exempt", contains(false))
                .body(
                        "items.findAll { it.type == 'CYCLE_CHANGED' }.after.departmentDeadline",
                        contains("2024-02-15", "2024-01-31"))
                .body("items.findAll { it.type == 'FINDINGS_CHANGED' }.size()", equalTo(3));
    }

    @Test
    void changesTheRosterForAReason() {
        put("cycles/2023", "{}").statusCode(201);
        agency("350128-forgotten", "market", "DEPARTMENT", Map.of());

        put("cycles/2023/obligations/350128-forgotten", Map.of("reason", "开启时漏登"))
                .statusCode(201)
                .body("state", equalTo("MISSING"))
                .body("deadline", equalTo("2024-01-31"));
        completeness("").body("rows[0].expected", equalTo(5));
        put("cycles/2023/obligations/350128-forgotten", Map.of("exempt", true, "reason", "并入市场监管局"))
                .statusCode(200)
                .body("state", equalTo("EXEMPT"));
        completeness("").body("rows[0].expected", equalTo(4));
        get("cycles/2023").body("obligations", equalTo(4));

        put("cycles/2023/obligations/350128-police", Map.of("deadline", "2024-02-29"))
                .statusCode(422)
                .body("findings.pointer", contains("/reason"));
        put("cycles/2023/obligations/350128-police", Map.of("deadline", "2025-02-28", "reason", "迟"))
                .statusCode(422)
                .body("findings[0].message", containsString("2024"));
        put("cycles/2023/obligations/nobody", Map.of("reason", "x"))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-agency"));
        put("cycles/2022/obligations/350128-police", Map.of("reason", "x"))
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-cycle"));
    }

    @Test
    void countsZeroWhenNoReportIsOwed() {
        put("cycles/2023", "{}").statusCode(201);
        put("categories/empty", Map.of("name", "空")).statusCode(201);

        completeness("?category=empty").body("rows[0].expected", equalTo(0)).body("rows[0].onTimeRate", nullValue());
        completeness("?groupBy=district&category=empty").body("rows.size()", equalTo(0));
        completeness("?category=none").statusCode(400);
    }

    private static ValidatableResponse completeness(String query) {
        return get("cycles/2023/completeness" + query);
    }

    private static void agency(String code, String category, String kind, Map<String, String> more) {
        Map<String, String> entry =
                new HashMap<>(Map.of("name", code, "district", "350128", "category", category, "kind", kind));
        entry.putAll(more);
        put("agencies/" + code, entry);
    }
}
