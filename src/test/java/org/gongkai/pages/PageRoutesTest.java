package org.gongkai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.RawHttp.Answer;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of the pages and of their files. */
@QuarkusTest
class PageRoutesTest extends ServiceTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json, Text/HTML;q=0.5"
            })
    void answersTheRootToABrowserWithTheDocument(String accepted) throws IOException {
        Answer answer = RawHttp.send("GET /", "Accept: " + accepted);

        assertDocument(answer);
        assertThat(answer.header("Vary")).isEqualToIgnoringCase("Accept, Accept-Encoding");
    }

    @Test
    void answersTheRootToAProgramWithTheAddressesOfTheApi() throws IOException {
        Answer answer = RawHttp.send("GET /", "Accept: application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Vary")).isEqualToIgnoringCase("Accept");
        assertThat(ReportFiles.JSON.readTree(answer.body()).get("api").asText()).isEqualTo("/api/v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: */*", "Accept: text/*", "Accept: text/csv", "X-Nothing: nothing"})
    void sendsOtherClientsFromTheRootToTheBrowserOfTheApi(String header) throws IOException {
        Answer answer = RawHttp.send("GET /", header);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/q/swagger-ui/");
        assertThat(answer.header("Vary")).isEqualToIgnoringCase("Accept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.html",
                "/explore",
                "/explore?figure=requests.newlyReceived&groupBy=year",
                "/agencies",
                "/agencies/350128-police",
                "/consolidated",
                "/progress",
                "/rules",
                "/review",
                "/review/350128-police/2024",
                "/submit",
                "/submit/350128-police/2024",
                "/registry",
                "/carry-over",
                "/explanations",
                "/scoreboard",
                "/audit",
                "/webhooks",
                "/login?code=a&state=b"
            })
    void answersEveryScreenWithTheDocument(String address) throws IOException {
        assertDocument(RawHttp.send("GET " + address, "Accept: */*"));
    }

    private static void assertDocument(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertIsDocument(answer);
    }

    private static void assertIsDocument(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.text()).contains("<gk-app>", "<script type=\"module\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/submit.html",
                "/static/",
                "/static/no-such-file.js",
                "/static/bundle/no-such-file.css",
                "/static/bundle/app.js.map",
                "/static/../application.properties",
                "/app/app.ts"
            })
    void refusesOtherAddresses(String address) throws IOException {
        Answer answer = RawHttp.send("GET " + address, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/explore/x", "/explorer", "/login/", "/apis"})
    void answersAnUnknownAddress_toABrowserWithAPage_toAProgramWithAProblem(String address) throws IOException {
        Answer page = RawHttp.send("GET " + address, "Accept: text/html,*/*;q=0.8");
        Answer problem = RawHttp.send("GET " + address, "Accept: */*");

        assertThat(page.status()).isEqualTo(404);
        assertIsDocument(page);
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explore", "/static/icon.svg"})
    void answersHeadLikeGet(String address) throws IOException {
        Answer get = RawHttp.send("GET " + address, "Accept: text/html");

        try (RawHttp connection = RawHttp.open()) {
            connection.head("HEAD " + address, "Accept: text/html", "Connection: close");
            String head = connection.untilClosed();

            assertThat(head)
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-type: " + get.header("Content-Type"))
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void letsClientsKeepTheFilesOfTheBundle() throws IOException {
        List<String> files = files();

        assertThat(files).hasSizeGreaterThan(2);
        for (String file : files) {
            boolean isOfBundle = file.startsWith("/static/bundle/");
            Answer answer = RawHttp.send("GET " + file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("Content-Type"))
                    .as(file)
                    .matches("text/(javascript|css);charset=UTF-8|image/svg\\+xml");
            assertThat(answer.header("Cache-Control"))
                    .as(file)
                    .isEqualTo(isOfBundle ? "public, max-age=31536000, immutable" : "no-cache");
        }
    }

    @Test
    void compressesForClientsThatAsk() throws IOException {
        for (String file : files()) {
            Answer plain = RawHttp.send("GET " + file);
            Answer compressed = RawHttp.send("GET " + file, "Accept-Encoding: gzip");

            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(plain.header("Content-Encoding")).isNull();
            assertThat(List.of(plain.header("Vary"), compressed.header("Vary")))
                    .allMatch("Accept-Encoding"::equalsIgnoreCase);
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"//explore?year=2024, /explore?year=2024", "///login, /login", "/explore/../audit, /audit"})
    void hasOneAddressForEachScreen(String address, String location) throws IOException {
        Answer answer = RawHttp.send("GET " + address, "Accept: text/html");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(location);
    }

    /** Returns the files that the document names. */
    private static List<String> files() throws IOException {
        String document = new String(RawHttp.send("GET /explore").body(), StandardCharsets.UTF_8);
        return FILE.matcher(document).results().map(found -> found.group(1)).toList();
    }
}
