package org.gongkai.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.http.load.LoadControl;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bodies that arrive slowly, or find no room. The settings of the profile give all bodies 4 MB, and a client a quarter. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class RequestBodiesTest extends ServiceTest {

    private static final String SLOW = TestIssuer.submitter("430212-finance");
    private static final String OTHER = TestIssuer.submitter("350128-police");

    @Inject
    LoadControl load;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Tag("thorough")
    @Test
    void refusesBodiesThatArriveSlowly_andReceivesOthersMeanwhile() throws Exception {
        List<RawHttp> connections = new ArrayList<>();
        try {
            for (int connection = 0; connection < 19; connection++) {
                connections.add(begin(SLOW, "430212-finance", 1_000_000));
            }

            try (RawHttp other = RawHttp.open()) {
                byte[] report = ReportFiles.of("350128-police", 2024)
                        .content()
                        .toString()
                        .getBytes("UTF-8");
                send(other, OTHER, "350128-police", report.length);
                other.write(report);
                assertThat(other.answer().status()).isEqualTo(201);
            }
            for (RawHttp connection : connections) {
                assertThat(connection.untilClosed()).contains(" 400 ", "/problems/incomplete-body", "到达过慢");
            }
        } finally {
            for (RawHttp connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void refusesBodiesBeyondTheMemoryOfAClient() throws Exception {
        try (RawHttp first = begin(SLOW, "430212-finance", 1_900_000);
                RawHttp second = RawHttp.open()) {
            first.write(new byte[1_000_000]);
            Until.is(() -> load.bodies().reserved() > 1_000_000);
            send(second, SLOW, "430212-finance", 1_900_000);
            second.write(new byte[500_000]);

            RawHttp.Answer refused = second.answer();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.text()).contains("/problems/overloaded");
        }
    }

    private static RawHttp begin(String token, String agency, int length) throws IOException {
        RawHttp connection = RawHttp.open();
        send(connection, token, agency, length);
        connection.write(new byte[] {'{'});
        return connection;
    }

    private static void send(RawHttp connection, String token, String agency, int length) throws IOException {
        connection.head(
                "PUT /api/v1/reports/" + agency + "/2024",
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Content-Length: " + length);
    }
}
