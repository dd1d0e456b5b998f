package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks every address of the contract for everything that it has, and for much that it has not. */
@QuarkusTest
class RequestGateTest extends ServiceTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO", "get");

    private static String office() {
        return "Authorization: Bearer " + TestIssuer.oversight();
    }

    private static Set<String> methods(RawHttp.Answer answer) {
        String allow = answer.header("Allow");
        return allow == null ? Set.of() : new TreeSet<>(Arrays.asList(allow.split(", ")));
    }

    @Test
    void everyAddressNamesItsMethodsInTheSameWay() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (ContractAddresses.Known address : ContractAddresses.all().toList()) {
            for (String path : List.of(address.path(), address.path() + "/", address.path() + "?x=1")) {
                RawHttp.Answer options = RawHttp.send("OPTIONS " + path);
                softly.assertThat(options.status()).as("OPTIONS %s", path).isEqualTo(200);
                softly.assertThat(methods(options)).as("OPTIONS %s", path).isEqualTo(address.methods());
            }
            for (String method : METHODS) {
                if (!address.methods().contains(method)) {
                    RawHttp.Answer refused = RawHttp.send(method + " " + address.path(), office());
                    softly.assertThat(refused.status())
                            .as("%s %s", method, address.path())
                            .isEqualTo(405);
                    softly.assertThat(methods(refused))
                            .as("%s %s", method, address.path())
                            .isEqualTo(address.methods());
                    softly.assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void everyAddressAnswersHeadLikeGet() throws IOException {
        registerAll();
        putInForce(ReportFiles.of("430212-finance", 2023));
        SoftAssertions softly = new SoftAssertions();
        for (ContractAddresses.Known address : ContractAddresses.all().toList()) {
            if (address.methods().contains("GET")) {
                RawHttp.Answer get = RawHttp.send("GET " + address.path(), office());
                try (RawHttp connection = RawHttp.open()) {
                    connection.head("HEAD " + address.path(), office(), "Connection: close");
                    int status = connection.statusAlone();
                    softly.assertThat(status).as("HEAD %s", address.path()).isEqualTo(get.status());
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api/v1/nothing",
                "/api/v1",
                "/api/v1/agencies/a/b",
                "/api/v1/reports/430212-finance",
                "/api/v2/agencies",
                "/problems/a/b"
            })
    void knowsNoOtherAddress(String path) throws IOException {
        for (String method : List.of("OPTIONS", "GET", "PUT", "POST", "DELETE", "FOO")) {
            RawHttp.Answer answer = RawHttp.send(method + " " + path, office());

            assertThat(answer.status()).as("%s %s", method, path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Allow")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explore", "/agencies/350128-police/2024", "/problems", "/problems/malformed-csv"})
    void pagesCanOnlyBeRead(String path) throws IOException {
        assertThat(RawHttp.send("OPTIONS " + path).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(RawHttp.send("PUT " + path).status()).isEqualTo(405);
    }

    @Test
    void answersEarlyWithTheSameHeadersAsAlways() throws IOException {
        RawHttp.Answer answer = RawHttp.send("PATCH /api/v1/agencies", "X-Request-Id: abc", "Accept-Language: en");

        assertThat(answer.header("X-Request-Id")).isEqualTo("abc");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(answer.text())
                .contains("/problems/method-not-allowed")
                .contains("GET, HEAD, OPTIONS, PUT")
                .contains("\"requestId\":\"abc\"")
                .contains("\"instance\":\"/api/v1/agencies\"");
    }

    /** Returns the media types that the contract names for the answer of an operation. */
    private static Set<String> offered(Map<String, Object> operation) {
        Map<?, ?> ok = (Map<?, ?>) ((Map<?, ?>) operation.get("responses")).get("200");
        Map<?, ?> content = (Map<?, ?>) ok.get("content");
        Set<String> types = new TreeSet<>();
        content.keySet().forEach(type -> types.add((String) type));
        return types;
    }

    @Test
    void everyAddressNegotiatesItsFormat() throws IOException {
        registerAll();
        putInForce(ReportFiles.of("430212-finance", 2023));
        SoftAssertions softly = new SoftAssertions();
        for (ContractAddresses.Known address : ContractAddresses.all().toList()) {
            Map<String, Object> operation = address.operations().get("GET");
            if (operation != null) {
                int plain = plain(address);
                for (String type : offered(operation)) {
                    expect(softly, address, plain, "Accept: " + type, 200, type);
                    expect(softly, address, plain, "Accept: image/png, " + type + ";q=0.1", 200, type);
                    expect(
                            softly,
                            address,
                            plain,
                            "Accept: " + type + ";q=0, */*",
                            offered(operation).size() == 1 ? 406 : 200,
                            null);
                }
                for (String any :
                        List.of("Accept:", "Accept: ,", "Accept: */*", "Accept: *; q=.2", "Accept: application/*")) {
                    expect(softly, address, plain, any, 200, "application/json");
                }
                for (String none :
                        List.of("image/png", "*/*;q=0", "application/json;q=0, text/*;q=0, application/*;q=0")) {
                    RawHttp.Answer refused =
                            expect(softly, address, plain, "Accept: " + none, 406, "application/problem+json");
                    softly.assertThat(refused.text()).as(address.path()).contains(offered(operation));
                }
                for (String malformed : List.of("json", "a/b/c", "text/csv;q=x", "\"", "a/b;\"")) {
                    expect(softly, address, plain, "Accept: " + malformed, 400, "application/problem+json");
                }
            }
        }
        softly.assertAll();
    }

    private static RawHttp.Answer expect(
            SoftAssertions softly, ContractAddresses.Known address, int plain, String accept, int status, String type)
            throws IOException {
        String query = address.path().endsWith("statistics") ? "?figure=requests.newlyReceived" : "";
        RawHttp.Answer answer = RawHttp.send("GET " + address.path() + query, office(), accept);
        int expected = status == 200 ? plain : status;
        softly.assertThat(answer.status())
                .as("%s with %s", address.path(), accept)
                .isEqualTo(expected);
        if (type != null && expected == status) {
            softly.assertThat(answer.header("Content-Type"))
                    .as("%s with %s", address.path(), accept)
                    .startsWith(type);
        }
        return answer;
    }

    /** Returns the status without negotiation; some addresses have no resource. */
    private static int plain(ContractAddresses.Known address) throws IOException {
        String query = address.path().endsWith("statistics") ? "?figure=requests.newlyReceived" : "";
        return RawHttp.send("GET " + address.path() + query, office()).status();
    }

    static Stream<String> strangeHeaders() {
        Stream<String> names = Stream.of(
                "Accept",
                "Accept-Charset",
                "Accept-Encoding",
                "Accept-Language",
                "Accept-Datetime",
                "Authorization",
                "Cache-Control",
                "Content-Encoding",
                "Content-Language",
                "Content-Type",
                "Cookie",
                "Expect",
                "Forwarded",
                "From",
                "If-Match",
                "If-Modified-Since",
                "If-None-Match",
                "If-Range",
                "If-Unmodified-Since",
                "Origin",
                "Pragma",
                "Prefer",
                "Range",
                "Referer",
                "TE",
                "Upgrade",
                "User-Agent",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-HTTP-Method-Override",
                "X-Request-Id",
                "traceparent",
                "tracestate");
        return names.flatMap(name -> Stream.of(
                        "",
                        ",",
                        ";",
                        "\"",
                        "%",
                        "-",
                        "a;q=x",
                        "W/\"",
                        "\u00e9\u00ff",
                        "bytes=-",
                        "Bearer  ",
                        "::",
                        "-1",
                        "*/")
                .map(value -> name + ": " + value));
    }

    /** No header makes the service fail, on addresses with each kind of operation. */
    @Tag("thorough")
    @Test
    void noHeaderMakesTheServiceFail() throws IOException {
        registerAll();
        putInForce(ReportFiles.of("430212-finance", 2023));
        SoftAssertions softly = new SoftAssertions();
        for (String header : strangeHeaders().toList()) {
            for (String line : List.of(
                    "GET /api/v1/agencies",
                    "GET /api/v1/reports/430212-finance/2023",
                    "PUT /api/v1/categories/finance")) {
                RawHttp.Answer answer = RawHttp.send(
                        line, "{\"name\":\"abc\"}".getBytes(StandardCharsets.US_ASCII), header, "Content-Length: 14");
                softly.assertThat(answer.status())
                        .as("%s with %s", line, header)
                        .isLessThan(500);
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/agencies?name=%zz",
                "GET /api/v1/agencies?name=%",
                "GET /api/v1/agencies?%00=1",
                "GET /api/v1/agencies?=1",
                "GET /api/v1/agencies?&&",
                "GET /api/v1/agencies?format",
                "GET /api/v1/agencies/%zz",
                "GET /api/v1/agencies/%00",
                "GET /api/v1/agencies/%2e%2e",
                "GET /api/v1/agencies/a%2Fb",
                "GET /api/v1/agencies/a;b=c",
                "PATCH /api/v1/agencies/a%2Fb",
                "GET //api/v1//agencies",
                "GET /api/v1/../v1/agencies",
                "GET /../../agencies",
                "GET http://localhost/api/v1/agencies",
                "GET http:///api/v1/agencies",
                "OPTIONS *",
                "OPTIONS /api/v1/agencies/%zz",
                "CONNECT localhost:80",
                "GET api/v1/agencies",
                "GET ?",
                "GET /api/v1/reports/430212-finance/99999999999",
                "GET /api/v1/cycles/-1"
            })
    void noAddressMakesTheServiceFail(String line) throws IOException {
        assertThat(RawHttp.send(line, office()).status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:\r\n",
                "Host: [\r\n",
                "Host: a b\r\n",
                "Host: :::\r\n",
                "Host: a\r\nHost: b\r\n",
                "Host: \u00e9\r\n"
            })
    void noHostMakesTheServiceFail(String host) throws IOException {
        for (String path : List.of("/api/v1/agencies", "/api/v1/rules", "/", "/api/v1/nothing")) {
            for (String version : List.of("HTTP/1.1", "HTTP/1.0")) {
                try (RawHttp connection = RawHttp.open()) {
                    connection.write(("GET " + path + " " + version + "\r\n" + host + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));

                    assertThat(connection.statusAlone()).as("%s %s", host, path).isLessThan(500);
                }
            }
        }
    }

    /** A label per code would make the metrics grow without limit. */
    @Test
    void countsRefusedRequestsByTheTemplateOfTheirAddress() throws IOException {
        RawHttp.send("PATCH /api/v1/agencies/no-such-agency-1");
        RawHttp.send("OPTIONS /api/v1/agencies/no-such-agency-2");
        RawHttp.send("GET /api/v1/agencies/no-such-agency-3", "Accept: application/pdf");
        RawHttp.send("PUT /api/v1/agencies/no-such-agency-4", "Content-Type: application/pdf");

        String metrics = RestAssured.get("/q/metrics").asString();

        assertThat(metrics).contains("uri=\"/api/v1/agencies/{code}\"").doesNotContain("no-such-agency");
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 200", "5, 200"})
    void acceptsSeveralBlanksBeforeTheToken(int blanks, int status) throws IOException {
        for (String scheme : List.of("Bearer", "bearer", "BEARER")) {
            RawHttp.Answer answer = RawHttp.send(
                    "GET /api/v1/events",
                    "Authorization: " + scheme + " ".repeat(blanks) + TestIssuer.oversight() + "  ");

            assertThat(answer.status()).isEqualTo(status);
        }
        assertThat(RawHttp.send("GET /api/v1/events", "Authorization: Bearer" + TestIssuer.oversight())
                        .status())
                .isEqualTo(401);
    }
}
