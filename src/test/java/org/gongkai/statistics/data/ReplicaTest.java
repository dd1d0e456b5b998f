package org.gongkai.statistics.data;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.Test;

/** Roll-ups are read from the replica. In this test it is the same server; its connections have a name of their own. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class ReplicaTest extends ServiceTest {

    /** The connections to the replica that wait for a lock. */
    private static final String WAITING = "select count(*) from pg_stat_activity where application_name = '"
            + NonDefaultSettings.REPLICA + "' and wait_event_type = 'Lock'";

    /** The table of figures is locked until the replica reads it. */
    @Test
    void readsFromTheReplica() throws Exception {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
        CompletableFuture<ValidatableResponse> answer;
        try (Connection lock = connection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table figure_value in access exclusive mode");
            answer = CompletableFuture.supplyAsync(
                    () -> get("statistics?figure=requests.newlyReceived&year=2024&agency=350128-police"));
            Until.is(() -> count(WAITING) > 0);
            lock.rollback();
        }

        answer.get(60, TimeUnit.SECONDS).body("rows.value", contains(8));
        get("statistics?figure=requests.newlyReceived&agency=unknown")
                .statusCode(400)
                .body("parameters[0].name", equalTo("agency"));
    }
}
