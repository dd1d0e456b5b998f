package org.gongkai.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection of a batch after its answer. */
@Tag("thorough")
@QuarkusTest
class BatchConnectionTest extends ServiceTest {

    private static final byte[] BATCH = ("[{\"agency\":\"430212-finance\",\"year\":2023,\"report\":"
                    + ReportFiles.of("430212-finance", 2023).content() + "}]")
            .getBytes(StandardCharsets.UTF_8);

    /** Longer than the time after which the connection of an incomplete body is closed. */
    private static final Duration WATCHED = Duration.ofMillis(IncomingBody.LINGER_MILLIS + 500);

    @BeforeEach
    void register() {
        registerAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "atomic"})
    void staysOpenAfterACompleteBatch(String mode) throws Exception {
        try (RawHttp connection = RawHttp.open()) {
            send(connection, mode, BATCH.length);
            connection.write(BATCH);
            assertThat(connection.answer().status()).isEqualTo(200);

            assertThat(connection.isSilentFor(WATCHED)).isTrue();
        }
    }

    @Test
    void isClosedAfterTheAnswer_whenTheBatchIsNotComplete() throws Exception {
        try (RawHttp connection = RawHttp.open()) {
            send(connection, "unknown", 1_000_000);
            connection.write(BATCH);

            assertThat(connection.untilClosed()).contains("/problems/");
        }
    }

    private static void send(RawHttp connection, String mode, int length) throws IOException {
        connection.head(
                "POST /api/v1/reports?mode=" + mode,
                "Authorization: Bearer " + TestIssuer.submitter("430212-finance"),
                "Content-Type: application/json",
                "Content-Length: " + length);
    }
}
