package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login with a token, and at an identity provider. {@link KeycloakLoginIT} does the same at a real one. */
class LoginIT extends PageTest {

    private static final String STORED = "() => sessionStorage.length + localStorage.length + document.cookie.length";

    private StubProvider provider;

    private void useProvider() throws Exception {
        provider = new StubProvider(context, site.url(""), site.officeToken());
    }

    private void logInAtProvider() {
        button("登录").click();
        button("用统一身份认证登录").click();
        page.locator("#allow").click();
        assertThat(reader()).hasText(StubProvider.READER);
    }

    private Locator reader() {
        return page.locator(".reader");
    }

    private Locator problem() {
        return page.locator("gk-login-choices .problem");
    }

    /** Makes the service refuse the token until the page has noticed. One refusal may reach a call that the page has given up. */
    private void expire() {
        Pattern statistics = Pattern.compile("/api/v1/statistics");
        page.route(statistics, route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        page.locator("#year").selectOption("2022");
        assertThat(page.locator("dialog")).containsText("登录已失效");
        page.unroute(statistics);
    }

    @Test
    void asksForATokenWithoutAProvider() throws Exception {
        open("/");

        button("登录").click();
        assertThat(page.locator("#token")).isFocused();
        page.locator("#token").fill("no-token");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog [role=alert]")).containsText("这不是令牌");
        page.keyboard().press("Escape");

        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(button("登录")).isFocused();
    }

    @Test
    void staysOpenIfTheServiceRefusesTheToken() throws Exception {
        open("/");
        button("登录").click();
        String token = site.officeToken();

        page.locator("#token").fill(token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342));
        page.keyboard().press("Enter");

        assertThat(problem()).containsText("令牌无效");
        assertThat(problem()).not().containsText("Bearer");
        assertThat(page.locator(".reader")).hasCount(0);
        page.locator("#token").fill(token);
        page.keyboard().press("Enter");
        assertThat(page.locator("gk-login")).hasCount(0);
        assertThat(reader()).isVisible();
    }

    @Test
    void asksAgainIfTheServiceRefusesTheTokenLater() throws Exception {
        openForOffice("/");
        expireToken();

        page.locator("#year").selectOption("2022");

        assertThat(page.locator("dialog")).containsText("登录已失效");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=en"})
    void leadsABureauToItsReports(String path) throws Exception {
        TestAgency agency = site.newAgency();
        open(path);

        logIn(site.service().token(agency.code()));

        assertThat(page).hasURL(site.url(path.replace("/", "/submit")));
        assertThat(heading()).isFocused();
        assertThat(reader()).hasText(agency.name());
    }

    @Test
    void keepsThePageThatABureauHasOpened() throws Exception {
        open("/?year=2023");

        logIn(site.service().token(site.newAgency().code()));

        isLoaded();
        assertThat(page).hasURL(site.url("/?year=2023"));
    }

    @Test
    void returnsFromTheProviderToThePage() throws Exception {
        useProvider();
        open("/?year=2023");

        logInAtProvider();

        assertThat(page).hasURL(site.url("/?year=2023"));
        isLoaded();
        Request call = page.waitForRequest(Pattern.compile("/api/v1/statistics"), () -> page.locator("#year")
                .selectOption("2022"));
        assertThat(call.headerValue("authorization")).isEqualTo("Bearer " + site.officeToken());
        assertThat(page.evaluate(STORED)).as("bytes outside of the memory").isEqualTo(0);
    }

    @Test
    void provesThatItHasSentTheRequest() throws Exception {
        useProvider();
        open("/");
        button("登录").click();
        Request request = page.waitForRequest(
                Pattern.compile("/authorize"), () -> button("用统一身份认证登录").click());
        page.locator("#allow").click();
        assertThat(reader()).isVisible();

        Map<String, String> exchange = provider.exchanges().get(0);
        assertThat(exchange).containsEntry("code", "the-code").containsEntry("redirect_uri", site.url("/login"));
        assertThat(request.url())
                .contains("code_challenge_method=S256", "response_type=code")
                .contains("code_challenge=" + challenge(exchange.get("code_verifier")) + "&");
    }

    @Test
    void speaksTheLanguageOfTheReaderAfterTheReturn() throws Exception {
        useProvider();
        open("/?lang=en");
        button("Log in").click();
        button("Log in at the identity provider").click();
        page.locator("#deny").click();

        assertThat(problem()).containsText("The login was cancelled");
        assertThat(problem()).containsText("access_denied: Not today");
        assertThat(page).hasURL(site.url("/login?lang=en"));
    }

    @Test
    void tellsThatTheProviderHasRefused() throws Exception {
        useProvider();
        open("/?year=2023");
        button("登录").click();
        button("用统一身份认证登录").click();
        page.locator("#deny").click();

        assertThat(problem()).containsText("统一身份认证没有允许登录");
        button("取消").click();

        assertThat(page).hasURL(site.url("/?year=2023"));
        assertThat(button("登录")).isVisible();
    }

    @Test
    void refusesAnAnswerThatItHasNotAskedFor() throws Exception {
        useProvider();
        open("/login?code=a-code&state=page.zh.forged");

        assertThat(problem()).containsText("这次登录已失效");
        assertThat(page).hasURL(site.url("/login"));
        assertThat(provider.exchanges()).isEmpty();
    }

    @Test
    void refusesTokensOfAnotherRequest() throws Exception {
        useProvider();
        provider.confuseRequests();
        open("/");
        button("登录").click();
        button("用统一身份认证登录").click();
        page.locator("#allow").click();

        assertThat(problem()).containsText("令牌不能使用");
        assertThat(reader()).hasCount(0);
    }

    @Test
    void tellsThatTheProviderIsAway() throws Exception {
        useProvider();
        context.route(Pattern.compile("/provider/"), Route::abort);
        open("/");
        button("登录").click();
        button("用统一身份认证登录").click();

        assertThat(problem()).containsText("无法连接统一身份认证");
        assertThat(button("用统一身份认证登录")).isFocused();
    }

    @Test
    void offersATokenOnlyIfThePageCameOverPlainHttp() throws Exception {
        useProvider();
        page.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: false })");
        open("/");
        button("登录").click();

