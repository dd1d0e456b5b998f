package org.gongkai.filing.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The impact of revisions that came into force: the totals that moved, as JSON and as a notice. */
@QuarkusTest
class ImpactTest extends ServiceTest {

    private static final String REPORT = "reports/350128-police/2024";
    private static final String LICENSES = "/proactiveDisclosure/licensingDecisions";
    private static final String FIGURE = "proactiveDisclosure.licensingDecisions";
    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void listsWhatMoved_asRollUpsOfTheInstantsBeforeAndAfterHaveIt() {
        putInForce(ReportFiles.of("350128-finance", 2024));
        putInForce(POLICE);
        submitWithLicenses(41).body("status", equalTo("ACCEPTED"));

        ValidatableResponse impact = get(REPORT + "/revisions/2/impact")
                .statusCode(200)
                .body("state", equalTo("MOVED"))
                .body("status", equalTo("ACCEPTED"))
                .body("replaced", equalTo(1))
                .body("agency.code", equalTo("350128-police"))
                .body("counted", equalTo(true))
                .body("reports", empty())
                .body("later", empty())
                .body("cells.pointer.unique()", contains(LICENSES));
        Instant at = Instant.parse(impact.extract().path("at"));
        for (String district : List.of("350128", "350100", "350000")) {
            String row = "totals.find { it.district.code == '%s' && it.figure == '%s' }.".formatted(district, FIGURE);
            impact.body(row + "before", equalTo(rollUp(district, at.minus(1, ChronoUnit.MICROS))))
                    .body(row + "after", equalTo(rollUp(district, at)));
        }
    }

    @Test
    void movesFromNothing_whereItIsTheFirstReport() {
        putInForce(POLICE);

        get(REPORT + "/revisions/1/impact")
                .body("state", equalTo("MOVED"))
                .body("$", not(hasKey("replaced")))
                .body("reports.district.code", contains("350128", "350100", "350000"))
                .body("reports.before", everyItem(equalTo(0)))
                .body("totals.before", everyItem(nullValue()))
                .body("totals.after", everyItem(not(nullValue())))
                .body("cells.before", everyItem(equalTo(0)));
    }

    @Test
    void movesBack_whenTheRevisionIsWithdrawn() {
        putInForce(POLICE);
        submitWithLicenses(41).body("status", equalTo("ACCEPTED"));
        withdraw(2, true);

        get(REPORT + "/revisions/2/impact")
                .body("status", equalTo("WITHDRAWN"))
                .body("later.kind", contains("WITHDRAWN"))
                .body("later[0].from", equalTo(2))
                .body("later[0].to", equalTo(1))
                .body(
                        "later[0].cells.after",
                        equalTo(get(REPORT + "/revisions/2/impact").extract().<List<?>>path("cells.before")));
        get(REPORT + "/revisions/1/impact")
                .body("status", equalTo("ACCEPTED"))
                .body("later.kind", contains("REINSTATED"))
                .body("later[0].from", equalTo(2))
                .body("later[0].to", equalTo(1))
                .body("later[0].reports", empty());

        withdraw(1, false);
        get(REPORT + "/revisions/1/impact")
                .body("later.kind", contains("REINSTATED", "WITHDRAWN"))
                .body("later[1]", not(hasKey("to")))
                .body("later[1].reports.after", everyItem(equalTo(0)))
                .body("later[1].totals.after", everyItem(nullValue()));
    }

    @Test
    void countsWhereTheReportCountedThen() {
        putInForce(POLICE);
        moveTo("430212");
        submitWithLicenses(41);
        get(REPORT + "/revisions/2/impact")
                .body(
                        "totals.district.code.unique()",
                        contains("430212", "430200", "430000", "350128", "350100", "350000"))
                .body("reports.find { it.district.code == '350128' }.after", equalTo(0))
                .body("reports.find { it.district.code == '430212' }.after", equalTo(1));

        put("cycles/2024", "{}").statusCode(201);
        moveTo("310000");
        submitWithLicenses(42);
        get(REPORT + "/revisions/3/impact")
                .body("totals.district.code.unique()", contains("430212", "430200", "430000"))
                .body("reports", empty());
        get(REPORT + "/revisions/1/impact")
                .body("totals.district.code.unique()", contains("350128", "350100", "350000"));
    }

