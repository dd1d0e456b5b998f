package org.gongkai.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections without TLS: no upgrade to HTTP/2, and bodies that wait for {@code 100 Continue}. */
@QuarkusTest
class CleartextProtocolTest extends ServiceTest {

    private static final String BATCH = "POST /api/v1/reports";
    private static final int ITEMS = 50;

    @BeforeEach
    void register() {
        registerAll();
    }

    private static byte[] batch() {
        String item = "{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                + ReportFiles.of("430212-finance", 2023).content() + "}\n";
        return item.repeat(ITEMS).getBytes(StandardCharsets.UTF_8);
    }

    private static String[] headers(int length, String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(more, 0, all, 3, more.length);
        all[0] = "Authorization: Bearer " + TestIssuer.oversight();
        all[1] = "Content-Type: application/x-ndjson";
        all[2] = "Content-Length: " + length;
        return all;
    }

    @Test
    void ignoresTheUpgradeToHttp2() throws IOException {
        byte[] batch = batch();

        RawHttp.Answer answer = RawHttp.send(
                BATCH,
                batch,
                headers(
                        batch.length,
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().lines()).hasSize(ITEMS).allMatch(line -> line.contains("\"receipt\""));
    }

    @Test
    void asksForABodyThatWaits() throws IOException {
        byte[] batch = batch();
        try (RawHttp connection = RawHttp.open()) {
            connection.head(
                    BATCH,
                    headers(
                            batch.length,
                            "Expect: 100-continue",
                            "Connection: Upgrade, HTTP2-Settings",
                            "Upgrade: h2c",
                            "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"));
            assertThat(connection.statusAlone()).isEqualTo(100);
            connection.write(batch);

            RawHttp.Answer answer = connection.answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text().lines()).hasSize(ITEMS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesTheClientOfTheJdk(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        for (boolean waits : new boolean[] {false, true}) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/api/v1/reports"))
                    .header("Authorization", "Bearer " + TestIssuer.oversight())
                    .header("Content-Type", "application/x-ndjson")
                    .expectContinue(waits)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(batch()))
                    .build();

            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body().lines()).hasSize(ITEMS);
        }
    }

    /** A refused request is answered although its body has not arrived. */
    @Test
    void refusesWithoutWaitingForTheBody() throws IOException {
        try (RawHttp connection = RawHttp.open()) {
            connection.head("PATCH /api/v1/reports", headers(1_000_000));

            assertThat(connection.answer().status()).isEqualTo(405);
        }
    }
}
