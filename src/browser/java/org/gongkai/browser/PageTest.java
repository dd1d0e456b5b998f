package org.gongkai.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of pages. Each test has a browser without any state, and fails if the page reports an error of its script. */
abstract class PageTest {

    static final int OFFICE_WIDTH = 1366;
    static final int OFFICE_HEIGHT = 768;
    static final int TELEPHONE_WIDTH = 390;

    private static final String API = "**/api/v1/**";

    private final List<String> scriptErrors = new ArrayList<>();

    Site site;
    Page page;
    BrowserContext context;

    @BeforeEach
    void openBrowser() throws IOException {
        site = chooseSite();
        context = site.browser().newContext();
        page = context.newPage();
        page.setViewportSize(OFFICE_WIDTH, OFFICE_HEIGHT);
        page.onPageError(scriptErrors::add);
    }

    /** Returns the site of the tests. */
    Site chooseSite() throws IOException {
        return Site.shared();
    }

    @AfterEach
    void closeBrowser() {
        if (context != null) {
            context.close();
        }
        assertThat(scriptErrors).isEmpty();
    }

    /** Opens a page and waits until it has been loaded with its data. */
    void open(String path) throws IOException, InterruptedException {
        page.navigate(site.url(path));
        isLoaded();
    }

    /** Opens a page, and logs in there as the oversight office. */
    void openForOffice(String path) throws IOException, InterruptedException {
        open(path);
        logIn(site.officeToken());
        isLoaded();
    }

    /** Opens a page, and logs in there as an agency. */
    void openAsAgency(String path, String agency) throws Exception {
        open(path);
        logIn(tokenOf(agency));
        isLoaded();
    }

    String tokenOf(String agency) throws Exception {
        APIResponse issued = page.request()
                .post(
                        site.url("/api/v1/agencies/" + agency + "/tokens"),
                        withToken(site.officeToken()).setData(Map.of()));
        return issued.text().replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    static RequestOptions withToken(String token) {
        return RequestOptions.create()
                .setHeader("Authorization", "Bearer " + token)
                .setHeader("Content-Type", "application/json");
    }

    void isLoaded() {
        assertThat(heading()).isVisible();
        assertThat(page.locator(".loading")).hasCount(0);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
    }

    Locator heading() {
        return page.locator("main h1");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Logs in with a token, on the page that is open. */
    void logIn(String token) {
        page.locator(".tools button").last().click();
        enter(token);
    }

    private void enter(String token) {
        page.locator("gk-login #token").fill(token);
        page.locator("gk-login button[type=submit]").click();
        assertThat(page.locator("gk-login")).hasCount(0);
        assertThat(page.locator(".tools .reader")).hasCount(1);
    }

    /** Sends a token whose signature is wrong, which the service refuses like one that has expired. */
    void expireToken() {
        page.route(
                API,
                route -> route.resume(new Route.ResumeOptions()
                        .setHeaders(withWrongSignature(route.request().headers()))));
    }

    private static Map<String, String> withWrongSignature(Map<String, String> headers) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.computeIfPresent("authorization", (name, value) -> value.replaceFirst("[^.]+$", "A".repeat(86)));
        return changed;
    }

    /** Logs in again as the oversight office when the page asks for it. */
    void logInAgain() throws IOException {
        assertThat(page.locator("gk-login [role=alert]")).containsText("登录已失效");
        page.unroute(API);
        enter(site.officeToken());
    }

    /** Checks that the page tells why the service refused something, with the number of the request. */
    void isRefused(String reason) {
        Locator problem = page.locator(".problem");
        assertThat(problem).containsText(reason);
        assertThat(problem).containsText(Pattern.compile("请求编号\\s*[0-9a-f]{32}"));
    }

    void print() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    void cutConnection(boolean isCut) {
        context.setOffline(isCut);
    }

    /** Checks what axe finds wrong: the rules of WCAG 2.2 AA, and its best practices. */
    void isAccessible() {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream().map(PageTest::text).toList();
        assertThat(violations).as(page.url()).isEmpty();
    }

    private static String text(Rule violation) {
        return violation.getId() + ": " + violation.getHelp() + " "
                + violation.getNodes().stream()
                        .map(node -> node.getHtml())
                        .limit(3)
                        .toList();
    }

    /** Checks that only tables and pictures scroll to the side, and not the page. */
    void fits(int width) {
        page.setViewportSize(width, OFFICE_HEIGHT);
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue())
                .as("%s at %d px", page.url(), width)
                .isZero();
    }
}
