package org.gongkai.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.gongkai.webhook.delivery.TestReceiver.Received;
import org.gongkai.webhook.transport.WebhookConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The delivery of events to a real receiver that works, fails, hangs and recovers. */
@Tag("thorough")
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
@Timeout(120)
class DeliveryTest extends ServiceTest {

    private static final String AGENCY = "350128-police";
    private static final String OTHER = "430212-finance";

    @Inject
    Claims claims;

    @Inject
    Sender sender;

    @Inject
    WebhookConfig config;

    private TestReceiver receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = new TestReceiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    /** A subscription with the secret that only its creation shows. */
    private record Subscribed(int id, String secret, String after) {}

    private Subscribed subscribe(String token, Map<String, Object> request) {
        Map<String, Object> body = new HashMap<>(request);
        body.putIfAbsent("url", receiver.url());
        Map<String, Object> created = RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("");
        return new Subscribed(
                (Integer) created.get("id"), (String) created.get("secret"), (String) created.get("after"));
    }

    /** Subscribes the receiver to changes of categories, which a test makes easily. */
    private Subscribed subscribe() {
        return subscribe(TestIssuer.oversight(), Map.of("events", List.of("CATEGORY_CHANGED")));
    }

    private static void change(int number) {
        put("categories/c" + number, Map.of("name", "类别" + number)).statusCode(201);
    }

