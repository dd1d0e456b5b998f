package org.gongkai.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongkai.http.load.LoadControl;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that are sent before the answers to earlier ones have been read, and large answers. */
@QuarkusTest
class PipeliningTest extends ServiceTest {

    private static final String LARGE = "/api/v1/statistics?groupBy=figure,agency,year&year=2021..2024";
    private static final String VERY_LARGE =
            "/api/v1/statistics?groupBy=figure,agency,year,applicantType&year=2021..2024";
    private static final String SMALL = "/api/v1/districts/350128";

    @Inject
    LoadControl load;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void answersSomeRequestsInOrder() throws Exception {
        try (RawHttp connection = RawHttp.open()) {
            connection.write(requests(LARGE, SMALL, LARGE, SMALL, SMALL));

            List<Integer> sizes = new ArrayList<>();
            for (int answer = 0; answer < 5; answer++) {
                sizes.add(connection.answer().body().length);
            }

            assertThat(sizes.get(0)).isGreaterThan(2 * PacedAnswer.PART).isEqualTo(sizes.get(2));
            assertThat(sizes.get(1)).isLessThan(1_000).isEqualTo(sizes.get(3)).isEqualTo(sizes.get(4));
        }
    }

    /** The first answer does not fit into the buffers of the connection, so the requests after it wait. */
    @Tag("thorough")
    @Test
    void closesAConnectionWithTooManyRequestsThatWait() throws Exception {
        try (RawHttp connection = RawHttp.open()) {
            connection.write(requests(Collections.nCopies(400, VERY_LARGE).toArray(String[]::new)));

            String answers = connection.untilClosed();

            assertThat(answers.split("HTTP/1.1 200", -1).length - 1).isBetween(1, 40);
        }
        get("districts/350128").statusCode(200);
    }

    @Test
    void answersHeadWithTheLengthOfALargeAnswer() throws Exception {
        String length = RawHttp.send("GET " + LARGE).header("Content-Length");

        try (RawHttp connection = RawHttp.open()) {
            connection.head("HEAD " + LARGE);
            assertThat(connection.statusAlone()).isEqualTo(200);
        }
        assertThat(Integer.parseInt(length)).isGreaterThan(PacedAnswer.PART);
    }

    @Test
    void keepsNoMemoryForAnswersToHead() throws Exception {
        for (int request = 0; request < 5; request++) {
            try (RawHttp connection = RawHttp.open()) {
                connection.head("HEAD " + LARGE + "&limit=" + (50_000 + request));
                assertThat(connection.statusAlone()).isEqualTo(200);
            }
        }

        assertThat(load.answers().sent()).isZero();
    }

    private static byte[] requests(String... paths) {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        return requests.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
