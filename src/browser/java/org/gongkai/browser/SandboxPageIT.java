package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A test token from its issue to the certification run, as the office and the vendor see it. */
class SandboxPageIT extends PageTest {

    private static final int YEAR = 2024;

    @Test
    void marksTests_andShowsTheOfficeTheCasesOfTheRun() throws Exception {
        TestAgency agency = site.newAgency();
        openForOffice(entryOf(agency));
        page.getByLabel("测试令牌").check();
        button("签发令牌").click();
        assertThat(page.locator("gk-token-list")).containsText("测试");
        assertThat(page.locator("gk-certification summary")).containsText(Pattern.compile("已通过 0 / \\d+ 项"));
        String token = page.locator("#issued-token").inputValue();

        open("/submit/" + agency.code() + "/" + YEAR);
        logIn(token);
        assertThat(page.locator(".tools .reader .status")).hasText("测试");
        submitNothing();
        assertThat(page.locator(".receipt")).containsText("测试报送，不计入任何数据");
        assertThat(page.locator(".receipt")).not().containsText("等待主管部门审核");
        isAccessible();
        fits(TELEPHONE_WIDTH);
        page.setViewportSize(OFFICE_WIDTH, OFFICE_HEIGHT);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("填报"))
                .first()
                .click();
        assertThat(page.locator("table.desk")).containsText("测试报送第 1 版");

        openForOffice(entryOf(agency));
        Locator run = page.locator("gk-certification");
        assertThat(run.locator("summary")).containsText(Pattern.compile("已通过 [1-9]\\d* / \\d+ 项"));
        run.locator("summary").click();
        assertThat(run.locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(agency.code()))
                        .first())
                .containsText("已通过");
        assertThat(run.locator("tbody tr").last()).containsText("未测试");
        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    private static String entryOf(TestAgency agency) {
        return "/registry?code=" + agency.code();
    }

    private void submitNothing() {
        button("填零报告").click();
        button("报送…").click();
        assertThat(page.locator("dialog")).containsText("这是测试报送");
        page.locator("dialog input[name=nil]").check();
        page.locator("dialog button[type=submit]").click();
    }
}
