package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.restassured.http.ContentType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** The rule book for everyone; previews and runs that check stored reports again for the office. */
class RulesPageIT extends PageTest {

    private static final int YEAR = 2023;

    @Test
    void findsARuleByItsText() throws Exception {
        open("/rules");

        assertThat(rules().first()).isVisible();
        page.locator("#rule-search").fill("t3-balance");

        assertThat(rules()).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("q=t3-balance"));
        assertThat(page.locator("#rule-search")).isFocused();
        assertThat(rules()).containsText("依据");
        rules().locator("summary").click();
        assertThat(rules().locator("tbody tr").first()).containsText("表三");
        page.reload();
        assertThat(rules()).hasCount(1);
        assertThat(page.locator("#rule-search")).hasValue("t3-balance");
    }

    @Test
    void showsTheRulesOfTheFormOfAYear() throws Exception {
        open("/rules?severity=WARNING");

        page.locator("#year").selectOption("2020");

        assertThat(page).hasURL(Pattern.compile("year=2020"));
        assertThat(page.locator("main")).containsText("2019 年格式");
        assertThat(rules().locator("h2 .status").filter(hasText("错误"))).hasCount(0);
        assertThat(rules().locator("h2 .status").filter(hasText("提示")).first()).isVisible();
    }

    @Test
    void showsOthersTheRulesOnly() throws Exception {
        open("/rules");

        assertThat(page.locator(".tabs")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("试算改动");
        page.navigate(site.url("/rules?tab=preview"));
        assertThat(page.locator("main")).containsText("需要主管部门的令牌");
        assertThat(page.locator("gk-rule-preview")).hasCount(0);
    }

    @Test
    void previewsAChange() throws Exception {
        openForOffice("/rules?q=FIGURE-JUMP");
        rules().getByText("试算改动").click();
        assertThat(heading()).isFocused();
        assertThat(page.locator(".trial")).containsText("FIGURE-JUMP");

        page.locator("input[name=year][value='2023']").check();
        page.locator("#setting-0").selectOption("ERROR");
        page.locator("#add-rule").selectOption("T3-BALANCE");
        page.locator("#setting-1").selectOption("OFF");
        button("试算").last().click();

        assertThat(page.locator("#result-title")).isFocused();
        assertThat(page.locator("gk-preview-result tbody tr")).hasCount(2);
        assertThat(page.locator("gk-preview-result tbody tr").first())
                .containsText(Pattern.compile("FIGURE-JUMP\\s*提示\\s*→\\s*错误"));
        assertThat(page).hasURL(Pattern.compile("changes=FIGURE-JUMP_ERROR,T3-BALANCE_OFF"));
        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    @Test
    void tellsWhyAPreviewIsRefused() throws Exception {
        openForOffice("/rules?tab=preview&changes=FIGURE-JUMP");
        page.locator("#threshold-0-minFactor").fill("many");

        button("试算").last().click();

        isRefused("共 2 处错误");
        assertThat(page.locator("#threshold-0-minFactor-errors")).containsText("之间的数");
        assertThat(page.locator("#threshold-0-minFactor")).isFocused();
        assertThat(page.locator("form.preview")).containsText("个报告年度");
    }

    @Test
    void checksStoredReportsAgain() throws Exception {
        String district = districtWithLateDepartment();
        openForOffice("/rules?tab=revalidations&district=" + district);

        button("开始复核…").click();
        assertThat(page.locator("dialog")).containsText(district);
        page.locator("dialog button.primary").click();

        assertThat(page).hasURL(Pattern.compile("run=\\d+"));
        assertThat(page.locator("gk-revalidation h2").first()).containsText("已完成");
        assertThat(page.locator("gk-revalidation")).containsText("已复核 2 / 2 份报告");
        Locator changes = page.locator("gk-revalidation-changes tbody tr");
        assertThat(changes.first()).containsText("CONSOLIDATION");
        assertThat(changes.first()).containsText("新增");
        assertThat(changes.first()).containsText("政府报送后，部门的报告有变化");
        assertThat(page.locator(".actions button")).hasCount(0);
        isAccessible();
        fits(TELEPHONE_WIDTH);
        page.setViewportSize(OFFICE_WIDTH, OFFICE_HEIGHT);
        page.locator(".breadcrumb a").click();
        assertThat(page.locator("gk-revalidation-list tbody tr").first()).containsText("区划 " + district);
    }

    @Test
    void cancelsARun() throws Exception {
        answers("RUNNING");
        openForOffice("/rules?tab=revalidations&run=7");

        assertThat(page.locator("progress")).hasAttribute("max", "10");
        button("取消复核…").click();
        answers("CANCELLED");
        page.locator("dialog button.danger").click();

        assertThat(page.locator("#run-title")).containsText("已取消");
        assertThat(page.locator("#run-title")).isFocused();
        assertThat(button("取消复核…")).hasCount(0);
    }

    /** Answers with a run of its own: a real one may be over before it is cancelled. */
    private void answers(String state) {
        String run = """
                {"id": 7, "state": "%s", "ruleBook": "0123456789abcdef", "total": 10, "checked": 4, "added": 0,
                 "removed": 0, "rules": [], "startedAt": "2025-02-01T00:00:00Z", "startedBy": "oversight"}""".formatted(state);
        page.route(
                "**/api/v1/revalidations/7",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(run)));
    }

    @Test
    void goesOnAfterTheTokenHasExpired() throws Exception {
        openForOffice("/rules?tab=preview&years=2023&changes=T3-BALANCE_OFF");

        expireToken();
        button("试算").last().click();
        logInAgain();
        assertThat(page.locator("#setting-0")).hasValue("OFF");
        button("试算").last().click();

        assertThat(page.locator("gk-preview-result tbody tr")).hasCount(1);
    }

    /** Registers a district whose government reported before its department. */
    private String districtWithLateDepartment() throws Exception {
        String district = "350198";
        site.office()
                .body(Map.of("name", "测试区" + district, "parent", "350000"))
                .put("/api/v1/districts/{code}", district)
                .then()
                .statusCode(201);
        submit(district, "GOVERNMENT", "350128-gov");
        submit(district, "DEPARTMENT", "350128-finance");
        return district;
    }

    private void submit(String district, String kind, String report) throws Exception {
        String agency = district + "-" + kind.toLowerCase(Locale.ROOT);
        site.office()
                .body(Map.of("name", agency, "district", district, "category", "finance", "kind", kind))
                .put("/api/v1/agencies/{code}", agency)
                .then()
                .statusCode(201);
        site.service()
                .submitter(agency)
                .contentType(ContentType.JSON)
                .body(ReportFiles.of(report, YEAR).content().toString())
                .put("/api/v1/reports/{agency}/{year}", agency, YEAR)
                .then()
                .statusCode(201);
    }

    private Locator rules() {
        return page.locator("gk-rule-catalogue .rule");
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