    @Test
    void deliversEveryEventInOrder_signed() throws Exception {
        Subscribed webhook = subscribe(TestIssuer.oversight(), Map.of());

        IntStream.range(0, 5).forEach(DeliveryTest::change);

        receiver.await(6);
        JsonNode log = ReportFiles.JSON
                .readTree(get("events?after=" + webhook.after()).extract().asString())
                .path("items");
        assertThat(log).hasSize(6);
        for (int i = 0; i < log.size(); i++) {
            Received message = receiver.received().get(i);
            assertThat(message.isSignedWith(webhook.secret())).isTrue();
            assertThat(message.isSignedWith("whsec_AAAA")).isFalse();
            assertThat(message.id()).isEqualTo("event-" + log.get(i).path("id").asLong());
            log.get(i).properties().forEach(member -> assertThat(json(message).get(member.getKey()))
                    .isEqualTo(member.getValue()));
            assertThat(message.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(Instant.ofEpochSecond(Long.parseLong(message.headers().getFirst("webhook-timestamp"))))
                    .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(1));
        }
        assertThat(receiver.types()).startsWith("WEBHOOK_CREATED").endsWith("CATEGORY_CHANGED");
        assertThat(receiver.peak()).isEqualTo(1);
        get("events?after=" + json(receiver.received().get(5)).path("cursor").asText())
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static JsonNode json(Received message) {
        try {
            return message.json();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void repeatsAMessageUntilTheReceiverRecovers_beforeTheNext() throws Exception {
        Metrics before = Metrics.scrape();
        CountDownLatch recovered = new CountDownLatch(1);
        receiver.behave((exchange, number) -> {
            switch (number) {
                case 1 -> exchange.sendResponseHeaders(500, -1);
                case 2 -> await(recovered);
                case 3 -> exchange.close();
                default -> exchange.sendResponseHeaders(200, -1);
            }
        });
        Subscribed webhook = subscribe();

        change(1);
        change(2);

        receiver.await(2);
        get("webhooks/" + webhook.id()).body("status", equalTo("FAILING"));
        receiver.await(3);
        recovered.countDown();
        receiver.await(5);
        List<String> ids = receiver.received().stream().map(Received::id).toList();
        assertThat(ids.subList(0, 4)).containsOnly(ids.get(0));
        assertThat(ids.get(4)).isNotEqualTo(ids.get(0));
        untilRead(webhook);
        get("webhooks/" + webhook.id()).body("status", equalTo("ACTIVE")).body("failingSince", nullValue());
        get("webhooks/" + webhook.id() + "/deliveries")
                .body("total", equalTo(5))
                .body("items.attempt", equalTo(List.of(1, 4, 3, 2, 1)))
                .body("items.delivered", equalTo(List.of(true, true, false, false, false)))
                .body("items[2].failure", equalTo("CONNECTION"))
                .body("items[3].failure", equalTo("TIMEOUT"))
                .body("items[4].failure", equalTo("STATUS"))
                .body("items[4].status", equalTo(500));
        assertThat(Metrics.scrape().since(before, "gongkai_webhook_deliveries_seconds_count"))
                .containsEntry("gongkai_webhook_deliveries_seconds_count{outcome=\"timeout\"}", 1.0)
                .containsEntry("gongkai_webhook_deliveries_seconds_count{outcome=\"status\"}", 1.0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a subscription has everything that is in the log for it, and is at rest. */
    private void untilRead(Subscribed webhook) throws Exception {
        until(
                "lease is null and not exists (select from event e where e.id > after_event"
                        + " and (agencies is null or e.agency = any(agencies)))",
                webhook);
    }

    private void until(String condition, Subscribed webhook) throws Exception {
        Until.is(() -> count("select count(*) from webhook where id = " + webhook.id() + " and " + condition) == 1, 30);
    }

    @Test
    void aReceiverThatHangsKeepsNobodyWaiting() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        receiver.behave((exchange, number) -> await(end));
        subscribe();
        change(1);
        receiver.await(1);
        try (TestReceiver healthy = new TestReceiver()) {
            subscribe(TestIssuer.oversight(), Map.of("url", healthy.url(), "events", List.of("CATEGORY_CHANGED")));

            IntStream.range(2, 8).forEach(DeliveryTest::change);

            healthy.await(6);
            assertThat(healthy.received()).hasSize(6);
        } finally {
            end.countDown();
        }
    }

    @Test
    void readsAnswersOnlyUpToTheDeadline() throws Exception {
        receiver.behave((exchange, number) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[16];
            while (true) {
                exchange.getResponseBody().write(chunk);
                exchange.getResponseBody().flush();
                pause();
            }
        });
        Subscribed webhook = subscribe();

        test(webhook).body("delivered", equalTo(true)).body("status", equalTo(200));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ValidatableResponse test(Subscribed webhook) {
        return RestAssured.given()
                .post("/api/v1/webhooks/" + webhook.id() + "/test")
                .then()
                .statusCode(200);
    }

    @Test
    void sendsATest_andSaysWhatHappened() throws Exception {
        Subscribed webhook = subscribe();

        test(webhook)
                .body("delivered", equalTo(true))
                .body("status", equalTo(204))
                .body("type", equalTo("TEST"))
                .body("messageId", equalTo(receiver.received().get(0).id()));

        assertThat(receiver.received().get(0).isSignedWith(webhook.secret())).isTrue();
        assertThat(receiver.types()).containsExactly("TEST");
        receiver.behave(TestReceiver.status(503));
        test(webhook).body("delivered", equalTo(false)).body("failure", equalTo("STATUS"));
        receiver.close();
        test(webhook).body("delivered", equalTo(false)).body("failure", equalTo("CONNECTION"));
        get("webhooks/" + webhook.id() + "/deliveries").body("total", equalTo(3));
        get("webhooks/" + webhook.id()).body("status", equalTo("ACTIVE"));
        get("events?after=" + webhook.after()).body("items.type", hasItems("WEBHOOK_CREATED", "WEBHOOK_TESTED"));
    }

    @Test
    void followsNoRedirect() {
        receiver.behave((exchange, number) -> {
            exchange.getResponseHeaders().add("Location", receiver.url());
            exchange.sendResponseHeaders(307, -1);
        });

        test(subscribe()).body("delivered", equalTo(false)).body("status", equalTo(307));

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void replaysFromACursor() throws Exception {
        Subscribed webhook = subscribe();
        IntStream.range(0, 3).forEach(DeliveryTest::change);
        receiver.await(3);
        untilRead(webhook);
        String first = json(receiver.received().get(0)).path("cursor").asText();

        replay(webhook, "?after=" + first).body("after", equalTo(first));

        receiver.await(5);
        List<String> ids = receiver.received().stream().map(Received::id).toList();
        assertThat(ids).containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(1), ids.get(2));
        untilRead(webhook);
        replay(webhook, "");
        change(4);
        receiver.await(6);
        assertThat(receiver.received()).hasSize(6);
        get("events?after=" + webhook.after()).body("items.type", hasItem("WEBHOOK_REPLAYED"));
    }

    private static ValidatableResponse replay(Subscribed webhook, String query) {
        return RestAssured.given()
                .post("/api/v1/webhooks/" + webhook.id() + "/replay" + query)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"));
    }

    /** The receiver holds the answer until the cursor was moved back: the delivery must not move it forward again. */
    @Test
    void aReplayIsNotUndoneByADeliveryInProgress() throws Exception {
        CountDownLatch replayed = new CountDownLatch(1);
        receiver.behave((exchange, number) -> {
            if (number == 1) {
                await(replayed);
            }
            exchange.sendResponseHeaders(204, -1);
        });
        Subscribed webhook = subscribe();
        change(1);
        receiver.await(1);

        replay(webhook, "?after=" + webhook.after());
        replayed.countDown();

        receiver.await(2);
        assertThat(receiver.received().get(1).id())
                .isEqualTo(receiver.received().get(0).id());
        assertThat(receiver.peak()).isEqualTo(1);
    }

    @Test
    void aReceiverThatFailsTooLongIsDisabled_untilAReplay() throws Exception {
        receiver.behave(TestReceiver.status(500));
        Subscribed webhook = subscribe();
        change(1);
        until("attempts > 0", webhook);

        execute("update webhook set failing_since = clock_timestamp() - interval '6 days'");

        until("disabled_at is not null", webhook);
        get("webhooks/" + webhook.id()).body("status", equalTo("DISABLED"));
        get("events?after=" + webhook.after())
                .body("items.find { it.type == 'WEBHOOK_DISABLED' }.actor", equalTo("system"))
                .body("items.find { it.type == 'WEBHOOK_DISABLED' }.detail.failure", equalTo("STATUS"));
        receiver.behave(TestReceiver.status(204));
        int sent = receiver.received().size();
        replay(webhook, "");
        receiver.await(sent + 1);
        assertThat(receiver.received().get(sent).id())
                .isEqualTo(receiver.received().get(0).id());
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAtOnce() throws Exception {
        receiver.behave(TestReceiver.status(410));
        Subscribed webhook = subscribe();

        change(1);

        until("disabled_at is not null", webhook);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void anAgencyGetsItsOwnEvents_withoutNames_untilItEnds() throws Exception {
        registerAll();
        Subscribed own = subscribe(TestIssuer.submitter(AGENCY), Map.of());
        try (TestReceiver others = new TestReceiver()) {
            subscribe(TestIssuer.submitter(OTHER), Map.of("url", others.url()));

            submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);
            change(1);

            receiver.await(2);
            untilRead(own);
            assertThat(receiver.types())
                    .startsWith("WEBHOOK_CREATED")
                    .contains("REPORT_SUBMITTED")
                    .doesNotContain("CATEGORY_CHANGED");
            assertThat(receiver.received()).allSatisfy(message -> {
                assertThat(message.json().path("agency").asText()).isEqualTo(AGENCY);
                assertThat(message.json().has("actor")).isFalse();
                assertThat(message.json().has("address")).isFalse();
            });
            others.await(1);
            assertThat(others.types()).containsExactly("WEBHOOK_CREATED");
        }
        int sent = receiver.received().size();
        execute("update agency set valid_to = '2025-12-31' where code = '" + AGENCY + "'");
        decide(ReportFiles.of(AGENCY, 2024), 1, "RETURN").statusCode(200);
        untilRead(own);
        assertThat(receiver.received()).hasSize(sent);
    }

    /** The second dispatcher has threads and claims of its own, as in another process on the same database. */
    @Test
    void twoReplicasDeliverOnce_inOrder() throws Exception {
        Dispatcher second = new Dispatcher(claims, sender, config, true);
        second.start(null);
        try {
            Subscribed webhook = subscribe();
            int number = 2 * Deliveries.TURN + 10;
            execute("insert into event (at, actor, type, subject, detail)"
                    + " select now(), 'test', 'CATEGORY_CHANGED', 'categories/c' || n, '{}'"
                    + " from generate_series(1, " + number + ") n");

            receiver.await(number);
            untilRead(webhook);

            List<Long> ids = receiver.received().stream()
                    .map(message -> json(message).path("id").asLong())
                    .toList();
            assertThat(ids).hasSize(number).doesNotHaveDuplicates().isSorted();
            assertThat(receiver.peak()).isEqualTo(1);
        } finally {
            second.stop(null);
        }
    }

    @Test
    void theWorkOfAKilledReplicaIsTakenOver_whenItsRightEnds() throws Exception {
        Subscribed webhook = subscribe();
        long began = System.nanoTime();
        execute("update webhook set lease = gen_random_uuid(),"
                + " leased_until = clock_timestamp() + interval '3 seconds' where id = " + webhook.id());

        change(1);

        receiver.await(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        untilRead(webhook);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void keepsTheLastDeliveriesOnly() throws Exception {
        Subscribed webhook = subscribe();
        execute("insert into webhook_delivery (webhook, message_id, type, attempt, at, millis)"
                + " select " + webhook.id() + ", 'event-' || n, 'CATEGORY_CHANGED', 1, now(), 1"
                + " from generate_series(1, 700) n");

        test(webhook);

        assertThat(count("select count(*) from webhook_delivery")).isEqualTo(500);
        get("webhooks/" + webhook.id() + "/deliveries?size=1").body("items[0].type", equalTo("TEST"));
    }

    @Test
    void secretsAreEncrypted_andAnotherKeyIsReported() throws SQLException {
        Subscribed webhook = subscribe();
        assertThat(count("select count(*) from webhook where secret like 'aes:%'"))
                .isEqualTo(1);

        execute("update webhook set secret = 'aes:' || encode(decode(repeat('00', 40), 'hex'), 'base64')");

        test(webhook).body("delivered", equalTo(false)).body("failure", equalTo("SECRET"));
        assertThat(receiver.received()).isEmpty();
    }
}
