package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.reminder.delivery.TestMailServer;
import org.gongkai.testing.Until;
import org.gongkai.text.BeijingTime;
import org.gongkai.webhook.delivery.TestReceiver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replicas that are killed while they work in the background: one in a run of reminders, the next one while it delivers an
 * event and sends a mail. The last one finishes all of it.
 */
@Tag("thorough")
@Timeout(300)
class PackagedTakeoverIT {

    private static final int AGENCIES = 5;

    /** A run has the lock that only one replica at a time can have, and waits for the table of the reminders. */
    private static final String WAITING = """
            select count(*)
            from pg_stat_activity a
            join pg_locks held on held.pid = a.pid and held.locktype = 'advisory' and held.granted
            join pg_locks wanted on wanted.pid = a.pid and wanted.relation = 'reminder'::regclass and not wanted.granted
            where a.application_name = '%s'""";

    private final CountDownLatch killed = new CountDownLatch(1);
    private final AtomicBoolean isFirstMail = new AtomicBoolean(true);

    @Test
    void theWorkOfKilledReplicasIsTakenOver_andDoneOnce(@TempDir Path folder) throws Exception {
        int port = freePort();
        try (TestReceiver receiver = new TestReceiver();
                TestMailServer mails = new TestMailServer(port);
                Replicas replicas = new Replicas(folder, settings(port))) {
            register(replicas);
            subscribe(replicas, receiver);
            receiver.behave((exchange, number) -> {
                if (number == 1) {
                    await(killed);
                }
                exchange.sendResponseHeaders(204, -1);
            });
            mails.behave(command -> {
                if (command.equals(".") && isFirstMail.getAndSet(false)) {
                    await(killed);
                }
                return null;
            });

            List<Integer> left = killDuringARun(replicas);
            receiver.await(1);
            Until.is(() -> !isFirstMail.get());
            replicas.get(left.get(0)).kill();
            replicas.unfreeze(left.get(1));
            killed.countDown();

            receiver.await(AGENCIES + 1);
            mails.await(AGENCIES + 1);
            untilDone(replicas);
            checkEvents(replicas, left.get(1), receiver);
            checkMails(mails);
        }
    }

    private static Map<String, String> settings(int port) {
        return Map.ofEntries(
                Map.entry("GONGKAI_WEBHOOKS_ALLOW_PRIVATE_NETWORKS", "true"),
                Map.entry("GONGKAI_WEBHOOKS_TIMEOUT", "1s"),
                Map.entry("GONGKAI_REMINDERS_MAIL", "true"),
                Map.entry("GONGKAI_REMINDERS_MAIL_TIMEOUT", "1s"),
                // Due on every day after the end of a year.
                Map.entry("GONGKAI_REMINDERS_STEPS", "-365"),
                Map.entry("GONGKAI_REMINDERS_SCHEDULE", "00:00"),
                Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MAILER_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_MAILER_FROM", "office@zhuzhou.example"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void register(Replicas replicas) throws Exception {
        replicas.load("districts", "code,name,parent,level\n430200,株洲市,,city");
        replicas.load("categories", "code,name\nfinance,财政");
        replicas.load(
                "agencies",
                IntStream.range(0, AGENCIES)
                        .mapToObj("agency-%1$d,机关%1$d,430200,finance,DEPARTMENT,agency-%1$d@zhuzhou.example"::formatted)
                        .collect(Collectors.joining("\n", "code,name,district,category,kind,email\n", "")));
    }

    private static void subscribe(Replicas replicas, TestReceiver receiver) throws Exception {
        replicas.oversight(0)
                .contentType("application/json")
                .body(Map.of("url", receiver.url(), "events", List.of("REMINDER_DUE")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
    }

    /**
     * Kills the replica that works out the reminders, before it has stored them. The other replicas see the end of its
     * transaction only after that, and one of them hangs meanwhile.
     *
     * @return the other replicas: the one that does the run, and the one that hangs
     */
    private static List<Integer> killDuringARun(Replicas replicas) throws Exception {
        List<Integer> left = new ArrayList<>(List.of(0, 1, 2));
        try (Connection connection = replicas.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table reminder in exclusive mode");
            openTheYear(replicas);
            Until.is(() -> left.stream().anyMatch(number -> isRunning(replicas, number)));
            int running = left.stream()
                    .filter(number -> isRunning(replicas, number))
                    .findFirst()
                    .orElseThrow();
            replicas.get(running).kill();
            left.remove(Integer.valueOf(running));
            replicas.freeze(left.get(1));
            connection.rollback();
        }
        return left;
    }

    /** Opens the last year, whose reports are due, and lets the run of the day be done again. */
    private static void openTheYear(Replicas replicas) throws Exception {
        replicas.oversight(0)
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/cycles/" + BeijingTime.lastYearOver(Instant.now()))
                .then()
                .statusCode(201);
        replicas.database().execute("delete from reminder_run");
    }

    private static boolean isRunning(Replicas replicas, int number) {
        try {
            return replicas.database().count(WAITING.formatted(Replicas.name(number))) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilDone(Replicas replicas) throws Exception {
        Until.is(() -> replicas.database().count("select count(*) from webhook where lease is not null") == 0);
        Until.is(() -> replicas.database().count("select count(*) from reminder where state = 'PENDING'") == 0);
    }

    /** Every reminder is one event; only the one that was under way arrives twice, with the same identifier. */
    private static void checkEvents(Replicas replicas, int last, TestReceiver receiver) throws Exception {
        List<String> ids =
                receiver.received().stream().map(TestReceiver.Received::id).toList();

        assertThat(ids).hasSize(AGENCIES + 1);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.subList(1, ids.size())).doesNotHaveDuplicates();
        List<String> types =
                replicas.oversight(last).get("/api/v1/events?limit=500").path("items.type");
        assertThat(types).filteredOn("REMINDER_DUE"::equals).hasSize(AGENCIES);
        assertThat(types).filteredOn("REMINDERS_SENT"::equals).hasSize(1);
    }

    /** Every agency gets one mail; only the one that was under way arrives twice, with the same identifier. */
    private static void checkMails(TestMailServer mails) {
        List<String> ids =
                mails.received().stream().map(mail -> mail.header("Message-ID")).toList();

        assertThat(ids).hasSize(AGENCIES + 1);
        assertThat(new HashSet<>(ids)).hasSize(AGENCIES);
        assertThat(mails.received().stream()
                        .map(TestMailServer.ReceivedMail::recipient)
                        .distinct())
                .hasSize(AGENCIES);
    }
}
