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
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking again is cheap, and never answered from data that are known to be old. */
@QuarkusTest
class ConditionalResponsesTest extends ServiceTest {

    private static final String QUESTION = "statistics?figure=requests.newlyReceived&year=2024&agency=350128-police";

    @BeforeEach
    void register() {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
    }

    @Test
    void theTagIsTheDataVersion() {
        Response answer = ask(QUESTION, null);

        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.path("dataVersion") + "\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(ask(QUESTION + "&format=csv", null).header("ETag")).isNotEqualTo(answer.header("ETag"));
        assertThat(ask(QUESTION + "&asOf=2026-01-01T00:00:00Z", null).header("Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(ask(QUESTION + "&basis=submitted", null).header("Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @Test
    void saysWhenNothingHasChanged() {
        for (String question : List.of(QUESTION, QUESTION + "&format=csv", QUESTION + "&asOf=2026-01-01T00:00:00Z")) {
            String tag = ask(question, null).header("ETag");

            Response again = ask(question, tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body().asByteArray()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            assertThat(again.header("Cache-Control")).isNotBlank();
            assertThat(ask(question, "W/" + tag + ", \"other\"").statusCode()).isEqualTo(304);
            assertThat(ask(question, "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    /** Nothing of the figures can be read, nor is it: who has the answer already does not need them. */
    @Test
    void readsNoFigureToSayThatNothingHasChanged() throws SQLException {
        String tag = ask(QUESTION, null).header("ETag");
        execute("alter table figure_value rename to hidden");
        try {
            assertThat(ask(QUESTION + "&groupBy=year", tag).statusCode()).isEqualTo(304);
            assertThat(ask(QUESTION, null).statusCode()).isEqualTo(200);
            assertThat(ask(QUESTION + "&groupBy=category", null).statusCode()).isEqualTo(500);
        } finally {
            execute("alter table hidden rename to figure_value");
        }
    }

    @Test
    void doesNotSaySoOfAQuestionThatCannotBeAsked() {
        String tag = ask(QUESTION, null).header("ETag");

        assertThat(ask(QUESTION + "&district=999999", tag).statusCode()).isEqualTo(400);
        assertThat(ask(QUESTION + "&groupBy=yeer", tag).statusCode()).isEqualTo(400);
    }

    @Test
    void isNeverStaleWhereTheChangeWasMade() {
        for (int licensing = 1; licensing <= 10; licensing++) {
            ObjectNode changed = ReportFiles.of("350128-police", 2024).content().deepCopy();
            ((ObjectNode) changed.at("/proactiveDisclosure")).put("licensingDecisions", licensing);
            String question = "statistics?figure=proactiveDisclosure.licensingDecisions&agency=350128-police&year=2024";
            get(question);
            String tag = ask(question, null).header("ETag");

            put("reports/350128-police/2024", changed.toString()).body("status", equalTo("ACCEPTED"));

            get(question).body("rows[0].value", equalTo(licensing)).header("ETag", not(equalTo(tag)));
        }
    }

    @Test
    void seesWithinASecondWhatSomebodyElseChanged() throws SQLException {
        get(QUESTION + "&groupBy=agency");

        execute("update obligation set name = name; update agency set name = '改名' where code = '350128-police'");

        long begun = System.nanoTime();
        while (!get(QUESTION + "&groupBy=agency").extract().asString().contains("改名")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void answersEverybodyAlikeWhileDataChange() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            Callable<List<String>> reader = () -> IntStream.range(0, 20)
                    .mapToObj(time -> ask(QUESTION, null))
                    .map(answer -> answer.path("dataVersion") + answer.header("ETag"))
                    .toList();
            List<Future<List<String>>> answers =
                    IntStream.range(0, 4).mapToObj(i -> readers.submit(reader)).toList();
            for (int change = 0; change < 10; change++) {
                put("categories/new-" + change, Map.of("name", "新" + change)).statusCode(201);
            }
            for (Future<List<String>> answer : answers) {
                List<String> seen = answer.get(60, TimeUnit.SECONDS);
                assertThat(seen).allMatch(one -> one.matches("(\\d+)\"\\1\""));
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
    void showsWaitingRevisionsToTheOfficeOnly() {
        RestAssured.given()
                .header("Authorization", "Bearer " + TestIssuer.submitter("350128-police"))
                .get("/api/v1/" + QUESTION + "&basis=submitted")
                .then()
                .statusCode(403);
    }

    /** Without a token, what is known is given before the resources are asked. */
    @Test
    void givesEverybodyTheSame_withTheSameHeaders() throws SQLException {
        for (String question : List.of(QUESTION, QUESTION + "&format=csv", "consolidated-reports/2024")) {
            Response first = anonymously(Map.of()).get("/api/v1/" + question);
            execute("alter table figure_value rename to hidden");
            Response again;
            Response unchanged;
            try {
                again = anonymously(Map.of()).get("/api/v1/" + question);
                unchanged = anonymously(Map.of("If-None-Match", first.header("ETag")))
                        .get("/api/v1/" + question);
            } finally {
                execute("alter table hidden rename to figure_value");
            }

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(names(again)).isEqualTo(names(first)).contains("Content-Security-Policy", "Vary", "ETag");
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.header("Cache-Control")).isEqualTo("public, no-cache");
            assertThat(unchanged.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void givesNobodyWhatIsForTheOffice() {
        for (String question : List.of(QUESTION + "&basis=submitted", "consolidated-reports/2024?basis=submitted")) {
            get(question).statusCode(200);
            get(question).statusCode(200);

            anonymously(Map.of()).get("/api/v1/" + question).then().statusCode(401);
        }
        get("consolidated-reports/2024").body("missing[0].state", equalTo("MISSING"));
        anonymously(Map.of()).get("/api/v1/consolidated-reports/2024").then().body("missing[0].state", nullValue());
    }

    @Test
    void answersInTheLanguageAndFormatAskedFor() {
        for (int time = 0; time < 2; time++) {
            anonymously(Map.of("Accept", "text/csv"))
                    .get("/api/v1/" + QUESTION)
                    .then()
                    .contentType("text/csv");
            anonymously(Map.of("Accept", "application/json"))
                    .get("/api/v1/" + QUESTION)
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

    /** Whoever asks in several lines must not decide what others are given. */
    @Test
    void keepsApartWhatSeveralLinesOfAHeaderAskFor() {
        Response several = RestAssured.given()
                .noFilters()
                .header("Accept", "*/*", "text/csv")
                .get("/api/v1/" + QUESTION);

        anonymously(Map.of("Accept", "*/*")).get("/api/v1/" + QUESTION).then().contentType("application/json");
        assertThat(several.statusCode()).isEqualTo(200);
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(Header::getName)
                .sorted()
                .toList();
    }

    private static RequestSpecification anonymously(Map<String, String> headers) {
        return RestAssured.given().noFilters().headers(headers);
    }

    private static Response ask(String question, String tag) {
        return tag == null
                ? RestAssured.get("/api/v1/" + question)
                : RestAssured.given().header("If-None-Match", tag).get("/api/v1/" + question);
    }
}
