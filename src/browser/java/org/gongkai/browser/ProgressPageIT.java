package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The progress of a year: counts for everyone, the roster for the office. */
class ProgressPageIT extends PageTest {

    private static final String YEAR = "2023";
    /** A year that is over, and that no other test opens. */
    private static final String CLOSED_YEAR = "2020";

    @Test
    void showsCountsToEveryone() throws Exception {
        open("/progress?year=" + YEAR);

        Locator counts = page.locator("gk-public-progress tbody tr").first();
        assertThat(counts).containsText(Pattern.compile("[0-9.]+%"));
        assertThat(page.locator("gk-obligation-list")).hasCount(0);
        page.locator("#year").selectOption("2024");

        assertThat(page).hasURL(Pattern.compile("year=2024"));
    }

    @Test
    void opensAndClosesAYear() throws Exception {
        openForOffice("/progress?year=" + CLOSED_YEAR);

        Pattern count = Pattern.compile("[1-9][0-9]* 个单位（部门 [0-9]+ 个，政府 [0-9]+ 个）");
        assertThat(page.locator("gk-cycle-card")).containsText(count);
        button("开启 2020 年度").click();
        assertThat(page.locator("dialog")).containsText(count);
        cycle(CLOSED_YEAR, 404);
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator(".cycle [role=status]")).hasText(Pattern.compile("已开启 2020 年度，[1-9][0-9]* 个单位列入应报名册。"));
        assertThat(page.locator(".countdown").first()).containsText("部门报送期限");
        cycle(CLOSED_YEAR, 200);
        button("调整期限").click();
        page.getByText("误开的年度").click();
        page.getByLabel("确认关闭").check();
        button("关闭年度").click();

