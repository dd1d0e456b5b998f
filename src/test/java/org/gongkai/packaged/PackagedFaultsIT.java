package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of the packaged service, of its database and of the connection between them, while clients submit reports.
 * Every report with a receipt is stored exactly once. A report without one gets the answer "not available", and the
 * client can send it again.
 */
@Tag("thorough")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class PackagedFaultsIT {

    private static final int REQUESTS = 3 * FaultInjectedService.CONNECTIONS;

    FaultInjectedService setup;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        setup = new FaultInjectedService(
                folder, KillableDatabase.create(folder.resolve("server")).start());
    }

    @AfterAll
    void stop() throws Exception {
        setup.close();
    }

    @AfterEach
    void checkConsistency() throws Exception {
        setup.checkConsistency();
    }

    @Test
    void losesNoReport_whenTheDatabaseIsKilledAndStartedAgain() throws Exception {
        int before = setup.clients().refusals();

        setup.runWithFault(() -> {
            setup.database().kill();
            Until.is(() -> setup.ready() == 503);
            Until.is(() -> setup.clients().refusals() > before);
            setup.database().start();
        });

        Until.is(() -> setup.ready() == 200);
    }

    @Test
    void losesNoReport_whenTheServiceIsKilledAndStartedAgain() throws Exception {
        setup.runWithKilledService();
    }

    @Test
    void losesNoReport_whenConnectionsAreCutDuringCommits() throws Exception {
        int before = setup.clients().refusals();

        setup.runWithFault(() -> {
            setup.proxy().cut();
            setup.proxy().cutAtCommit(5);
            Until.is(() -> setup.proxy().commitsLeftToCut() == 0);
        });

        assertThat(setup.clients().refusals()).isGreaterThan(before);
    }

    @Test
    void answersUnavailable_whenConnectionsStall() throws Exception {
        int before = setup.clients().refusals();

        setup.runWithFault(() -> {
            setup.proxy().stall();
            Until.is(() -> setup.clients().refusals() > before);
            setup.proxy().resume();
        });
    }

    /** Each report is in eight of the batches, in another order. */
    @Test
    void storesEachReportOnce_whenAHundredBatchesArriveAtOnce() throws Exception {
        setup.runBatches(100);
    }

    @Test
    void answersUnavailable_whenThePoolIsExhausted() throws Exception {
        List<CompletableFuture<Response>> answers;
        ExecutorService clients = Executors.newFixedThreadPool(REQUESTS);
        try (Connection other = setup.database().connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table agency in access exclusive mode");
            answers = IntStream.range(0, REQUESTS)
                    .mapToObj(request -> CompletableFuture.supplyAsync(this::agencies, clients))
                    .toList();
            Until.is(() -> answers.stream().anyMatch(CompletableFuture::isDone));
            other.commit();
        } finally {
            clients.shutdown();
        }
        Map<Integer, Long> statuses = new TreeMap<>();
        for (CompletableFuture<Response> pending : answers) {
            Response answer = pending.get(60, TimeUnit.SECONDS);
            statuses.merge(answer.statusCode(), 1L, Long::sum);
            assertThat(answer.header("Retry-After") != null)
                    .as("%d %s", answer.statusCode(), answer.asString())
                    .isEqualTo(answer.statusCode() == 503);
        }
        assertThat(statuses.keySet()).contains(503).isSubsetOf(200, 503);
        assertThat(agencies().statusCode()).isEqualTo(200);
    }

    private Response agencies() {
        try {
            return setup.service().oversight().get("/api/v1/agencies");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
