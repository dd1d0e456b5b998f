package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

/** The audit log, for the office. */
class AuditPageIT extends PageTest {

    @Test
    void isForTheOfficeOnly() throws Exception {
        TestAgency agency = site.newAgency();
        open("/audit");

        logIn(site.service().token(agency.code()));

        assertThat(page.locator("main")).containsText("当前令牌不是主管部门的");
        assertThat(events()).hasCount(0);
    }

    @Test
    void showsWhatWasChangedInTheRegistry() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/registry?code=" + agency.code());

        page.locator("#entry-category").selectOption("public-security");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("main form [role=status]")).hasText("已保存");
        page.getByText("在审计日志中查看变更").click();

        isComplete();
        assertThat(events()).hasCount(2);
        assertThat(events().first()).containsText(agency.name());
        assertThat(events().first().locator("del")).containsText("finance");
        assertThat(events().first().locator("ins")).containsText("public-security");
        events().first().locator("a").click();
        assertThat(page.locator("h2")).containsText(agency.name());
    }

    @Test
    void namesTheAgencyThatDidSomething() throws Exception {
        TestAgency agency = site.newAgency();
        site.service()
                .submitter(agency.code())
                .contentType(ContentType.JSON)
                .body(ReportFiles.of("350128-finance", 2024).content().toString())
                .put("/api/v1/reports/{agency}/{year}", agency.code(), 2024)
                .then()
                .statusCode(201);

        openForOffice("/audit?type=REPORT_SUBMITTED&object=" + agency.code());
        isComplete();

        assertThat(events().locator("td").nth(1)).containsText(agency.name());
        assertThat(events().locator("td").nth(1).locator(".second").first()).hasText(agency.code());
        assertThat(page.locator("#actor")).containsText(agency.name() + "（" + agency.code() + "）");
    }

    @Test
    void findsEvents() throws Exception {
        TestAgency agency = site.newAgency();
        site.service().token(agency.code());
        openFor(agency);
        assertThat(events()).hasCount(2);

        page.locator("#type").selectOption("TOKEN_ISSUED");
        assertThat(events()).hasCount(1);
        page.locator("#to").fill("2020-01-01");

        assertThat(page).hasURL(Pattern.compile("type=TOKEN_ISSUED.*to=2020-01-01"));
        assertThat(page.locator("main")).containsText("没有符合条件的记录");
    }

    @Test
    void readsNewEvents() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        assertThat(events()).hasCount(1);

        rename(agency);
        button("读取新记录").click();

        assertThat(events()).hasCount(2);
        assertThat(events().first().locator("ins")).containsText("更正");
    }

    @Test
    void isExported() throws Exception {
        TestAgency agency = site.newAgency();
        rename(agency);
        openFor(agency);

        Download file = page.waitForDownload(() -> button("导出这 2 条").click());

        assertThat(Files.readString(file.path())).contains("agencies/" + agency.code(), "更正");
    }

    @Test
    void tellsWhyTheLogCannotBeRead() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        page.route(
                "**/events?**",
                route -> route.resume(
                        new Route.ResumeOptions().setUrl(route.request().url().replace("limit=", "limit=-"))));
        button("读取新记录").click();
        isRefused("limit");
        assertThat(events()).hasCount(1);
        page.unroute("**/events?**");
        button("重试").click();

        isComplete();
    }

    @Test
    void keepsTheInputWhenTheTokenExpires() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        rename(agency);
        page.locator("#object").fill(agency.code());

        expireToken();
        button("读取新记录").click();
        logInAgain();

        assertThat(events()).hasCount(2);
        assertThat(page.locator("#object")).hasValue(agency.code());
    }

    @Test
    void goesOnAfterALostConnection() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);
        rename(agency);

        cutConnection(true);
        button("读取新记录").click();
        assertThat(page.locator(".problem")).containsText("无法连接服务");
        assertThat(events()).hasCount(1);
        cutConnection(false);
        button("重试").click();

        assertThat(events()).hasCount(2);
        assertThat(page.locator(".problem")).hasCount(0);
    }

    @Test
    void isUsedWithTheKeyboard() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice("/audit");
        isComplete();

        page.locator("#object").focus();
        page.keyboard().type(agency.name());
        page.keyboard().press("Enter");

        assertThat(events()).hasCount(1);
        assertThat(page.locator("#object")).isFocused();
    }

    @Test
    void printsItsConditionsAsALine() throws Exception {
        TestAgency agency = site.newAgency();
        openFor(agency);

        print();

        assertThat(events()).containsText(new String[] {agency.name()});
        assertThat(page.locator("main .print-only")).hasText("对象：agencies/" + agency.code());
        assertThat(page.locator("#object")).isHidden();
        assertThat(button("读取新记录")).isHidden();
    }

    private void openFor(TestAgency agency) throws Exception {
        openForOffice("/audit?object=agencies/" + agency.code());
        isComplete();
    }

    private void isComplete() {
        assertThat(page.locator(".toolbar [role=status]")).containsText("已读取全部");
    }

    private Locator events() {
        return page.locator("gk-audit tbody tr");
    }

    private void rename(TestAgency agency) throws Exception {
        site.office()
                .body(Map.of(
                        "name", agency.name() + "（更正）",
                        "district", "350128",
                        "category", "finance",
                        "kind", "DEPARTMENT"))
                .put("/api/v1/agencies/{code}", agency.code())
                .then()
                .statusCode(200);
    }
}
