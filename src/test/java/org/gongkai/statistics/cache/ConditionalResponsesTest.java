package org.gongkai.statistics.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated request is answered from the cache, but never with data that are known to be old. */
@QuarkusTest
class ConditionalResponsesTest extends ServiceTest {

    private static final int CLIENTS = 64;
    private static final String RECEIVED = "requests.newlyReceived";
    private static final String FEES = "proactiveDisclosure.administrativeFees";
    private static final String QUERY = "statistics?figure=requests.newlyReceived&year=2024&agency=350128-police";

    @BeforeEach
    void register() {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
    }

    @Test
    void theEntityTagContainsTheDataVersion() {
        Response answer = ask(QUERY, null);

        assertThat(answer.header("ETag")).matches("\"" + answer.path("dataVersion") + "-[A-Za-z0-9_-]{43}\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(ask(QUERY + "&format=csv", null).header("ETag")).isNotEqualTo(answer.header("ETag"));
        assertThat(ask(QUERY + "&asOf=2026-01-01T00:00:00Z", null).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(ask(QUERY + "&basis=submitted", null).header("Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @Test
    void answersNotModifiedWhileNothingHasChanged() {
        for (String query : List.of(QUERY, QUERY + "&format=csv", QUERY + "&asOf=2026-01-01T00:00:00Z")) {
            String tag = ask(query, null).header("ETag");

            Response again = ask(query, tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body().asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isNotBlank();
            assertThat(ask(query, "W/" + tag + ", \"other\"").statusCode()).isEqualTo(304);
            assertThat(ask(query, "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    /** The table of figures is hidden: a client with the entity tag receives 304 without it. */
    @Test
    void readsNoFiguresToAnswerNotModified() throws SQLException {
        String tag = ask(QUERY, null).header("ETag");
        execute("alter table fact rename to hidden");
        try {
            assertThat(ask(QUERY, tag).statusCode()).isEqualTo(304);
            assertThat(ask(QUERY, null).statusCode()).isEqualTo(200);
            assertThat(ask(QUERY + "&groupBy=year", entityTagByYear(tag)).statusCode())
                    .as("never answered by this replica, but by another one")
                    .isEqualTo(304);
            assertThat(ask(QUERY + "&groupBy=category", null).statusCode()).isEqualTo(500);
        } finally {
            execute("alter table hidden rename to fact");
        }
    }

    @Test
    void refusesAnInvalidQueryWithAnEntityTag() {
        String tag = ask(QUERY, null).header("ETag");

        assertThat(ask(QUERY + "&district=999999", tag).statusCode()).isEqualTo(400);
        assertThat(ask(QUERY + "&groupBy=yeer", tag).statusCode()).isEqualTo(400);
    }

    /** The table of figures is hidden: only the cache can answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "statistics?groupBy=year,category&agency=350128-police,350128-finance&year=2023..2024&figure="
                        + RECEIVED + "," + FEES,
                "statistics?figure=" + RECEIVED + "&figure=" + FEES + "&groupBy=year&groupBy=category&year=2024,2023"
                        + "&agency=350128-finance&agency=350128-police",
                "statistics?figure=" + RECEIVED + "," + FEES + "&groupBy=year,category&year=2023,2024"
                        + "&agency=350128-police,350128-finance"
                        + "&basis=accepted&boundaries=as-reported&format=json&labels=names&bom=false"
            })
    void answersEqualQueriesFromOneEntry(String spelling) throws SQLException {
        putInForce(ReportFiles.of("350128-finance", 2024));
        Response first = ask(
                "statistics?figure=" + RECEIVED + "," + FEES + "&groupBy=year,category&year=2023,2024"
                        + "&agency=350128-finance,350128-police",
                null);
        execute("alter table fact rename to hidden");
        try {
            Response equal = ask(spelling, null);

            assertThat(equal.statusCode()).isEqualTo(200);
            assertThat(equal.asString()).isEqualTo(first.asString());
            assertThat(equal.header("ETag")).isEqualTo(first.header("ETag"));
        } finally {
            execute("alter table hidden rename to fact");
        }
    }

    @Test
    void isNeverStaleOnTheReplicaThatMadeTheChange() {
        for (int licensing = 1; licensing <= 10; licensing++) {
            ObjectNode changed = ReportFiles.of("350128-police", 2024).content().deepCopy();
            ((ObjectNode) changed.at("/proactiveDisclosure")).put("licensingDecisions", licensing);
            String query = "statistics?figure=proactiveDisclosure.licensingDecisions&agency=350128-police&year=2024";
            get(query);
            String tag = ask(query, null).header("ETag");

            correct("reports/350128-police/2024", changed.toString()).body("status", equalTo("ACCEPTED"));

            get(query).body("rows[0].value", equalTo(licensing)).header("ETag", not(equalTo(tag)));
        }
    }

    @Test
    void seesAChangeOfAnotherReplicaWithinASecond() throws SQLException {
        get(QUERY + "&groupBy=agency");

        execute("update obligation set name = name; update agency set name = '改名' where code = '350128-police'");

        long begun = System.nanoTime();
        while (!get(QUERY + "&groupBy=agency").extract().asString().contains("改名")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void answersConsistentlyWhileDataChange() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            Callable<List<String>> reader = () -> IntStream.range(0, 20)
                    .mapToObj(time -> ask(QUERY, null))
                    .map(answer -> answer.path("dataVersion") + answer.header("ETag"))
                    .toList();
            List<Future<List<String>>> answers =
                    IntStream.range(0, 4).mapToObj(i -> readers.submit(reader)).toList();
            for (int change = 0; change < 10; change++) {
                put("categories/new-" + change, Map.of("name", "新" + change)).statusCode(201);
            }
            for (Future<List<String>> answer : answers) {
                List<String> seen = answer.get(60, TimeUnit.SECONDS);
                assertThat(seen).allMatch(one -> one.matches("(\\d+)\"\\1-[A-Za-z0-9_-]{43}\""));
                assertThat(seen.stream()
                                .map(one -> Long.valueOf(one.replaceAll("\".*", "")))
                                .toList())
                        .isSorted();
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void showsWaitingRevisionsOnlyToTheOversightOffice() {
        RestAssured.given()
                .header("Authorization", "Bearer " + TestIssuer.submitter("350128-police"))
                .get("/api/v1/" + QUERY + "&basis=submitted")
                .then()
                .statusCode(403);
    }

    /** The table of figures is locked until all clients have asked. */
    @Test
    void computesAQuestionOnce_whenManyClientsAskIt() throws Exception {
        String query = QUERY + "&groupBy=category,district";
        double before = misses();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Response>> answers;
        try (Connection lock = connection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table fact in access exclusive mode");
            answers = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> ask(query, null)))
                    .toList();
            Until.is(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
            lock.rollback();
        } finally {
            clients.shutdown();
        }
        for (Future<Response> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(misses() - before).isEqualTo(1);
    }

    private static double misses() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("gongkai_rollup_seconds_count{cache=\"miss\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Requests without a token are answered before they reach the resources, and cost nothing of a share. */
    @Test
    void answersFromTheCacheWithTheSameHeaders() throws SQLException {
        for (String query : List.of(QUERY, QUERY + "&format=csv", "consolidated-reports/2024")) {
            Response first = anonymously(Map.of()).get("/api/v1/" + query);
            execute("alter table fact rename to hidden");
            Response again;
            Response unchanged;
            try {
                again = anonymously(Map.of()).get("/api/v1/" + query);
                unchanged = anonymously(Map.of("If-None-Match", first.header("ETag")))
                        .get("/api/v1/" + query);
            } finally {
                execute("alter table hidden rename to fact");
            }

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(names(again)).isEqualTo(names(first)).contains("Content-Security-Policy", "Vary", "ETag");
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.header("Cache-Control")).isEqualTo("public, no-cache");
            assertThat(unchanged.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    /** An answer that counts says what is left. */
    @Test
    void answersFromTheCacheDoNotCount_whateverTagTheClientHas() {
        Response computed = askAnonymously("\"old\"");
        askAnonymously("\"old\"");

        Response cached = askAnonymously("\"old\"");

        assertThat(computed.header("RateLimit")).isNotNull();
        assertThat(cached.header("RateLimit")).isNull();
        assertThat(cached.statusCode()).isEqualTo(200);
        assertThat(cached.asString()).isEqualTo(computed.asString());
        for (String condition : List.of("W/%s", "\"old\", %s", "*")) {
            assertThat(askAnonymously(condition.formatted(computed.header("ETag")))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static Response askAnonymously(String ifNoneMatch) {
        return anonymously(Map.of("If-None-Match", ifNoneMatch)).get("/api/v1/" + QUERY);
    }

    @Test
    void neverAnswersThePublicWithCachedAnswersForTheOffice() {
        for (String query : List.of(QUERY + "&basis=submitted", "consolidated-reports/2024?basis=submitted")) {
            get(query).statusCode(200);
            get(query).statusCode(200);

            anonymously(Map.of()).get("/api/v1/" + query).then().statusCode(401);
        }
        get("consolidated-reports/2024").body("missing[0].state", equalTo("MISSING"));
        anonymously(Map.of()).get("/api/v1/consolidated-reports/2024").then().body("missing[0].state", nullValue());
    }

    @Test
    void answersInTheRequestedLanguageAndFormat() {
        for (int time = 0; time < 2; time++) {
            anonymously(Map.of("Accept", "text/csv"))
                    .get("/api/v1/" + QUERY)
                    .then()
                    .contentType("text/csv");
            anonymously(Map.of("Accept", "application/json"))
                    .get("/api/v1/" + QUERY)
                    .then()
                    .contentType("application/json");
            for (String language : List.of("en", "zh")) {
                anonymously(Map.of("Accept-Language", language))
                        .get("/api/v1/consolidated-reports/2024")
                        .then()
                        .header("Content-Language", equalTo(language));
            }
        }
    }

    /** A header in several lines must not share an entry with its first line. */
    @Test
    void distinguishesHeadersInSeveralLines() {
        Response several = RestAssured.given()
                .noFilters()
                .header("Accept", "*/*", "text/csv")
                .get("/api/v1/" + QUERY);

        anonymously(Map.of("Accept", "*/*")).get("/api/v1/" + QUERY).then().contentType("application/json");
        assertThat(several.statusCode()).isEqualTo(200);
    }

    /** Returns the entity tag of the query by year, for the version of the data in another tag. */
    private static String entityTagByYear(String tag) {
        CanonicalUri uri = new CanonicalUri("/api/v1/statistics")
                .with("figure", List.of(RECEIVED))
                .with("groupBy", List.of("year"))
                .with("year", List.of("2024"))
                .with("agency", List.of("350128-police"));
        ResponseKey key = ResponseKey.of(
                uri, DataScope.EVERYTHING, Optional.empty(), Audience.PUBLIC, Optional.empty(), Instant.now());
        long version = Long.parseLong(tag.substring(1, tag.indexOf('-')));
        return "\"" + key.entityTag(version).getValue() + "\"";
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(Header::getName)
                .filter(name -> !name.startsWith("RateLimit"))
                .sorted()
                .toList();
    }

    private static RequestSpecification anonymously(Map<String, String> headers) {
        return RestAssured.given().noFilters().headers(headers);
    }

    private static Response ask(String query, String tag) {
        return tag == null
                ? RestAssured.get("/api/v1/" + query)
                : RestAssured.given().header("If-None-Match", tag).get("/api/v1/" + query);
    }
}
