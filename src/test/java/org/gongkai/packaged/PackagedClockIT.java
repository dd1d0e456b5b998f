package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas on one database whose clocks are set by libfaketime (Debian: the package faketime). Without it the tests are
 * skipped.
 */
@Tag("siege")
@Timeout(300)
class PackagedClockIT {

    /** The deadline of the departments for the reports on 2025: the end of 31 January in Beijing. */
    private static final Instant MIDNIGHT = Instant.parse("2026-01-31T16:00:00Z");

    /** The time from the start of the first replica to midnight, in which both start. */
    private static final Duration AHEAD = Duration.ofSeconds(70);

    private static final Duration MARGIN = Duration.ofSeconds(4);
    private static final int AGENCIES = 80;

    @TempDir
    Path folder;

    private final List<ServiceProcess> replicas = new ArrayList<>();
    private final BalancedReports reports = new BalancedReports(7);
    private KillableDatabase database;
    private String library;

    @BeforeEach
    void startDatabase() throws Exception {
        Optional<Path> found = library();
        assumeTrue(found.isPresent(), "libfaketime is not installed");
        library = found.get().toString();
        database = KillableDatabase.create(folder.resolve("server")).start();
    }

    @AfterEach
    void stop() throws Exception {
        replicas.forEach(ServiceProcess::close);
        if (database != null) {
            database.close();
        }
    }

    private static Optional<Path> library() throws IOException {
        Path libraries = Path.of("/usr/lib");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:/usr/lib/*/faketime/libfaketimeMT.so.1");
        if (Files.notExists(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(libraries, 3, (path, attributes) -> matcher.matches(path))) {
            return files.findFirst();
        }
    }

    @Test
    void bothReplicasDrawTheLineAtMidnight() throws Exception {
        Duration offset = Duration.between(Instant.now(), MIDNIGHT.minus(AHEAD));
        ServiceProcess first = start(offset);
        ServiceProcess second = start(offset);
        register(first);
        Map<String, String> tokens = new HashMap<>();
        for (int agency = 0; agency < AGENCIES; agency++) {
            tokens.put(code(agency), first.token(code(agency)));
        }
        sleepUntil(MIDNIGHT.minus(MARGIN).minus(offset));
        Map<String, Instant> submitted = new HashMap<>();
        for (int agency = 0; agency < AGENCIES; agency++) {
            ServiceProcess replica = agency % 2 == 0 ? first : second;
            Response receipt = submit(replica, tokens.get(code(agency)), code(agency));
            assertThat(receipt.statusCode()).isEqualTo(201);
            Instant at = Instant.parse(receipt.path("submittedAt"));
            submitted.put(code(agency), at);
            List<String> rules = receipt.path("findings.rule");
            assertThat(rules.contains("LATE")).as("%s at %s", agency, at).isEqualTo(!at.isBefore(MIDNIGHT));
            sleepUntil(MIDNIGHT.minus(MARGIN)
                    .minus(offset)
                    .plus(MARGIN.multipliedBy(2L * (agency + 1)).dividedBy(AGENCIES)));
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
    void keepsTheOrderOfRevisions_whenAClockIsSetBack() throws Exception {
        Duration now = Duration.ZERO;
        ServiceProcess first = start(now);
        register(first);
        String token = first.token(code(0));
        assertThat(submit(first, token, code(0)).statusCode()).isEqualTo(201);

        ServiceProcess back = start(now.minusMinutes(30));
        Response second = submit(back, back.token(code(0)), code(0));
        Response third = submit(first, token, code(0));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<Integer>path("revision")).isEqualTo(2);
        assertThat(third.<Integer>path("revision")).isEqualTo(3);
        for (ServiceProcess replica : replicas) {
            Until.is(() -> revisionsOfEvents(replica).equals(List.of(1, 2, 3)));
        }
        assertThat(sum(first)).isEqualTo(sum(back));
    }

    private static List<Integer> revisionsOfEvents(ServiceProcess replica) throws Exception {
        return replica.oversight()
                .get("/api/v1/events?limit=500")
                .path("items.findAll { it.type == 'REPORT_SUBMITTED' }.revision");
    }

    private static Object sum(ServiceProcess replica) throws Exception {
        return replica.request()
                .get("/api/v1/statistics?figure=requests.newlyReceived&year=2025")
                .path("rows");
    }

    private ServiceProcess start(Duration offset) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "GONGKAI_HOME",
                folder.resolve("home").toString(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + database.port() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME",
                KillableDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password()));
        if (!offset.isZero()) {
            environment.put("LD_PRELOAD", library);
            environment.put("FAKETIME", (offset.isNegative() ? "" : "+") + offset.toSeconds() + "s");
            environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        ServiceProcess replica =
                ServiceProcess.start(folder.resolve("replica-" + replicas.size() + ".log"), environment);
        replicas.add(replica);
        replica.port();
        return replica;
    }

    private static void register(ServiceProcess service) throws Exception {
        load(service, "districts", "code,name,parent,level\n430000,湖南省,,province");
        load(service, "categories", "code,name\nfinance,财政");
        String agencies = IntStream.range(0, AGENCIES)
                .mapToObj(agency -> code(agency) + ",机关" + agency + ",430000,finance,DEPARTMENT")
                .collect(Collectors.joining("\n", "code,name,district,category,kind\n", ""));
        load(service, "agencies", agencies);
        service.oversight()
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/cycles/2025")
                .then()
                .statusCode(201);
    }

    private static void load(ServiceProcess service, String register, String csv) throws Exception {
        service.oversight()
                .header("Content-Type", "text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/" + register)
                .then()
                .statusCode(200);
    }

    private Response submit(ServiceProcess replica, String token, String agency) throws Exception {
        return ServiceProcess.bearing(replica.request(), token)
                .contentType("application/json")
                .body(reports.next().toString())
                .put("/api/v1/reports/{agency}/2025", agency);
    }

    private static List<String> agencies(ServiceProcess replica, String state) throws Exception {
        List<String> codes = replica.oversight()
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

    private static void sleepUntil(Instant instant) throws InterruptedException {
        long millis = Duration.between(Instant.now(), instant).toMillis();
        if (millis > 0) {
            TimeUnit.MILLISECONDS.sleep(millis);
        }
    }
}
