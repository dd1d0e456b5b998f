package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is compressed for clients that ask for it, with a tag of its own. */
@QuarkusTest
class CompressionTest extends ServiceTest {

    /** One token for all requests, as an answer may be about the token itself. */
    private static final String TOKEN = TestIssuer.oversight();

    private static final String GZIP = "Accept-Encoding: gzip, deflate, br";
    private static final String STATISTICS =
            "/api/v1/statistics?figure=requests.newlyReceived&groupBy=agency&year=2023";
    private static final String REPORT = "/api/v1/reports/430212-finance/2023";

    @BeforeEach
    void submit() {
        fixture("compression", () -> {
            registerAll();
            putInForce(ReportFiles.of("430212-finance", 2023));
        });
    }

    private static RawHttp.Answer get(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Authorization: Bearer " + TOKEN));
        all.addAll(Arrays.asList(headers));
        return RawHttp.send("GET " + path, all.toArray(String[]::new));
    }

    private static byte[] unpacked(RawHttp.Answer answer) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    }

    private static String tag(RawHttp.Answer answer) {
        return answer.header("ETag").replace("\"", "");
    }

    @Test
    void compressesTheTextOfEveryAddress() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (ContractAddresses.Known address : ContractAddresses.all().toList()) {
            if (address.methods().contains("GET")) {
                RawHttp.Answer plain = get(address.path());
                RawHttp.Answer packed = get(address.path(), GZIP);
                softly.assertThat(packed.status()).isEqualTo(plain.status());
                softly.assertThat(packed.header("Content-Encoding"))
                        .as(address.path())
                        .isEqualTo("gzip");
                softly.assertThat(plain.header("Content-Encoding"))
                        .as(address.path())
                        .isNull();
                softly.assertThat(packed.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
                softly.assertThat(plain.header("Vary")).as(address.path()).contains("Accept-Encoding");
                softly.assertThat(packed.header("Vary")).as(address.path()).isEqualTo(plain.header("Vary"));
                if (plain.status() == 200) {
                    softly.assertThat(new String(unpacked(packed), StandardCharsets.UTF_8))
                            .as(address.path())
                            .isEqualTo(plain.text());
                }
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STATISTICS,
                STATISTICS + "&format=csv",
                STATISTICS + "&format=jsonstat",
                STATISTICS + "&asOf=2026-01-01T00:00:00Z",
                REPORT,
                REPORT + "?format=html",
                "/api/v1/consolidated-reports/2023",
                "/api/v1/consolidated-reports/2023?format=html",
                "/api/v1/agencies?format=csv",
                "/problems"
            })
    void keepsTheContent(String path) throws IOException {
        for (int time = 0; time < 3; time++) {
            RawHttp.Answer plain = get(path);
            RawHttp.Answer packed = get(path, GZIP);

            assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(unpacked(packed)).isEqualTo(plain.body());
            assertThat(packed.body()).hasSizeLessThan(Math.max(200, plain.body().length));
            if (plain.header("ETag") != null) {
                assertThat(tag(packed)).isEqualTo(tag(plain) + "-gzip");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STATISTICS + "&format=xlsx",
                REPORT + "?format=docx",
                REPORT + "?format=xlsx",
                REPORT + "?format=pdf",
                "/api/v1/consolidated-reports/2023?format=docx",
                "/api/v1/consolidated-reports/2023?format=pdf"
            })
    void leavesCompressedFormatsAsTheyAre(String path) throws IOException {
        RawHttp.Answer answer = get(path, GZIP);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Vary")).doesNotContain("Accept-Encoding");
        assertThat(new String(answer.body(), 0, 2, StandardCharsets.US_ASCII)).isIn("PK", "%P");
        assertThat(get(path, GZIP, "If-None-Match: " + answer.header("ETag")).status())
                .isEqualTo(304);
    }

    /** The tag of a coding confirms what the client has only if the client reads that coding. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 304, ''",
        "-gzip, gzip, 304, -gzip",
        "'', gzip, 304, ''",
        "-gzip, '', 200, ''",
        "-other, gzip, 200, -gzip"
    })
    void confirmsWhatTheClientHas(String held, String accepted, int status, String confirmed) throws IOException {
        for (String path : List.of(
                STATISTICS,
                STATISTICS + "&format=csv",
                REPORT,
                REPORT + "?format=html",
                "/api/v1/consolidated-reports/2023")) {
            String identity = tag(get(path));
            for (int time = 0; time < 2; time++) {
                RawHttp.Answer answer = RawHttp.send(
                        "GET " + path,
                        "Accept-Encoding: " + accepted,
                        "If-None-Match: \"" + anonymous(path) + held + "\"");

                assertThat(answer.status()).as(path).isEqualTo(status);
                assertThat(tag(answer)).as(path).isEqualTo(anonymous(path) + confirmed);
                assertThat(answer.header("Vary")).as(path).contains("Accept");
            }
            assertThat(identity).isNotBlank();
        }
    }

    private static String anonymous(String path) throws IOException {
        return tag(RawHttp.send("GET " + path));
    }

    /** Returns the names of the headers, except those about the share of the client, which answers from the cache lack. */
    private static List<String> names(RawHttp.Answer answer) {
        return answer.headers().keySet().stream()
                .filter(name -> !name.startsWith("RateLimit"))
                .toList();
    }

    @Test
    void answersBothCodingsFromTheCache() throws Exception {
        RawHttp.Answer plain = RawHttp.send("GET " + STATISTICS);
        RawHttp.Answer packed = RawHttp.send("GET " + STATISTICS, GZIP);
        execute("alter table fact rename to hidden");
        try {
            for (int time = 0; time < 2; time++) {
                assertThat(RawHttp.send("GET " + STATISTICS).body()).isEqualTo(plain.body());
                assertThat(RawHttp.send("GET " + STATISTICS, GZIP).body()).isEqualTo(packed.body());
                assertThat(names(RawHttp.send("GET " + STATISTICS, "Accept-Encoding: gzip")))
                        .isEqualTo(names(packed));
            }
        } finally {
            execute("alter table hidden rename to fact");
        }
    }

    @Test
    void takesTheTagOfACompressedReportForAChange() throws IOException {
        String token = "Authorization: Bearer " + TestIssuer.submitter("430212-finance");
        byte[] body =
                ReportFiles.of("430212-finance", 2023).content().toString().getBytes(StandardCharsets.UTF_8);
        for (String coding : List.of("gzip", "identity")) {
            String tag = get(REPORT, "Accept-Encoding: " + coding).header("ETag");
            RawHttp.Answer stored = RawHttp.send(
                    "PUT " + REPORT,
                    body,
                    token,
                    "Content-Type: application/json",
                    "Content-Length: " + body.length,
                    "If-Match: " + tag,
                    "Accept-Encoding: " + coding);

            assertThat(stored.status()).isEqualTo(200);
            assertThat(tag(stored))
                    .as("the tag of what is stored, without a coding")
                    .doesNotContain("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "atomic"})
    void compressesTheLinesOfABatch(String mode) throws IOException {
        byte[] items = ("{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                        + ReportFiles.of("430212-finance", 2023).content() + "}\n")
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);

        RawHttp.Answer answer = RawHttp.send(
                "POST /api/v1/reports?mode=" + mode,
                items,
                "Authorization: Bearer " + TestIssuer.oversight(),
                "Content-Type: application/x-ndjson",
                "Content-Length: " + items.length,
                GZIP);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(new String(unpacked(answer), StandardCharsets.UTF_8).lines()).hasSize(100);
    }

    /** A line is not held back until the batch is complete. */
    @Test
    void sendsCompressedLinesAtOnce() throws IOException {
        byte[] item = ("{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                        + ReportFiles.of("430212-finance", 2023).content() + "}\n")
                .getBytes(StandardCharsets.UTF_8);
        try (RawHttp connection = RawHttp.open()) {
            connection.head(
                    "POST /api/v1/reports",
                    "Authorization: Bearer " + TestIssuer.oversight(),
                    "Content-Type: application/x-ndjson",
                    "Content-Length: " + 2 * item.length,
                    GZIP);
            connection.write(item);
            assertThat(connection.statusAlone()).isEqualTo(200);
            assertThat(connection.chunk()).isNotEmpty();
            connection.write(item);
            assertThat(connection.chunk()).isNotEmpty();
        }
    }

    @Test
    void explainsThatWeakTagsNeverMatch() throws IOException {
        byte[] body =
                ReportFiles.of("430212-finance", 2023).content().toString().getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer refused = RawHttp.send(
                "PUT " + REPORT,
                body,
                "Authorization: Bearer " + TestIssuer.submitter("430212-finance"),
                "Content-Type: application/json",
                "Content-Length: " + body.length,
                "If-Match: W/" + get(REPORT).header("ETag"),
                "Accept-Language: en");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.text()).contains("weak tag").contains("The newest revision is 1");
    }
}
