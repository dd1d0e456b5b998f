package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.testing.Until;
import org.gongkai.webhook.delivery.TestReceiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service through PgBouncer in transaction mode. The pool is smaller than that of the service, so each transaction may
 * get another connection to the server.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
abstract class PoolerScenarios {

    private static final int CONNECTIONS = FaultInjectedService.CONNECTIONS - 1;

    /** The pooler leaves out the settings of the service's own connections; docs/scaling.md gives these for the role. */
    private static final String SETTINGS_OF_ROLE = """
            alter role %1$s set statement_timeout = '60s';
            alter role %1$s set lock_timeout = '20s';
            alter role %1$s set jit = off""".formatted(KillableDatabase.USER);

    private KillableDatabase database;
    private PgBouncer pooler;
    private FaultInjectedService setup;
    private int loggedAtStart;

    /** Starts the database behind the pooler. */
    abstract KillableDatabase startDatabase(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Optional<Path> program = PgBouncer.program();
        assumeTrue(program.isPresent(), "PgBouncer is not installed");
        database = startDatabase(folder);
        database.execute(SETTINGS_OF_ROLE);
        database.execute("alter system set log_statement = 'all'");
        database.execute("select pg_reload_conf()");
        pooler = PgBouncer.start(program.get(), folder.resolve("pooler"), database, CONNECTIONS);
        setup = new FaultInjectedService(folder, database, pooler);
        loggedAtStart = database.output().length();
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable started : Arrays.asList(setup, pooler, database)) {
            if (started != null) {
                started.close();
            }
        }
    }

    @Test
    void storesEveryReportOnce_andRollUpsEqualARecount() throws Exception {
        setup.runWithFault(() -> {});
        setup.runBatches(20);

        setup.checkConsistency();
    }

    @Test
    void decidesAndDelivers() throws Exception {
        setup.runWithFault(() -> {});
        try (TestReceiver receiver = new TestReceiver()) {
            setup.service()
                    .oversight()
                    .contentType("application/json")
                    .body(Map.of("url", receiver.url(), "events", List.of("REPORT_WITHDRAWN")))
                    .post("/api/v1/webhooks")
                    .then()
                    .statusCode(201);

            Response newest = setup.service().oversight().get("/api/v1/reports/agency-0/2023/revisions/latest");
            setup.service()
                    .oversight()
                    .contentType("application/json")
                    .header("If-Match", newest.header("ETag"))
                    .body(Map.of(
                            "decision", "WITHDRAW",
                            "revision", newest.<Integer>path("revision"),
                            "comment", "数据填报有误，退回重新填报"))
                    .post("/api/v1/reports/agency-0/2023/decisions")
                    .then()
                    .statusCode(200);

            receiver.await(1);
        }
    }

    /** Settings of a session would stay on a connection that the pooler gives to other clients next. */
    @Test
    void changesNoSessionAndNamesNoStatement() throws Exception {
        setup.runWithFault(() -> {});
        for (String question : List.of(
                "/api/v1/statistics?figure=requests.newlyReceived&groupBy=year&asOf=2025-01-01T00:00:00Z",
                "/api/v1/statistics?figure=requests.newlyReceived&groupBy=agency,year&format=ndjson",
                "/api/v1/consolidated-reports/2023?district=430000")) {
            setup.service().oversight().get(question).then().statusCode(200);
        }

        assertThat(database.output().substring(loggedAtStart).toLowerCase(Locale.ROOT))
                .contains("set transaction isolation level repeatable read", "execute <unnamed>")
                .doesNotContain("set session", "execute s_", "pg_advisory_lock(", "pg_try_advisory_lock(");
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            assertThat(defaultIsolation()).isEqualTo("read committed");
        }
    }

    private String defaultIsolation() throws Exception {
        String url = "jdbc:postgresql://localhost:" + pooler.port() + "/postgres" + PgBouncer.PARAMETERS;
        try (Connection connection = DriverManager.getConnection(url, KillableDatabase.USER, database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show default_transaction_isolation")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The pooler is restarted while clients submit, as in a rollout of its own. */
    @Test
    void losesNoReport_whenTheConnectionsToThePoolerBreak() throws Exception {
        setup.runWithFault(() -> setup.proxy().cut());
        Until.is(() -> setup.ready() == 200);

        setup.checkConsistency();
    }
}
