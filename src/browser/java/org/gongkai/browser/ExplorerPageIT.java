package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The explorer, for everyone: its address is a query of the API. */
class ExplorerPageIT extends PageTest {

    private static final String BY_YEAR = "/explore?figure=requests.newlyReceived&groupBy=year";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Test
    void beginsWithAQuery() throws Exception {
        open("/explore");

        assertThat(page).hasURL(Pattern.compile("/explore\\?figure=requests\\.newlyReceived&groupBy=year$"));
        assertThat(table().locator("thead")).containsText("数值（件）");
        assertThat(table().locator("tbody tr").first()).containsText(Pattern.compile("[0-9]+/[0-9]+ 份"));
        assertThat(page.locator("gk-line-chart")).hasCount(1);
    }

    @Test
    void takesTheQueryOfAnyCall() throws Exception {
        open("/explore?figure=requests.newlyReceived&figure=rates.refusal&groupBy=agency&year=2023"
                + "&orderBy=-value&limit=3&stats=rank&format=csv&bom=true");

        assertThat(table().locator("tbody tr")).hasCount(3);
        assertThat(table().locator("th[aria-sort=descending]")).containsText("数值");
        assertThat(chips()).containsText(new String[] {"指标 本年新收政府信息公开申请数量", "指标 不予公开率", "分组 机关"});
        assertThat(page.locator("gk-bar-chart").first()).isVisible();
    }

    @Test
    void tellsWhatIsWrongWithAQuery() throws Exception {
        open("/explore?figure=requests.bogus&groupBy=year&colour=red");

        assertThat(page.locator(".problem")).containsText("colour");
        assertThat(page.locator(".problem")).containsText("请求编号");
        button("移除 colour red").click();
        button("移除 指标 requests.bogus").click();

        assertThat(page.locator(".notice")).containsText("请在指标目录中选择指标");
    }

    @Test
    void showsMissingReportsAsNoData() throws Exception {
        open("/explore?figure=requests.newlyReceived&groupBy=category,year");

        assertThat(table().locator("td")
                        .filter(new Locator.FilterOptions().setHasText("无数据"))
                        .first())
                .containsText(Pattern.compile("0/[0-9]+ 份"));
        page.getByLabel("列表").check();

        assertThat(table().locator("tr")
                        .filter(new Locator.FilterOptions().setHasText("无数据"))
                        .first())
                .containsText(Pattern.compile("缺 [0-9]+"));
        assertThat(page.locator(".notes")).containsText("不等于零");
    }

    @Test
    void choosesFiguresWithTheKeyboard() throws Exception {
        open(BY_YEAR);

        page.locator("#figure-search").fill("state secrets");
        assertThat(page.locator(".found")).hasText("找到 1 项");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("End");
        page.keyboard().press("Space");

        assertThat(page).hasURL(Pattern.compile("figure=requests.newlyReceived,requests.outcomes.refused.stateSecret"));
        Locator chosen = page.locator("[role=treeitem][aria-checked=true]");
        assertThat(chosen).isFocused();
        assertThat(chosen).containsText("属于国家秘密");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[data-code='requests.outcomes.refused']")).isFocused();
    }

    @Test
    void keepsTheFocusWhenConditionsChange() throws Exception {
        open(BY_YEAR + ",category");

        button("移除 分组 年度").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("groupBy=category$"));
        assertThat(button("移除 分组 部门类别")).isFocused();

