package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Webhooks, for the office and for each agency. No host has a name that ends in .invalid. */
class WebhooksPageIT extends PageTest {

    private static final String RECEIVER = "https://receiver.invalid/";

    @Test
    void createsTestsAndDeletesASubscription() throws Exception {
        TestAgency agency = site.newAgency();
        String url = RECEIVER + agency.code();
        openForOffice("/webhooks");

        button("新建订阅").click();
        assertThat(page.locator("#webhook-url")).isFocused();
        page.locator("#webhook-url").fill(url);
        page.locator("input[value=REPORT_RETURNED]").check();
        page.locator("#webhook-agency").fill(agency.name());
        page.locator("[role=option]")
                .filter(new Locator.FilterOptions().setHasText(agency.name()))
                .click();
        button("建立").click();

        assertThat(page.locator("#secret-title")).isFocused();
        assertThat(page.locator("#webhook-secret")).hasValue(Pattern.compile("^whsec_.+"));
        assertThat(card(url)).containsText("退回报告");
        assertThat(card(url)).containsText(agency.code());
        card(url).getByText("发送测试消息").click();
        assertThat(card(url).locator("[role=status]")).containsText("未送达：找不到主机");
        card(url).getByText("推送记录").click();
        assertThat(card(url).locator("tbody tr")).containsText("测试消息");
        card(url).getByText("删除…").click();
        page.locator("dialog button.danger").click();

        assertThat(card(url)).hasCount(0);
        assertThat(page.locator("#webhook-secret")).hasCount(0);
        assertThat(heading()).isFocused();
    }

    @Test
    void deliversAgainFromAPosition() throws Exception {
        String url = RECEIVER + site.newAgency().code();
        openForOffice("/webhooks");
        create(url);

        card(url).getByText("重新推送…").click();
        page.locator("dialog input[name=position]").fill("0-0");
        assertThat(page.locator("dialog input[value=position]")).isChecked();
        page.locator("dialog button.primary").click();

        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(card(url).locator(".facts")).containsText("0-0");
        delete(url);
    }

    @Test
    void tellsWhyASubscriptionIsRefused() throws Exception {
        openForOffice("/webhooks");

        button("新建订阅").click();
        page.locator("#webhook-url").fill("ftp://receiver.invalid");
        button("建立").click();

        isRefused("共 1 处错误");
        assertThat(page.locator("#webhook-url-errors")).containsText("https");
        assertThat(page.locator("#webhook-url")).isFocused();
        button("取消").click();
        assertThat(button("新建订阅")).isFocused();
    }

    @Test
    void keepsTheInputWhenTheTokenExpires() throws Exception {
        String url = RECEIVER + site.newAgency().code();
        openForOffice("/webhooks");
        button("新建订阅").click();
        page.locator("#webhook-url").fill(url);

        expireToken();
        button("建立").click();
        logInAgain();
        assertThat(page.locator("#webhook-url")).hasValue(url);
        button("建立").click();

        assertThat(card(url)).isVisible();
        delete(url);
    }

    @Test
    void isForAgenciesToo() throws Exception {
        TestAgency agency = site.newAgency();
        String url = RECEIVER + agency.code();
        open("/webhooks");

        logIn(site.service().token(agency.code()));
        assertThat(page.locator(".tabs")).hasCount(0);
        assertThat(page.locator("gk-webhook-card")).hasCount(0);
        create(url);

        assertThat(page.locator("gk-webhook-form")).hasCount(0);
        assertThat(card(url)).containsText(agency.code());
        delete(url);
    }

    private void create(String url) {
        button("新建订阅").click();
        page.locator("#webhook-url").fill(url);
        button("建立").click();
        assertThat(card(url)).isVisible();
    }

    private void delete(String url) {
        card(url).getByText("删除…").click();
        page.locator("dialog button.danger").click();
        assertThat(card(url)).hasCount(0);
    }

    private Locator card(String url) {
        return page.locator("gk-webhook-card").filter(new Locator.FilterOptions().setHasText(url));
    }
}