    @Test
    void movesNothing_whereAGovernmentReports() {
        putInForce(ReportFiles.of("350128-gov", 2022));

        get("reports/350128-gov/2022/revisions/1/impact")
                .body("state", equalTo("MOVED"))
                .body("counted", equalTo(false))
                .body("totals", empty())
                .body("cells", empty());
        get("reports/350128-gov/2022/revisions/1/impact?format=html").body(containsString("政府的年度报告已包含各部门的数据"));
    }

    @Test
    void expectsWhatWouldMove_whileARevisionWaits() throws SQLException {
        putInForce(POLICE);
        correct(
                        REPORT,
                        Drafts.of("350128-police", 2024)
                                .with("/otherMatters", "")
                                .with(LICENSES, 41)
                                .json())
                .body("status", equalTo("SUBMITTED"));

        String impact = REPORT + "/revisions/2/impact";
        get(impact)
                .body("state", equalTo("EXPECTED"))
                .body("$", not(hasKey("at")))
                .body("replaced", equalTo(1))
                .body("cells.pointer.unique()", contains(LICENSES));
        asPublic(impact).statusCode(404).body("type", equalTo("/problems/unknown-report"));
        decide(POLICE, 2, "RETURN").statusCode(200);
        get(impact).body("state", equalTo("NONE")).body("totals", empty());
        asPublic(REPORT + "/revisions/1/impact").statusCode(200);
        get(REPORT + "/revisions/9/impact").statusCode(404);
        get("reports/nobody/2024/revisions/1/impact").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html;charset=UTF-8",
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf, application/pdf",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    void isANotice(String format, String type) {
        putInForce(POLICE);
        submitWithLicenses(41);
        withdraw(2, true);

        byte[] notice = get(REPORT + "/revisions/2/impact?format=" + format)
                .statusCode(200)
                .header("Content-Type", type)
                .header("Content-Language", "zh-CN")
                .extract()
                .asByteArray();

        assertThat(notice).hasSizeGreaterThan(1_000);
    }

    @Test
    void namesWhatMovedInTheNotice() {
        putInForce(POLICE);
        submitWithLicenses(41);
        withdraw(2, true);

        String notice =
                get(REPORT + "/revisions/2/impact?format=html").extract().asString();

        assertThat(notice)
                .contains("平潭综合实验区公安局2024年政府信息公开工作年度报告更正影响说明")
                .contains("生效，替代第 1 版。下列汇总数据随之变动。")
                .contains("机关说明的更正原因：" + CHANGE_REASON)
                .contains("二、平潭综合实验区汇总报告")
                .contains("撤回，第 1 版恢复生效。");
        assertThat(get(REPORT + "/revisions/1/impact?format=html").extract().asString())
                .contains("生效影响说明")
                .contains("此前没有生效的版本")
                .contains("平潭综合实验区计入汇总的报告由 0 份变为 1 份。")
                .contains("第 2 版撤回后，第 1 版于");
    }

    private static Integer rollUp(String district, Instant asOf) {
        return get("statistics?figure=" + FIGURE + "&year=2024&district=" + district + "&asOf=" + asOf)
                .extract()
                .path("rows[0].value");
    }

    private static ValidatableResponse submitWithLicenses(int number) {
        ValidatableResponse receipt = correct(
                REPORT, Drafts.of("350128-police", 2024).with(LICENSES, number).json());
        int revision = receipt.statusCode(201).extract().path("revision");
        if (receipt.extract().path("status").equals("SUBMITTED")) {
            return decide(POLICE, revision, "ACCEPT").statusCode(200);
        }
        return receipt;
    }

    private static void withdraw(int revision, boolean reinstatePrevious) {
        post(
                        REPORT + "/decisions",
                        Map.of(
                                "revision",
                                revision,
                                "decision",
                                "WITHDRAW",
                                "comment",
                                "数据有误",
                                "reinstatePrevious",
                                reinstatePrevious))
                .statusCode(200);
    }

    private static void moveTo(String district) {
        put(
                        "agencies/350128-police",
                        Map.of(
                                "name",
                                "平潭综合实验区公安局",
                                "district",
                                district,
                                "category",
                                "public-security",
                                "kind",
                                "DEPARTMENT"))
                .statusCode(200);
    }

    private static ValidatableResponse asPublic(String path) {
        return RestAssured.given().noFilters().get("/api/v1/" + path).then();
    }
}
