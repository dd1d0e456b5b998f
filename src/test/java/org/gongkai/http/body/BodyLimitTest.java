package org.gongkai.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyLimitTest extends ServiceTest {

    private static final int LIMIT = 2 * 1024 * 1024;

    /** The client sends a body of unknown length in chunks. */
    @ParameterizedTest
    @ValueSource(strings = {"reports/430212-finance/2023", "categories/finance"})
    void refusesATooLargeBodyOfUnknownLength(String path) throws Exception {
        registerAll();
        String token = path.startsWith("reports") ? TestIssuer.submitter("430212-finance") : TestIssuer.oversight();
        byte[] body = ("{\"name\": \"" + "x".repeat(LIMIT)).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
    }
}
