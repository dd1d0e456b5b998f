package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.ShiftedPackage;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replicas on one database, with clocks of their own. The test passes a deadline in real time, so it runs in the profile
 * siege only.
 */
@Tag("siege")
@Timeout(300)
class PackagedClockIT {

    /** The deadline of the departments for the reports on 2025: the end of 31 January in Beijing. */
    private static final Instant MIDNIGHT = Instant.parse("2026-01-31T16:00:00Z");

    /** The time between the first submission and midnight. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** The time in which both replicas start. */
    private static final int START_SECONDS = 60;

    private static final int AGENCIES = 60;

    @TempDir
    Path folder;

    private final TestIssuer issuer = new TestIssuer();
    private final List<ServiceProcess> replicas = new ArrayList<>();
    private final BalancedReports reports = new BalancedReports(7);
    private Map<String, String> provider;
    private KillableDatabase database;
    private ShiftedPackage program;

    @BeforeEach
    void startDatabase() throws Exception {
        provider = issuer.start();
        program = ShiftedPackage.createAt(folder.resolve("package"));
        database = KillableDatabase.create(folder.resolve("server")).start();
    }

    @AfterEach
    void stop() {
        replicas.forEach(ServiceProcess::close);
        database.close();
        issuer.stop();
    }

    /** The clocks of both replicas show the same time. They are started early enough before their midnight. */
    @Test
    void bothReplicasDrawTheLineAtMidnight() throws Exception {
        Instant midnight = Instant.now().plusSeconds(START_SECONDS);
        Duration ahead = Duration.between(midnight, MIDNIGHT);
        ServiceProcess first = start(ahead);
        ServiceProcess second = start(ahead);
        register(first);
        assertThat(Instant.now()).as("the replicas have started in time").isBefore(midnight.minus(MARGIN));
        Map<String, Instant> submitted = new TreeMap<>();
        for (int agency = 0; agency < AGENCIES; agency++) {
            waitUntil(
                    midnight.minus(MARGIN).plus(MARGIN.multipliedBy(2L * agency).dividedBy(AGENCIES)));
            Response receipt = submit(agency % 2 == 0 ? first : second, code(agency));
            assertThat(receipt.statusCode()).isEqualTo(201);
            Instant at = Instant.parse(receipt.path("submittedAt"));
            submitted.put(code(agency), at);
            List<String> rules = receipt.path("findings.rule");
            assertThat(rules.contains("LATE")).as("at %s", at).isEqualTo(!at.isBefore(MIDNIGHT));
        }

        for (ServiceProcess replica : replicas) {
            assertThat(agencies(replica, "ON_TIME"))
                    .isEqualTo(before(submitted, true))
                    .isNotEmpty();
            assertThat(agencies(replica, "LATE"))
                    .isEqualTo(before(submitted, false))
                    .isNotEmpty();
        }
    }

    @Test
    void keepsTheOrderOfRevisions_whenAClockIsSetBackAndForth() throws Exception {
        ServiceProcess right = start(Duration.ZERO);
        register(right);
        ServiceProcess back = start(Duration.ofMinutes(-30));
        ServiceProcess ahead = start(Duration.ofMinutes(30));

        List<Integer> revisions = new ArrayList<>();
        for (ServiceProcess replica : List.of(right, back, ahead, right, back)) {
            Response receipt = submit(replica, code(0));
            assertThat(receipt.statusCode()).isEqualTo(201);
            revisions.add(receipt.path("revision"));
        }

        assertThat(revisions).containsExactly(1, 2, 3, 4, 5);
        for (ServiceProcess replica : replicas) {
            Until.is(() -> revisionsOfEvents(replica).equals(revisions));
            Until.is(() -> sum(replica).equals(sum(right)));
        }
    }

    private static List<Integer> revisionsOfEvents(ServiceProcess replica) throws Exception {
        return oversight(replica)
                .get("/api/v1/events?limit=500")
                .path("items.findAll { it.type == 'REPORT_SUBMITTED' }.revision");
    }

    private static Object sum(ServiceProcess replica) throws Exception {
        return replica.request()
                .get("/api/v1/statistics?figure=requests.newlyReceived&year=2025")
                .path("rows");
    }

    private ServiceProcess start(Duration ahead) throws Exception {
        Map<String, String> environment = new HashMap<>();
        provider.forEach((setting, value) ->
                environment.put(setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
        environment.put("GONGKAI_HOME", folder.resolve("home").toString());
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + database.port() + "/postgres");
        environment.put("QUARKUS_DATASOURCE_USERNAME", KillableDatabase.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        Path log = folder.resolve("replica-" + replicas.size() + ".log");
        ServiceProcess replica = ServiceProcess.start(log, environment, program.command(ahead));
        replicas.add(replica);
        replica.port();
        return replica;
    }

    private static RequestSpecification oversight(ServiceProcess replica) throws Exception {
        return ServiceProcess.bearing(replica.request(), TestIssuer.oversight());
    }

    private static void register(ServiceProcess service) throws Exception {
        load(service, "districts", "code,name,parent,level\n430000,湖南省,,province");
        load(service, "categories", "code,name\nfinance,财政");
        String agencies = IntStream.range(0, AGENCIES)
                .mapToObj(agency -> code(agency) + ",机关" + agency + ",430000,finance,DEPARTMENT")
                .collect(Collectors.joining("\n", "code,name,district,category,kind\n", ""));
        load(service, "agencies", agencies);
        oversight(service)
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/cycles/2025")
                .then()
                .statusCode(201);
    }

    private static void load(ServiceProcess service, String register, String csv) throws Exception {
        ServiceProcess.load(oversight(service), register, csv);
    }

    private Response submit(ServiceProcess replica, String agency) throws Exception {
        return ServiceProcess.bearing(replica.request(), TestIssuer.submitter(agency))
                .contentType("application/json")
                .body(reports.next().toString())
                .queryParam("changeReason", ServiceTest.CHANGE_REASON)
                .put("/api/v1/reports/{agency}/2025", agency);
    }

    private static List<String> agencies(ServiceProcess replica, String state) throws Exception {
        List<String> codes = oversight(replica)
                .get("/api/v1/cycles/2025/obligations?size=500&state=" + state)
                .path("items.agency.code");
        return codes.stream().sorted().toList();
    }

    private static List<String> before(Map<String, Instant> submitted, boolean onTime) {
        return submitted.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(MIDNIGHT) == onTime)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String code(int agency) {
        return String.format("agency-%02d", agency);
    }

    private static void waitUntil(Instant instant) throws InterruptedException {
        long millis = Duration.between(Instant.now(), instant).toMillis();
        if (millis > 0) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }
}
