package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.gongkai.testing.Keycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The login at a real Keycloak. Needs the Maven profile keycloak, too. */
@Tag("keycloak")
class KeycloakLoginIT extends PageTest {

    private static Keycloak keycloak;
    private static Site ownSite;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start();
        ownSite = Site.start(keycloak.settings());
    }

    @AfterAll
    static void stop() {
        if (ownSite != null) {
            ownSite.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    Site chooseSite() {
        return ownSite;
    }

    @Test
    void opensThePagesOfTheOffice() throws Exception {
        open("/?year=2023");
        logInAs("office");
        assertThat(page).hasURL(site.url("/?year=2023"));

        auditLog().click();
        isLoaded();

        assertThat(page.locator("main table tbody tr").first()).isVisible();
        assertThat(page.locator(".problem")).hasCount(0);
    }

    @Test
    void givesNoRightsToAReaderWithoutARole() throws Exception {
        open("/");

        logInAs("visitor");

        assertThat(auditLog()).hasCount(0);
    }

    @Test
    void asksForThePasswordUntilItIsRight() throws Exception {
        open("/");
        goToKeycloak();
        enter("office", "wrong");
        assertThat(page.locator("#input-error-username")).isVisible();

        enter("office", "password-of-office");

        assertThat(reader()).isVisible();
    }

    @Test
    void endsTheLoginAtKeycloak() throws Exception {
        open("/");
        logInAs("office");

        button("退出").click();
        assertThat(heading()).hasText("已退出登录");
        button("重新登录").click();
        button("用统一身份认证登录").click();

        assertThat(page.locator("#password")).isVisible();
    }

    private void logInAs(String user) {
        goToKeycloak();
        enter(user, "password-of-" + user);
        assertThat(reader()).containsText(user);
    }

    private void goToKeycloak() {
        button("登录").click();
        button("用统一身份认证登录").click();
    }

    private void enter(String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    private Locator reader() {
        return page.locator(".reader");
    }

    private Locator auditLog() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("审计日志"));
    }
}