        assertThat(problem()).containsText("https://");
        assertThat(button("用统一身份认证登录")).hasCount(0);
        assertThat(page.locator("#token")).isFocused();
    }

    @Test
    void renewsTheTokenBeforeItExpires() throws Exception {
        useProvider();
        provider.setValidity(2);
        open("/");
        logInAtProvider();

        Request renewal = page.waitForRequest(
                request ->
                        request.url().endsWith("/token") && request.postData().contains("grant_type=refresh_token"),
                () -> {});

        assertThat(renewal.postData()).contains("refresh_token=the-refresh-token");
        assertThat(reader()).isVisible();
    }

    @Test
    void keepsThePageWhileTheReaderLogsInAgain() throws Exception {
        useProvider();
        open("/");
        logInAtProvider();
        page.evaluate("() => { window.isKept = true; }");
        expire();

        Page window = page.waitForPopup(() -> button("用统一身份认证登录").click());
        window.locator("#allow").click();

        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(reader()).hasText(StubProvider.READER);
        isLoaded();
        assertThat(page.locator(".problem")).hasCount(0);
        assertThat(page.evaluate("() => window.isKept")).isEqualTo(true);
        assertThat(window.isClosed()).isTrue();
    }

    @Test
    void offersThisWindowIfTheBrowserOpensNoOther() throws Exception {
        useProvider();
        page.addInitScript("window.open = () => null");
        open("/");
        logInAtProvider();
        expire();

        button("用统一身份认证登录").click();
        assertThat(problem()).containsText("浏览器没有打开登录窗口");
        button("在本窗口登录").click();
        page.locator("#allow").click();

        assertThat(reader()).hasText(StubProvider.READER);
        assertThat(page).hasURL(site.url("/?year=2022"));
    }

    @Test
    void endsTheLoginAtTheProvider() throws Exception {
        useProvider();
        open("/");
        logInAtProvider();

        button("退出").click();
        page.locator("#leave").click();

        assertThat(heading()).hasText("已退出登录");
        assertThat(reader()).hasCount(0);
        assertThat(page).hasURL(site.url("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login?lang=en"})
    void isAccessible_onItsOwnScreen(String path) throws Exception {
        useProvider();
        open(path);
        page.locator("gk-login-choices summary").click();

        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=en"})
    void isAccessible_asADialog(String path) throws Exception {
        useProvider();
        open(path);
        page.locator(".tools button").last().click();
        assertThat(page.locator("dialog button.primary")).isFocused();
        page.locator("dialog summary").click();

        isAccessible();
        fits(TELEPHONE_WIDTH);
    }

    /** Returns the code challenge of RFC 7636. */
    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
