package org.gongkai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(120)
class AuditLogTest extends ServiceTest {

    @Inject
    DataSource service;

    @Test
    void recordsActorAddressAndBothStates() {
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
        put("categories/finance", Map.of("name", "财政")).statusCode(200);
        put("categories/finance", Map.of("name", "财政金融")).statusCode(200);

        get("events")
                .body("items.type", contains("CATEGORY_CHANGED", "CATEGORY_CHANGED"))
                .body("items.subject.unique()", contains("categories/finance"))
                .body("items.actor.unique()", contains("oversight"))
                .body("items.address.unique()", contains("127.0.0.1"))
                .body("items[0].before", equalTo(null))
                .body("items[0].after.name", equalTo("财政"))
                .body("items[1].before.name", equalTo("财政"))
                .body("items[1].after.name", equalTo("财政金融"));
    }

    /** The statements are executed with the role of the service, which owns the tables. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set actor = 'nobody'",
                "delete from event",
                "truncate event",
                "update revision set content = '{}'",
                "update revision set submitted_at = now()",
                "delete from revision",
                "truncate revision cascade",
                "update filing set first_submitted_at = '2020-01-01'",
                "delete from explanation",
                "update figure_value set value = 1",
                "delete from figure_value"
            })
    void theDatabaseRefusesChangesOfEvents(String sql) {
        fixture("audited", () -> {
            registerAll();
            putInForce(ReportFiles.of("350128-police", 2024));
        });
        String before = get("events").extract().asString();

        assertThatThrownBy(() -> execute(sql)).hasMessageContaining("never changed or deleted");

        assertThat(get("events").extract().asString()).isEqualTo(before);
    }

    /** An event gets its number before its transaction commits. A reader with a later cursor must not miss it. */
    @Test
    void listsNoEventAfterAnOpenTransaction() throws Exception {
        put("categories/first", Map.of("name", "一")).statusCode(201);
        String cursor = get("events").extract().path("next");
        try (Connection open = service.getConnection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("insert into event (at, actor, type, subject, detail)"
                    + " values (now(), 'slow', 'CATEGORY_CHANGED', 'categories/slow', '{}')");
            put("categories/second", Map.of("name", "二")).statusCode(201);

            get("events?after=" + cursor).body("items.size()", equalTo(0)).body("next", equalTo(cursor));
            open.commit();
        }

        get("events?after=" + cursor).body("items.subject", contains("categories/slow", "categories/second"));
    }

    @Test
    void answersGone_afterTheDatabaseWasRestored() throws Exception {
        put("categories/first", Map.of("name", "一")).statusCode(201);
        String remaining = get("events").extract().path("next");
        put("categories/second", Map.of("name", "二")).statusCode(201);
        String lost = get("events").extract().path("next");
        execute("set session_replication_role = replica; delete from event where subject = 'categories/second';"
                + " reset session_replication_role");

        get("events?after=" + remaining).body("items.size()", equalTo(0));
        for (String gone : List.of(lost, "99999999999-1", "0-1")) {
            get("events?after=" + gone).statusCode(410).body("type", equalTo("/problems/cursor-gone"));
        }
    }

    @Test
    void listsTheNewestFirst_whateverFollows() {
        for (String code : List.of("first", "second", "third")) {
            put("categories/" + code, Map.of("name", "类")).statusCode(201);
        }

        String next = get("events?order=desc&limit=2")
                .body("items.subject", contains("categories/third", "categories/second"))
                .extract()
                .path("next");
        put("categories/fourth", Map.of("name", "类")).statusCode(201);

        get("events?order=desc&limit=1&after=" + next)
                .body("items.subject", contains("categories/first"))
                .body("next", not(equalTo(next)));
        get("events?order=asc&limit=2&after=" + next)
                .body("items.subject", contains("categories/third", "categories/fourth"));
    }

    @ParameterizedTest
    @EnumSource(EventOrder.class)
    void readsByIndexInBothOrders(EventOrder order) throws Exception {
        String statement = "explain select * from event e where %s order by %s limit 10"
                .formatted(order.following().replace(":transaction", "7").replace(":id", "0"), order.sort());
        List<String> plan = new ArrayList<>();
        try (Connection connection = service.getConnection();
                Statement session = connection.createStatement()) {
            connection.setAutoCommit(false);
            session.execute("set local enable_seqscan = off");
            ResultSet lines = session.executeQuery(statement);
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
        }

        assertThat(plan).anyMatch(line -> line.contains("Index Scan") && line.contains("event_in_order"));
        assertThat(plan).anyMatch(line -> line.contains("Index Cond: (ROW(transaction, id)"));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
    }

    @Test
    void refusesAnUnknownOrder() {
        get("events?order=newest").statusCode(400).body("parameters.name", contains("order"));
    }

    @Tag("thorough")
    @Test
    void listsEachEventOnce_duringConcurrentWrites() throws Exception {
        int writers = 8;
        int each = 12;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CompletableFuture<?> written = CompletableFuture.allOf(IntStream.range(0, writers)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, each), threads))
                .toArray(CompletableFuture[]::new));

        List<String> subjects = new ArrayList<>();
        String cursor = "0-0";
        boolean last = false;
        while (!last) {
            last = written.isDone();
            JsonPath part;
            do {
                part = get("events?limit=7&after=" + cursor).extract().jsonPath();
                subjects.addAll(part.getList("items.subject"));
                cursor = part.getString("next");
            } while (!part.getList("items").isEmpty());
        }
        threads.shutdown();

        written.join();
        assertThat(subjects).hasSize(writers * each);
        assertThat(new HashSet<>(subjects)).hasSize(writers * each);
    }

    private static void write(int writer, int each) {
        for (int number = 0; number < each; number++) {
            put("categories/w" + writer + "-" + number, Map.of("name", "类")).statusCode(201);
        }
    }
}
