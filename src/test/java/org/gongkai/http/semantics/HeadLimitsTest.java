package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits on the address and the headers of a request. */
@QuarkusTest
class HeadLimitsTest extends ServiceTest {

    @Test
    void readsHundredsOfCodes() throws IOException {
        registerAll();
        String codes = IntStream.range(0, 400).mapToObj(i -> "430212-finance").collect(Collectors.joining(","));

        RawHttp.Answer answer = RawHttp.send("GET /api/v1/statistics?figure=requests.newlyReceived&agency=" + codes);

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"16300, 400", "16500, 414", "60000, 414"})
    void refusesTooLongAddresses(int length, int status) throws IOException {
        RawHttp.Answer answer = RawHttp.send("GET /api/v1/agencies?x=" + "a".repeat(length), "Accept-Language: en");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (status == 414) {
            assertThat(answer.text()).contains("/problems/address-too-long").contains("16384 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({"16000, 200", "17000, 431", "60000, 431"})
    void refusesTooLargeHeaders(int length, int status) throws IOException {
        RawHttp.Answer answer =
                RawHttp.send("GET /api/v1/agencies", "X-Large: " + "a".repeat(length), "Accept-Language: en");

        assertThat(answer.status()).isEqualTo(status);
        if (status == 431) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.text()).contains("/problems/headers-too-large").contains("16384 bytes");
        }
    }

    @Test
    void addsUpAllHeaders() throws IOException {
        String[] many = IntStream.range(0, 300)
                .mapToObj(i -> "X-" + i + ": " + "a".repeat(60))
                .toArray(String[]::new);

        assertThat(RawHttp.send("GET /api/v1/agencies", many).status()).isEqualTo(431);
    }

    /** The limits of the framework; its answers have no body. */
    @Test
    void refusesWhatItDoesNotEvenRead() throws IOException {
        assertThat(RawHttp.send("GET /api/v1/agencies?x=" + "a".repeat(70_000)).status())
                .isEqualTo(414);
        assertThat(RawHttp.send("GET /api/v1/agencies", "X-Large: " + "a".repeat(70_000))
                        .status())
                .isEqualTo(431);
    }
}
