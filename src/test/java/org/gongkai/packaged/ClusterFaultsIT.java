package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of the servers of a cluster, while clients submit and read. Run by hand: {@link CitusCluster#PROGRAMS} names the
 * programs of a PostgreSQL with Citus.
 */
@EnabledIfSystemProperty(named = CitusCluster.PROGRAMS, matches = ".+")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class ClusterFaultsIT {

    private static final String ROLL_UP = "/api/v1/statistics?figure=requests.newlyReceived&groupBy=agency,year";

    CitusCluster cluster;
    FaultInjectedService setup;

    /** Fills the database before its tables are distributed. */
    @BeforeAll
    void distribute(@TempDir Path folder) throws Exception {
        cluster = CitusCluster.start(folder, 3);
        setup = new FaultInjectedService(folder, cluster.coordinator());
        setup.runWithFault(() -> {});
        String before = rollUp().asString();
        setup.runCommand("distribute");
        assertThat(rollUp().jsonPath().getList("rows"))
                .isEqualTo(JsonPath.from(before).getList("rows"));
    }

    @AfterAll
    void stop() throws Exception {
        setup.close();
        cluster.close();
    }

    @AfterEach
    void checkConsistency() throws Exception {
        setup.checkConsistency();
        recount();
    }

    @Test
    @Order(1)
    void losesNoReport_whenAWorkerIsKilledAndStartedAgain() throws Exception {
        losesNoReport(() -> cluster.worker(0).kill(), () -> cluster.worker(0).start());
    }

    @Test
    @Order(2)
    void losesNoReport_whenTheCoordinatorIsKilledAndStartedAgain() throws Exception {
        losesNoReport(
                () -> cluster.coordinator().kill(), () -> cluster.coordinator().start());
    }

    @Test
    @Order(3)
    void losesNoReport_whenAWorkerHangs() throws Exception {
        losesNoReport(() -> cluster.worker(1).hang(), () -> cluster.worker(1).resume());
    }

    @Test
    @Order(4)
    void losesNoReport_whenTheServiceIsKilledAndStartedAgain() throws Exception {
        setup.runWithKilledService();
    }

    @Test
    @Order(5)
    void answersAndStores_whileShardsMoveToAFourthWorker() throws Exception {
        cluster.addWorker();
        AtomicInteger answers = new AtomicInteger();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            setup.runWithFault(() -> {
                CompletableFuture<Void> moved = new CompletableFuture<>();
                Future<?> reading = reader.submit(() -> read(moved, answers));
                cluster.rebalance();
                moved.complete(null);
                reading.get(60, TimeUnit.SECONDS);
            });
        } finally {
            reader.shutdownNow();
        }
        assertThat(answers.get()).isPositive();
        assertThat(
                        cluster.coordinator()
                                .count(
                                        "select count(distinct nodeport) from citus_shards where citus_table_type = 'distributed'"))
                .isEqualTo(4);
    }

    /** Injects a fault that requests fail from, and ends it. */
    private void losesNoReport(FaultInjectionRun.Fault fault, FaultInjectionRun.Fault end) throws Exception {
        int before = setup.clients().refusals();
        setup.runWithFault(() -> {
            fault.inject();
            Until.is(() -> setup.clients().refusals() > before);
            end.inject();
        });
    }

    /** Reads a roll-up that no cache has, until shards are moved. Its answer is complete, or asks to try again. */
    private Void read(CompletableFuture<Void> moved, AtomicInteger answers) throws Exception {
        while (!moved.isDone()) {
            Response answer = rollUp();
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 503);
            assertThat(answer.header("Retry-After") != null).isEqualTo(answer.statusCode() == 503);
            answers.addAndGet(answer.statusCode() == 200 ? 1 : 0);
        }
        return null;
    }

    private Response rollUp() throws Exception {
        return setup.service().oversight().get(ROLL_UP);
    }

    /** Compares the distributed tables with a recount. */
    private void recount() throws Exception {
        for (String table : new String[] {"coverage", "fact"}) {
            long kept = cluster.coordinator().count("select count(*) from " + table);
            assertThat(kept)
                    .as(table)
                    .isEqualTo(cluster.coordinator().count("select count(*) from " + table + "_source"));
        }
        assertThat(cluster.coordinator().count("select sum(value) from fact"))
                .isEqualTo(cluster.coordinator().count("select sum(value) from fact_source"));
    }
}
