package org.gongkai.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that stop to arrive. */
@Tag("thorough")
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class StalledBodyTest extends ServiceTest {

    private static final byte[] ITEM = ("{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                    + ReportFiles.of("430212-finance", 2023).content() + "}\n")
            .getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void register() {
        registerAll();
    }

    /** The server closes the connection of a body that has stopped, before or after it has reported that. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT /api/v1/reports/430212-finance/2023", "POST /api/v1/reports?mode=atomic"})
    void storesNothingOfABodyThatStops(String line) throws Exception {
        try (RawHttp connection = stalled(line, ITEM)) {
            String answer = connection.untilClosed();

            assertThat(answer.isEmpty() || answer.contains("/problems/incomplete-body"))
                    .as(answer)
                    .isTrue();
        }

        assertThat(count("select count(*) from revision")).isZero();
    }

    @Test
    void keepsTheItemsBeforeTheBatchStopped() throws Exception {
        try (RawHttp connection = stalled("POST /api/v1/reports", ITEM)) {
            connection.write(Arrays.copyOf(ITEM, ITEM.length / 2));

            String answer = connection.untilClosed();

            assertThat(answer).contains("\"line\":1,").doesNotContain("not valid");
            assertThat(isBrokenOff(answer) || answer.contains("/problems/incomplete-body"))
                    .as(answer)
                    .isTrue();
        }
        assertThat(count("select count(*) from revision")).isEqualTo(1);
    }

    private static boolean isBrokenOff(String answer) {
        return !answer.endsWith("\r\n0\r\n\r\n");
    }

    private static RawHttp stalled(String line, byte[] part) throws IOException {
        RawHttp connection = RawHttp.open();
        String token = TestIssuer.submitter("430212-finance");
        String type = line.startsWith("PUT") ? "application/json" : "application/x-ndjson";
        connection.head(line, "Authorization: Bearer " + token, "Content-Type: " + type, "Content-Length: 1000000");
        connection.write(part);
        return connection;
    }
}
