package org.gongkai.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** Roll-ups are read from the replica. In this test it is the same server; its connections have a name of their own. */
@QuarkusTest
@TestProfile(ReplicaTest.WithReplica.class)
class ReplicaTest extends ServiceTest {

    private static final String READERS = "select count(*) from pg_stat_activity where application_name = 'replica'"
            + " and query like '%line as (%' and query not like '%pg_stat_activity%'";

    /** A replica that is always up to date. */
    public static class WithReplica implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.read.jdbc.url", "${quarkus.datasource.jdbc.url}",
                    "quarkus.datasource.read.username", "${quarkus.datasource.username}",
                    "quarkus.datasource.read.password", "${quarkus.datasource.password:}",
                    "quarkus.datasource.read.jdbc.additional-jdbc-properties.ApplicationName", "replica");
        }
    }

    @Test
    void readsFromTheReplica() throws SQLException {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
        assertThat(count(READERS)).isZero();

        get("statistics?figure=requests.newlyReceived&year=2024&agency=350128-police")
                .body("rows.value", contains(8));

        assertThat(count(READERS)).isPositive();
        get("statistics?figure=requests.newlyReceived&agency=unknown")
                .statusCode(400)
                .body("parameters[0].name", equalTo("agency"));
    }
}
