package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas of the packaged service share tags, revoked tokens and idempotency keys. Each has limits of its own. */
@Tag("thorough")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class PackagedReplicasIT {

    private static final int YEAR = 2024;

    /** The time after which every replica shows a change, see docs/scaling.md. */
    private static final Duration SHOWN_AFTER = Duration.ofMillis(500);

    /** The time after which every replica refuses a revoked token, see docs/access.md. */
    private static final long REFUSED_AFTER_SECONDS = 60;

    private static final int BURST = 150;

    private static final int KEYS = 10;

    private static final String REPORT = "/api/v1/reports/{agency}/{year}";

    private static final String SUM = "/api/v1/statistics?figure=requests.newlyReceived&year=" + YEAR + "&district=";

    private final BalancedReports reports = new BalancedReports(11);
    private final ExecutorService clients = Executors.newFixedThreadPool(Replicas.NUMBER);
    private final Map<String, String> tokens = new HashMap<>();
    private Replicas replicas;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        replicas = new Replicas(
                folder,
                Map.of("GONGKAI_LIMITS_REQUEST_BURST", String.valueOf(BURST), "GONGKAI_LIMITS_REQUEST_RATE", "1"));
        replicas.load("districts", """
                code,name,parent,level
                430000,湖南省,,province
                430100,长沙市,430000,city
                430200,株洲市,430000,city""");
        replicas.load("categories", "code,name\nfinance,财政");
        replicas.load("agencies", """
                code,name,district,category,kind
                430100-finance,长沙市财政局,430100,finance,DEPARTMENT
                430200-finance,株洲市财政局,430200,finance,DEPARTMENT
                430200-tax,株洲市税务局,430200,finance,DEPARTMENT
                430200-police,株洲市公安局,430200,finance,DEPARTMENT""");
        for (String agency : List.of("430100-finance", "430200-finance", "430200-tax", "430200-police")) {
            tokens.put(agency, replicas.get(0).token(agency));
        }
    }

    @AfterAll
    void stop() throws Exception {
        clients.shutdownNow();
        replicas.close();
    }

    private Response submit(int replica, String agency) throws Exception {
        return submission(replica, agency, reports.next().toString()).put(REPORT, agency, YEAR);
    }

    private RequestSpecification submission(int replica, String agency, String body) throws Exception {
        return ServiceProcess.bearing(replicas.get(replica).request(), tokens.get(agency))
                .contentType("application/json")
                .queryParam("changeReason", ServiceTest.CHANGE_REASON)
                .body(body);
    }

    /** Asks for a roll-up without a token: answers from the cache then do not count as requests of a client. */
    private Response sum(int replica, String district, String tag) throws Exception {
        Response answer =
                replicas.get(replica).request().header("If-None-Match", tag).get(SUM + district);
        assertThat(answer.statusCode()).isIn(200, 304);
        return answer;
    }

    private String tag(int replica, String district) throws Exception {
        return sum(replica, district, "\"none\"")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void everyReplicaConfirmsATag_untilItsScopeChanges() throws Exception {
        submit(0, "430100-finance").then().statusCode(201);
        submit(0, "430200-finance").then().statusCode(201);
        untilAllAgree("430100");
        String tag = tag(0, "430100");

        submit(1, "430200-finance").then().statusCode(201);
        untilAllAgree("430200");
        for (int replica = 0; replica < Replicas.NUMBER; replica++) {
            assertThat(sum(replica, "430100", tag).statusCode()).isEqualTo(304);
        }
    }

    /** Waits until all replicas have the same tag. */
    private void untilAllAgree(String district) throws Exception {
        Until.is(() ->
                tag(0, district).equals(tag(1, district)) && tag(0, district).equals(tag(2, district)));
    }

    /** A request that begins later than the documented time after the receipt must not be answered by earlier data. */
    @Test
    void noReplicaAnswersByEarlierDataAfterHalfASecond() throws Exception {
        for (int writer = 0; writer < Replicas.NUMBER; writer++) {
            submit(writer, "430100-finance").then().statusCode(201);
            untilAllAgree("430100");
            String old = tag(writer, "430100");

            submit(writer, "430100-finance").then().statusCode(201);
            long receipt = System.nanoTime();

            assertThat(sum(writer, "430100", old).statusCode())
                    .as("the replica that stored it")
                    .isEqualTo(200);
            for (int reader = 0; reader < Replicas.NUMBER; reader++) {
                assertThat(lastStale(reader, old, receipt)).isLessThan(SHOWN_AFTER);
            }
        }
    }

    /** Returns how long after a receipt the last request began that was answered by earlier data. */
    private Duration lastStale(int replica, String old, long receipt) throws Exception {
        Duration stale = Duration.ZERO;
        Duration began = Duration.ZERO;
        do {
            began = Duration.ofNanos(System.nanoTime() - receipt);
            if (sum(replica, "430100", old).statusCode() == 304) {
                stale = began;
            }
        } while (began.compareTo(SHOWN_AFTER) < 0 || stale.equals(began));
        return stale;
    }

    @Test
    void everyReplicaRefusesARevokedTokenWithinAMinute() throws Exception {
        Map<String, String> issued = replicas.oversight(0)
                .contentType("application/json")
                .post("/api/v1/agencies/430200-finance/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("");
        String token = issued.get("token");
        String id = issued.get("id");
        for (int replica = 0; replica < Replicas.NUMBER; replica++) {
            assertThat(me(replica, token)).isEqualTo(200);
        }

        replicas.oversight(1)
                .delete("/api/v1/agencies/430200-finance/tokens/" + id)
                .then()
                .statusCode(200);

        assertThat(me(1, token)).as("the replica that revoked it").isEqualTo(401);
        Until.is(() -> me(0, token) == 401 && me(2, token) == 401, REFUSED_AFTER_SECONDS);
    }

    private int me(int replica, String token) throws Exception {
        return ServiceProcess.bearing(replicas.get(replica).request(), token)
                .get("/api/v1/me")
                .statusCode();
    }

    /** Documented: a client has its share on each replica. */
    @Test
    void eachReplicaCountsTheRequestsOfAClientAlone() throws Exception {
        String token = tokens.get("430200-police");

        int requests = 0;
        while (me(0, token) != 429) {
            assertThat(++requests).isLessThan(10 * BURST);
        }

        Response elsewhere =
                ServiceProcess.bearing(replicas.get(1).request(), token).get("/api/v1/me");
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(elsewhere.header("RateLimit")).isEqualTo("\"requests\";r=" + (BURST - 1) + ";t=1");
    }

    @Test
    void aKeyThatIsSentToAllReplicasAtOnceStoresOnce_andAllAnswerTheSame() throws Exception {
        for (int key = 0; key < KEYS; key++) {
            String body = reports.next().toString();
            String id = UUID.randomUUID().toString();
            List<Callable<Response>> requests = new ArrayList<>();
            for (int replica = 0; replica < Replicas.NUMBER; replica++) {
                int number = replica;
                requests.add(() -> repeat(number, id, body));
            }

            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }

            assertThat(answers).extracting(Response::statusCode).containsOnly(201);
            assertThat(answers)
                    .extracting(Response::asString)
                    .containsOnly(answers.get(0).asString());
            assertThat(answers)
                    .filteredOn(answer -> "true".equals(answer.header("Idempotent-Replayed")))
                    .hasSize(Replicas.NUMBER - 1);
        }

        assertThat(replicas.database().count("select count(*) from revision where agency = '430200-tax'"))
                .isEqualTo(KEYS);
    }

    /** Sends a request until it is no longer under way elsewhere, as docs/clients.md tells clients to. */
    private Response repeat(int replica, String key, String body) throws Exception {
        AtomicReference<Response> answer = new AtomicReference<>();
        Until.is(() -> {
            answer.set(submission(replica, "430200-tax", body)
                    .header("Idempotency-Key", key)
                    .put(REPORT, "430200-tax", YEAR));
            return !"/problems/request-under-way".equals(answer.get().path("type"));
        });
        return answer.get();
    }
}