        assertThat(button("开启 2020 年度")).isVisible();
        assertThat(page.locator("gk-cycle-card [role=status]")).containsText("已关闭 2020 年度");
        cycle(CLOSED_YEAR, 404);
    }

    @Test
    void exemptsAnAgency() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);

        change(agency).click();
        page.getByLabel("免予报送").check();
        reason().fill("机关尚未成立");
        save().click();

        assertThat(lines()).hasCount(0);
        assertThat(line(agency)).containsEntry("state", "EXEMPT").containsEntry("reason", "机关尚未成立");
    }

    @Test
    void addsAnAgencyToTheRoster() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        button("补入单位").click();
        page.locator("#addition-name").fill(agency.name());
        page.locator("#addition-name").press("Enter");
        page.locator("[name=agency]").check();
        page.locator("#addition-reason").fill("漏登");
        page.locator("button[form=addition]").click();

        assertThat(lines()).containsText(new String[] {agency.name()});
        assertThat(line(agency)).containsEntry("state", "MISSING").containsEntry("reason", "漏登");
    }

    @Test
    void tellsWhyAChangeIsRefused() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);
        extend(agency, "2023-05-01");

        save().click();
        isRefused("应为 2024 年内的日期");
        assertThat(page.locator("#obligation-deadline")).isFocused();
        assertThat(page.locator("#obligation-deadline")).hasAttribute("aria-invalid", "true");
        assertThat(reason()).hasValue("机构改革");
        page.locator("#obligation-deadline").fill("2024-05-01");
        save().click();

        assertThat(lines().first()).containsText("另定");
        assertThat(line(agency)).containsEntry("deadline", "2024-05-01");
    }

    @Test
    void keepsTheInputWhenTheTokenExpires() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);
        extend(agency, "2024-05-01");

        expireToken();
        save().click();
        logInAgain();
        assertThat(reason()).hasValue("机构改革");
        save().click();

        assertThat(lines().first()).containsText("另定");
        assertThat(line(agency)).containsEntry("deadline", "2024-05-01");
    }

    @Test
    void keepsTheInputWhenTheConnectionIsLost() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);
        extend(agency, "2024-05-01");

        cutConnection(true);
        save().click();
        assertThat(page.locator("dialog .problem")).containsText("无法连接服务");
        assertThat(reason()).hasValue("机构改革");
        cutConnection(false);
        save().click();

        assertThat(lines().first()).containsText("另定");
        assertThat(line(agency)).containsEntry("deadline", "2024-05-01");
    }

    @Test
    void isUsedWithTheKeyboard() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);

        page.locator("[data-position='0,0']").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[data-position='1,0']")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("category="));
        page.keyboard().press("Enter");
        change(agency).focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("按年度期限报送")).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        page.keyboard().type("机关尚未成立");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(lines()).hasCount(0);
        assertThat(line(agency)).containsEntry("state", "EXEMPT");
    }

    @Test
    void countsLateReportsAsTheOverviewDoes() throws Exception {
        openForOffice("/progress?year=" + YEAR);
        Locator tile = page.locator(".tiles > li", new Page.LocatorOptions().setHasText("逾期报送"));
        assertThat(tile).containsText("首次报送在期限之后");
        assertThat(page.locator(".tiles > li", new Page.LocatorOptions().setHasText("逾期未报")))
                .containsText("退回后未再报送");

        open("/?year=" + YEAR);

        assertThat(tile).containsText("首次报送在期限之后");
    }

    @Test
    void usesTheHeightOfThePage() throws Exception {
        openForOffice("/progress?year=" + YEAR);
        page.setViewportSize(OFFICE_WIDTH, OFFICE_HEIGHT / 2);

        page.locator("gk-progress-grid tbody tr").last().evaluate("row => row.scrollIntoView({ block: 'end' })");

        assertThat(page.locator("gk-progress-grid thead th").first()).isInViewport();
    }

    @Test
    void showsTheLastPageInsteadOfOneThatDoesNotExist() throws Exception {
        TestAgency agency = onRoster();

        openForOffice("/progress?year=" + YEAR + "&page=9999&name=" + agency.name());

        assertThat(lines()).hasCount(1);
    }

    @Test
    void isExported() throws Exception {
        TestAgency agency = onRoster();
        openFor(agency);

        Download file = page.waitForDownload(() -> button("导出 CSV").click());

        assertThat(Files.readString(file.path())).contains("机关,机关类型,行政区划,", agency.name());
    }

    @Test
    void printsTheListToPhoneThrough() throws Exception {
        openFor(onRoster());

        print();

        assertThat(lines()).hasCount(1);
        assertThat(page.getByText("催报记录")).hasCSS("display", "table-cell");
        assertThat(page.locator(".chips")).containsText("名称含");
        assertThat(page.locator("gk-progress-grid")).isHidden();
        assertThat(page.locator("#year")).isHidden();
        assertThat(button("打印名单")).isHidden();
    }

    private TestAgency onRoster() throws Exception {
        TestAgency agency = site.newAgency();
        site.office()
                .body(Map.of("reason", "页面测试"))
                .put("/api/v1/cycles/{year}/obligations/{agency}", YEAR, agency.code())
                .then()
                .statusCode(201);
        return agency;
    }

    private void openFor(TestAgency agency) throws Exception {
        openForOffice("/progress?year=" + YEAR + "&name=" + agency.name());
    }

    private void extend(TestAgency agency, String deadline) {
        change(agency).click();
        page.getByLabel("另定期限").check();
        page.locator("#obligation-deadline").fill(deadline);
        reason().fill("机构改革");
    }

    private Locator lines() {
        return page.locator("gk-obligation-list tbody tr");
    }

    private Locator change(TestAgency agency) {
        return button("调整 " + agency.name());
    }

    private Locator reason() {
        return page.locator("#obligation-reason");
    }

    private Locator save() {
        return page.locator("gk-obligation-dialog button[type=submit]");
    }

    private Map<String, Object> line(TestAgency agency) throws Exception {
        return site.office()
                .queryParam("size", 500)
                .get("/api/v1/cycles/{year}/obligations", YEAR)
                .jsonPath()
                .param("code", agency.code())
                .getMap("items.find { it.agency.code == code }");
    }

    private void cycle(String year, int status) throws Exception {
        site.office().get("/api/v1/cycles/{year}", year).then().statusCode(status);
    }
}
