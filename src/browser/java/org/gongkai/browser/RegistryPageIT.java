package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.ServiceProcess.bearing;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The registry, for the office. */
class RegistryPageIT extends PageTest {

    private static final String TELEPHONE = "0591-23160000转8012";
    private static final String HEADER = "代码,名称,行政区划,类别,类型\n";

    @Test
    void isForTheOfficeOnly() throws Exception {
        TestAgency agency = site.newAgency();
        open("/registry");

        logIn(site.service().token(agency.code()));

        assertThat(page.locator("main")).containsText("当前令牌不是主管部门的");
        assertThat(page.locator("gk-agency-list")).hasCount(0);
    }

    @Test
    void findsAndChangesAnAgency() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/registry");

        page.locator("#name").fill(agency.name());
        page.locator("#name").press("Enter");
        assertThat(page.locator("gk-agency-list tbody tr")).hasCount(1);
        page.locator("tbody a").first().click();
        assertThat(page.locator("h2")).containsText(agency.name());
        telephone().fill(TELEPHONE);
        save().click();

        isSaved();
        assertThat(entry(agency.code())).containsEntry("telephone", TELEPHONE);
    }

    @Test
    void renamesAnAgency() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        page.locator("#entry-name").fill(agency.name() + "（更名）");
        page.getByLabel("新名称起始日期").fill("2024-03-01");
        save().click();

        assertThat(page.locator("gk-name-history tbody tr"))
                .hasText(new Pattern[] {Pattern.compile("更名.*2024年3月1日.*现名称"), Pattern.compile("测试局.*最初.*2024年2月29日")});
        assertThat(entry(agency.code()).get("formerNames").toString()).contains(agency.name());
    }

    @Test
    void addsADistrict() throws Exception {
        openForOffice("/registry?tab=districts&new=1");

        page.locator("#entry-code").fill("350128990");
        page.locator("#entry-name").fill("测试片区");
        page.locator("#entry-parent").selectOption("350128");
        save().click();

        assertThat(page).hasURL(Pattern.compile("code=350128990"));
        site.office().get("/api/v1/districts/350128990").then().statusCode(200);
    }

    @Test
    void tellsWhatIsWrongWithAnEntry() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        page.locator("#entry-contactPerson").fill("林晓");
        telephone().fill("无");
        save().click();
        isRefused("共 1 处错误");
        assertThat(page.locator("#entry-telephone-errors")).containsText("应为电话号码");
        assertThat(telephone()).isFocused();
        assertThat(page.locator("#entry-contactPerson")).hasValue("林晓");
        telephone().fill(TELEPHONE);
        save().click();

        isSaved();
        assertThat(entry(agency.code())).containsEntry("contactPerson", "林晓").containsEntry("telephone", TELEPHONE);
    }

    @Test
    void keepsTheChangeOfSomeoneElse() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        telephone().fill(TELEPHONE);

        Map<String, Object> changed = entry(agency.code());
        changed.put("contactPerson", "陈明");
        site.office()
                .body(changed)
                .put("/api/v1/agencies/{code}", agency.code())
                .then()
                .statusCode(200);
        save().click();
        assertThat(page.locator(".notice")).containsText("陈明");
        button("载入最新内容").click();
        assertThat(telephone()).hasValue(TELEPHONE);
        save().click();

        isSaved();
        assertThat(entry(agency.code())).containsEntry("contactPerson", "陈明").containsEntry("telephone", TELEPHONE);
    }

    @Test
    void keepsTheInputWhenTheTokenExpires() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        telephone().fill(TELEPHONE);

        expireToken();
        save().click();
        logInAgain();
        assertThat(telephone()).hasValue(TELEPHONE);
        save().click();

        isSaved();
        assertThat(entry(agency.code())).containsEntry("telephone", TELEPHONE);
    }

    @Test
    void keepsTheInputWhenTheConnectionIsLost() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        telephone().fill(TELEPHONE);

        cutConnection(true);
        save().click();
        assertThat(page.locator(".problem")).containsText("无法连接服务");
        assertThat(telephone()).hasValue(TELEPHONE);
        cutConnection(false);
        save().click();

        isSaved();
        assertThat(page.locator(".problem")).hasCount(0);
        assertThat(entry(agency.code())).containsEntry("telephone", TELEPHONE);
    }

    @Test
    void marksErrorsAtTheLinesOfAFile() throws Exception {
        TestAgency agency = site.newAgency();
        String line = agency.code() + ",经导入的" + agency.name() + ",%s,finance,部门\n";
        openForOffice("/registry?import=1");

        page.locator("#import-text").fill(HEADER + line.formatted("999999"));
        button("导入 1 行").click();
        isRefused("未导入：共 1 处错误");
        assertThat(page.locator("#line-2 .cell-fault")).isVisible();
        assertThat(page.locator("#import-text")).hasValue(HEADER + line.formatted("999999"));
        page.locator("#import-text").fill(HEADER + line.formatted("350128"));
        button("导入 1 行").click();

        assertThat(page.locator(".notice")).containsText("修改 1 条");
        assertThat(entry(agency.code())).containsEntry("name", "经导入的" + agency.name());
    }

    @Test
    void importsAFileOfAChineseSpreadsheet() throws Exception {
        TestAgency agency = site.newAgency();
        String text = HEADER + agency.code() + ",经导入的" + agency.name() + ",350128,finance,部门\n";
        openForOffice("/registry?import=1");

        page.locator("#import-file")
                .setInputFiles(new FilePayload("单位.csv", "text/csv", text.getBytes(Charset.forName("GB18030"))));
        assertThat(page.locator("#line-2")).containsText("经导入的");
        button("导入 1 行").click();

        assertThat(page.locator(".notice")).containsText("修改 1 条");
        assertThat(entry(agency.code())).containsEntry("name", "经导入的" + agency.name());
    }

    @Test
    void issuesAToken() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        button("签发令牌").click();

        assertThat(page.locator("#issued-token")).isFocused();
        bearing(site.service().request(), page.locator("#issued-token").inputValue())
                .get("/api/v1/reports/{agency}/2024/revisions/latest", agency.code())
                .then()
                .statusCode(404);
    }

    @Test
    void exportsWhatWasFound() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/registry?name=" + agency.name());

        Download file = page.waitForDownload(() -> button("导出 CSV").click());

        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).endsWith("代码,名称,名称起始日期,行政区划,类别,类型,统一社会信用代码,生效日期,失效日期,承继方,联系人,联系电话,电子邮箱");
    }

    @Test
    void isUsedWithTheKeyboard() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/registry?name=" + agency.name());

        page.locator("tbody a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h2")).isFocused();
        telephone().focus();
        page.keyboard().type(TELEPHONE);
        page.keyboard().press("Enter");

        isSaved();
        assertThat(telephone()).isFocused();
        assertThat(entry(agency.code())).containsEntry("telephone", TELEPHONE);
    }

    @Test
    void printsWithoutControls() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/registry?name=" + agency.name());

        print();

        assertThat(page.locator("tbody tr")).containsText(new String[] {agency.name()});
        assertThat(page.locator("main .print-only")).hasText("名称：" + agency.name());
        assertThat(page.locator("#name")).isHidden();
        assertThat(page.locator(".tabs")).isHidden();
        assertThat(button("导出 CSV")).isHidden();
    }

    private void openFor(TestAgency agency) throws Exception {
        openForOffice("/registry?code=" + agency.code());
    }

    private Locator telephone() {
        return page.locator("#entry-telephone");
    }

    private Locator save() {
        return page.locator("main form button[type=submit]");
    }

    private void isSaved() {
        assertThat(page.locator("main form [role=status]")).hasText("已保存");
    }

    private Map<String, Object> entry(String code) throws Exception {
        return site.office().get("/api/v1/agencies/{code}", code).jsonPath().getMap("");
    }
}
