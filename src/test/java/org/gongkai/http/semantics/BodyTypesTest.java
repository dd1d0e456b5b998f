package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The media types and codings of bodies. */
@QuarkusTest
class BodyTypesTest extends ServiceTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] CSV = "code,name\nfinance,财政\n".getBytes(StandardCharsets.UTF_8);

    private static RawHttp.Answer send(String line, byte[] body, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization: Bearer " + TestIssuer.oversight();
        all[headers.length + 1] = "Content-Length: " + body.length;
        return RawHttp.send(line, body, all);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] items(int count) {
        String item = "{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                + ReportFiles.of("430212-finance", 2023).content() + "}\n";
        return item.repeat(count).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV; charset=utf-8",
                "application/vnd.ms-excel",
                "application/csv",
                "application/x-csv",
                "text/comma-separated-values"
            })
    void registersTakeCsvUnderItsOtherNames(String type) throws IOException {
        RawHttp.Answer answer = send("PUT /api/v1/categories", CSV, "Content-Type: " + type);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void explainsThatAWorkbookIsNotCsv() throws IOException {
        byte[] workbook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};

        RawHttp.Answer answer = send(
                "PUT /api/v1/categories", workbook, "Content-Type: application/vnd.ms-excel", "Accept-Language: en");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("CSV UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
                "application/x-jsonlines",
                "application/json"
            })
    void batchesTakeNdjsonUnderItsOtherNames(String type) throws IOException {
        registerAll();

        RawHttp.Answer answer = send("POST /api/v1/reports", items(2), "Content-Type: " + type);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().lines()).hasSize(2).allMatch(line -> line.contains("\"receipt\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /api/v1/agencies|application/pdf|text/csv",
                "PUT /api/v1/agencies|" + XLSX + "|text/csv",
                "PUT /api/v1/agencies/x-1|text/plain|application/json",
                "PUT /api/v1/reports/430212-finance/2023|application/x-www-form-urlencoded|application/json",
                "POST /api/v1/reports|text/plain|application/json, application/x-ndjson",
                "POST /api/v1/validations|text/csv|application/json",
                "POST /api/v1/agencies/430212-finance/tokens|text/plain|application/json",
                "POST /api/v1/documents|application/json|text/html, text/plain, text/markdown, text/csv, " + DOCX
                        + ", application/pdf, application/msword, " + XLSX + ", application/vnd.ms-excel, "
                        + "application/vnd.oasis.opendocument.text, application/vnd.oasis.opendocument.spreadsheet, "
                        + "multipart/related, multipart/form-data, application/octet-stream"
            })
    void namesTheTypesThatAnAddressTakes(String line, String type, String taken) throws IOException {
        RawHttp.Answer answer = send(line, CSV, "Content-Type: " + type);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept")).isEqualTo(taken);
        assertThat(answer.text()).contains(taken).contains("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/xhtml+xml", "text/html"})
    void readsDocumentsWithUncertainTypes(String type) throws IOException {
        byte[] page = "<!DOCTYPE html><html><body><p>无</p></body></html>".getBytes(StandardCharsets.UTF_8);

        RawHttp.Answer answer = send("POST /api/v1/documents", page, "Content-Type: " + type);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/problems/not-a-report");
    }

    @Test
    void unpacksBodies() throws IOException {
        registerAll();
        byte[] report =
                ReportFiles.of("430212-finance", 2023).content().toString().getBytes(StandardCharsets.UTF_8);

        assertThat(send("PUT /api/v1/categories", gzip(CSV), "Content-Type: text/csv", "Content-Encoding: gzip")
                        .status())
                .isEqualTo(200);
        assertThat(send(
                                "POST /api/v1/validations",
                                gzip(report),
                                "Content-Type: application/json",
                                "Content-Encoding: x-gzip")
                        .status())
                .isNotEqualTo(415);
        for (String mode : new String[] {"partial", "atomic"}) {
            RawHttp.Answer answer = send(
                    "POST /api/v1/reports?mode=" + mode,
                    gzip(items(3)),
                    "Content-Type: application/x-ndjson",
                    "Content-Encoding: gzip",
                    "Accept-Encoding: identity");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text().lines()).hasSize(3).allMatch(line -> line.contains("\"receipt\""));
        }
    }

    @Test
    void refusesUnknownCodings() throws IOException {
        RawHttp.Answer answer =
                send("POST /api/v1/reports", items(1), "Content-Type: application/x-ndjson", "Content-Encoding: br");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
    }

    /** 300 MB of blanks or of one item are 300 KB on the wire. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"' ', partial", "' ', atomic", "x, partial", "x, atomic"})
    void refusesBombs(String character, String mode) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = character.repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                gzip.write(block);
            }
        }

        RawHttp.Answer answer = send(
                "POST /api/v1/reports?mode=" + mode,
                packed.toByteArray(),
                "Content-Type: application/x-ndjson",
                "Content-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("/problems/body-too-large").contains("268435456");
    }

    @Test
    void limitsTheUnpackedSizeOfOtherBodies() throws IOException {
        byte[] large = gzip("x".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII));

        assertThat(send("PUT /api/v1/categories", large, "Content-Type: text/csv", "Content-Encoding: gzip")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /api/v1/categories", "POST /api/v1/reports", "POST /api/v1/reports?mode=atomic"})
    void refusesBodiesThatAreNotPackedAsAnnounced(String line) throws IOException {
        String type = line.startsWith("PUT") ? "text/csv" : "application/x-ndjson";
        byte[] packed = gzip(items(1));

        RawHttp.Answer plain = send(line, CSV, "Content-Type: " + type, "Content-Encoding: gzip");
        RawHttp.Answer half =
                send(line, Arrays.copyOf(packed, packed.length / 2), "Content-Type: " + type, "Content-Encoding: gzip");

        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.text()).contains("/problems/malformed-header");
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.text()).contains("/problems/incomplete-body");
    }

    @Test
    void endsABrokenBatchWithALineThatSaysSo() throws IOException {
        registerAll();
        byte[] packed = gzip(items(200));

        RawHttp.Answer answer = send(
                "POST /api/v1/reports",
                Arrays.copyOf(packed, packed.length - 20),
                "Content-Type: application/x-ndjson",
                "Content-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(200);
        String last = answer.text().lines().reduce((one, other) -> other).orElseThrow();
        assertThat(last).contains("/problems/incomplete-body").contains("\"status\":400");
        assertThat(answer.text().lines().count()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/json"})
    void saysThatTheLastItemWasCutOff(String type) throws IOException {
        registerAll();
        byte[] two = items(2);

        RawHttp.Answer answer = send(
                "POST /api/v1/reports",
                Arrays.copyOf(two, two.length - 100),
                "Content-Type: " + type,
                "Accept-Language: en");

        assertThat(answer.text().lines()).hasSize(2);
        assertThat(answer.text().lines().skip(1).findFirst().orElseThrow()).contains("cut off");
    }
}
