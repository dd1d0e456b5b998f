package org.gongkai.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.OptionalTools;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;

/** The packaged service with its demonstration data, and a Chromium. */
final class Site implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    /** A browser that must not reach the Internet does not try to. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Map<Map<String, String>, Site> SHARED = new HashMap<>();

    private final ServiceProcess service;
    private final Browser browser;
    private final Path home;
    private int agencies;

    private Site(ServiceProcess service, Browser browser, Path home) {
        this.service = service;
        this.browser = browser;
        this.home = home;
    }

    /**
     * Returns the site that all tests of a virtual machine share. The first caller starts it. Tests change only what they
     * have added.
     */
    static Site shared() throws IOException {
        return shared(Map.of());
    }

    /** Returns the shared site with these settings, as environment variables. */
    static synchronized Site shared(Map<String, String> settings) throws IOException {
        if (!SHARED.containsKey(settings)) {
            SHARED.put(settings, start(settings));
        }
        return SHARED.get(settings);
    }

    /** Starts a site with settings of its own. Skips the test where there is no Chromium. */
    static Site start(Map<String, String> settings) throws IOException {
        OptionalTools.require("chromium", Files.isExecutable(CHROMIUM), "No Chromium at " + CHROMIUM);
        Path folder = Files.createTempDirectory("pages");
        Path home = PreparedHome.createAt(folder.resolve("home"));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("GONGKAI_HOME", home.toString());
        ServiceProcess service = ServiceProcess.start(folder.resolve("service.log"), environment);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(OPTIONS));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        return new Site(service, browser, home);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        service.close();
    }

    ServiceProcess service() {
        return service;
    }

    String url(String path) throws IOException, InterruptedException {
        return "http://localhost:" + service.port() + path;
    }

    String officeToken() throws IOException {
        return Files.readString(home.resolve("oversight.token")).strip();
    }

    /** Registers an agency of Pingtan that no other test knows. */
    TestAgency newAgency() throws IOException, InterruptedException {
        agencies++;
        TestAgency agency = new TestAgency("350128-page-" + agencies, "第" + agencies + "号测试局");
        office().body(Map.of("name", agency.name(), "district", "350128", "category", "finance", "kind", "DEPARTMENT"))
                .put("/api/v1/agencies/{code}", agency.code())
                .then()
                .statusCode(201);
        return agency;
    }

    /** Returns a request of the oversight office, for a body of JSON. */
    RequestSpecification office() throws IOException, InterruptedException {
        return service.oversight().contentType(ContentType.JSON);
    }
}
