package org.gongkai.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** Roll-ups are read from the replica. Here it is the same server, and its connections have a name of their own. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class ReplicaTest extends ServiceTest {

    /** The roll-ups that connections to the replica have run, each as its last statement. */
    private static final String READERS =
            "select count(*) from pg_stat_activity where application_name = '" + NonDefaultSettings.REPLICA
                    + "' and query like '%line as (%' and extract(epoch from query_start) * 1e6 > ";

    @Test
    void readsFromTheReplica() throws SQLException {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
        long start = count("select extract(epoch from clock_timestamp()) * 1e6");

        get("statistics?figure=requests.newlyReceived&year=2024&agency=350128-police")
                .body("rows.value", contains(8));

        assertThat(count(READERS + start)).isPositive();
        get("statistics?figure=requests.newlyReceived&agency=nobody")
                .statusCode(400)
                .body("parameters[0].name", equalTo("agency"));
    }
}