        Locator district = page.locator("input[name=groupBy][value=district]");
        district.focus();
        page.keyboard().press("Space");
        assertThat(page).hasURL(Pattern.compile("groupBy=category,district$"));
        assertThat(district).isFocused();
    }

    @Test
    void findsAgenciesByName() throws Exception {
        open(BY_YEAR);

        page.locator("#pick-agency").fill("财政局");
        Locator choices = page.locator("#pick-agency-choices [role=option]");
        assertThat(choices.first()).containsText("财政局");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("agency=[0-9]{6}-finance$"));
        assertThat(chips().last()).containsText("财政局");
        assertThat(page.locator("#pick-agency")).isFocused();
    }

    @Test
    void showsTheOwnFiguresOfGovernments() throws Exception {
        open("/explore?figure=requests.newlyReceived&groupBy=year,agency");

        page.locator("#choose-kind").selectOption("GOVERNMENT");

        assertThat(page).hasURL(Pattern.compile("[?&]kind=GOVERNMENT"));
        isLoaded();
        assertThat(page.locator("gk-results")).containsText("管理委员会");
        assertThat(page.locator("gk-rollup-notes")).containsText("统计各政府自身的报告");
    }

    @Test
    void sortsInTheService() throws Exception {
        open("/explore?figure=requests.newlyReceived&groupBy=agency&year=2023");

        Locator value = table().locator("th", new Locator.LocatorOptions().setHasText("数值"));
        value.locator("button").click();
        assertThat(page).hasURL(Pattern.compile("orderBy=-value$"));
        assertThat(value).hasAttribute("aria-sort", "descending");
        value.locator("button").click();

        assertThat(page).hasURL(Pattern.compile("orderBy=value$"));
        assertThat(value).hasAttribute("aria-sort", "ascending");
    }

    @Test
    void downloadsFiles() throws Exception {
        open("/explore?figure=requests.newlyReceived&groupBy=agency&year=2023&orderBy=-value&limit=3&stats=rank");

        for (String format : List.of("XLSX", "JSON-stat", "NDJSON")) {
            assertThat(Files.size(download(format).path())).as(format).isPositive();
        }
        Download csv = download("CSV");

        assertThat(csv.suggestedFilename()).matches("requests\\.newlyReceived-by-agency-v[0-9]+\\.csv");
        assertThat(Files.readString(csv.path())).startsWith(BYTE_ORDER_MARK).contains("机关代码,机关,指标代码,指标,数值");
    }

    @Test
    void isCited() throws Exception {
        open(BY_YEAR);

        String citation = page.locator(".citation").textContent();
        String[] rows = table().locator("tbody tr").allTextContents().toArray(String[]::new);
        assertThat(citation).contains("数据版本").contains("asOf=");
        assertThat(page.locator(".command code")).containsText("curl \"" + site.url("/api/v1/statistics?figure="));
        page.navigate(citation.substring(citation.indexOf("http")));

        assertThat(table().locator("tbody tr")).hasText(rows);
    }

    @Test
    void asksForATokenWhereOneIsNeeded() throws Exception {
        open(BY_YEAR + "&basis=submitted");

        assertThat(page.locator(".problem")).containsText("需要身份验证");
        logIn(site.officeToken());

        assertThat(table().locator("tbody tr").first()).isVisible();
        assertThat(page.locator(".notes")).containsText("含待审核的版本");
        assertThat(Files.size(download("NDJSON").path())).isPositive();
    }

    @Test
    void goesOnAfterALostConnection() throws Exception {
        open(BY_YEAR);

        cutConnection(true);
        page.locator("input[name=groupBy][value=category]").check();
        assertThat(page.locator(".problem")).containsText("无法连接服务");
        cutConnection(false);
        button("重试").click();

        assertThat(table().locator("tbody tr").first()).isVisible();
    }

    @Test
    void printsItsConditionsAsALine() throws Exception {
        open(BY_YEAR + "&year=2022..2024");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".print-only")).hasText("指标：本年新收政府信息公开申请数量；分组：年度；年度：2022–2024");
        assertThat(page.locator(".catalogue")).isHidden();
        assertThat(page.locator(".chips")).isHidden();
        assertThat(table().locator("thead")).containsText("数值");
        assertThat(page.locator(".citation")).isVisible();
    }

    private Locator table() {
        return page.locator("gk-results table");
    }

    private Locator chips() {
        return page.locator(".chips li");
    }

    private Download download(String format) {
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载 " + format));
        return page.waitForDownload(link::click);
    }
}
