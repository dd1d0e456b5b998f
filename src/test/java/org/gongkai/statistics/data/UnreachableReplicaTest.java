package org.gongkai.statistics.data;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The primary answers when the replica cannot. */
@Tag("thorough")
@QuarkusTest
@TestProfile(UnreachableReplicaTest.WithReplicaAway.class)
class UnreachableReplicaTest extends ServiceTest {

    /** A replica at a port that is closed. */
    public static class WithReplicaAway implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.read.jdbc.url", "jdbc:postgresql://localhost:9/gone");
        }
    }

    @Test
    void readsFromThePrimaryInstead() {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));

        get("statistics?figure=requests.newlyReceived&agency=350128-police").body("rows.value", contains(8));
        get("statistics?groupBy=year&figure=requests.newlyReceived&agency=350128-police")
                .body("rows.value", contains(8));
    }
}
