package org.gongkai.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.reminder.delivery.TestMailServer.ReceivedMail;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reminders by mail to a real server that works, refuses, hangs, is away and recovers. */
@Tag("thorough")
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
@Timeout(120)
class MailTest extends ServiceTest {

    private static final String FINANCE = "430212-finance";
    private static final String TAX = "430212-tax";
    private static final String ADDRESS = "liming@lukou.example";

    @Inject
    PendingMails mails;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private TestMailServer server;

    @BeforeEach
    void registerAgencies() throws IOException {
        fixture("mails", () -> {
            put("districts/430212", Map.of("name", "渌口区", "level", "county")).statusCode(201);
            put("categories/finance", Map.of("name", "财政")).statusCode(201);
            agency(FINANCE, "渌口区财政局", ADDRESS);
            agency(TAX, "渌口区税务局", "wangfang@lukou.example");
            put("cycles/2023", "{}").statusCode(201);
        });
        TestClock.stopAt("2024-01-28T01:00:00Z");
        server = new TestMailServer(port);
    }

    private static void agency(String code, String name, String email) {
        put(
                        "agencies/" + code,
                        Map.of(
                                "name", name,
                                "district", "430212",
                                "category", "finance",
                                "kind", "DEPARTMENT",
                                "email", email))
                .statusCode(201);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    private static ValidatableResponse send() {
        return post("reminders?year=2023", "").statusCode(200);
    }

    private static ValidatableResponse log(String agency) {
        return get("reminders?channel=MAIL&agency=" + agency).statusCode(200);
    }

    private void until(String agency, String condition) throws Exception {
        Until.is(
                () -> count("select count(*) from reminder where agency = '" + agency + "' and " + condition) == 1, 30);
    }

    @Test
    void sendsWhatAnOfficeWouldWrite_once() throws Exception {
        Metrics before = Metrics.scrape();
        send().body("mails", equalTo(2))
                .body("unreached", equalTo(0))
                .body("items.mail", contains("PENDING", "PENDING"));

        until(FINANCE, "state = 'SENT'");
        until(TAX, "state = 'SENT'");

        assertThat(server.received())
                .extracting(ReceivedMail::recipient)
                .containsExactlyInAnyOrder(ADDRESS, "wangfang@lukou.example");
        ReceivedMail mail = of(ADDRESS).get(0);
        assertThat(mail.header("Subject")).isEqualTo("【催报】2023年度政府信息公开工作年度报告报送提醒");
        assertThat(mail.header("From")).contains("office@zhuzhou.example");
        assertThat(mail.header("Message-ID")).matches("<reminder-[0-9]+@zhuzhou.example>");
        assertThat(mail.header("Content-Type")).startsWith("text/plain");
        assertThat(mail.text())
                .startsWith("渌口区财政局：")
                .contains("应当在2024年1月31日前（含当日）报送2023年度政府信息公开工作年度报告", "距期限还有3天")
                .contains(NonDefaultSettings.SIGNATURE, "2024年1月28日");
        log(FINANCE)
                .body("items.state", contains("SENT"))
                .body("items[0].sentAt", equalTo("2024-01-28T01:00:00Z"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].step", equalTo(-3));
        send().body("mails", equalTo(0)).body("items.mail", contains("SENT", "SENT"));
        assertThat(Metrics.scrape().since(before, "gongkai_reminder_mails_total"))
                .containsEntry("gongkai_reminder_mails_total{outcome=\"sent\"}", 2.0);
        assertThat(count("select count(*) from event e where e::text like '%lukou.example%'"))
                .isZero();
    }

    private List<ReceivedMail> of(String address) {
        return server.received().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }

    @Test
    void repeatsAMailThatIsRefusedForNow_whileOthersAreSent() throws Exception {
        server.behave(command -> command.contains(ADDRESS) ? "450 4.2.0 <" + ADDRESS + "> greylisted" : null);

        send();
        until(TAX, "state = 'SENT'");
        until(FINANCE, "state = 'PENDING' and attempts > 1");
        log(FINANCE)
                .body("items[0].failure", equalTo("DEFERRED"))
                .body("items[0].failureDetail", containsString("greylisted"))
                .body("items[0].failureDetail", not(containsString(ADDRESS)))
                .body("items[0].nextAttemptAt", notNullValue());
        server.behave(command -> null);
        until(FINANCE, "state = 'SENT'");

        assertThat(of(ADDRESS)).hasSize(1);
        log(FINANCE).body("items[0].failure", nullValue()).body("items[0].attempts", greaterThan(2));
    }

    @Test
    void givesUpAnAddressThatIsRejected_untilSomebodyAsks() throws Exception {
        server.behave(
                command -> command.startsWith("RCPT") && command.contains(ADDRESS) ? "550 5.1.1 no such user" : null);

        send();
        until(FINANCE, "state = 'FAILED'");

        log(FINANCE).body("items[0].failure", equalTo("REJECTED")).body("items[0].attempts", equalTo(1));
        server.behave(command -> null);
        send().body("mails", equalTo(1));
        until(FINANCE, "state = 'SENT'");
        assertThat(of(ADDRESS)).hasSize(1);
    }

    @Test
    void waitsForAServerThatIsAway() throws Exception {
        server.close();

        send();
        until(FINANCE, "attempts > 0");
        log(FINANCE).body("items[0].failure", equalTo("CONNECTION")).body("items[0].state", equalTo("PENDING"));
        server = new TestMailServer(port);
        until(FINANCE, "state = 'SENT'");
        until(TAX, "state = 'SENT'");

        assertThat(server.received()).hasSize(2);
    }

    @Test
    void endsTheConnectionToAServerThatHangs_andDoublesNothing() throws Exception {
        server.behave(command -> command.startsWith("MAIL") ? TestMailServer.HANGS : null);

        send();
        Until.is(() -> server.hanging() > 2, 30);
        log(FINANCE).body("items[0].state", equalTo("PENDING"));
        Until.is(
                () -> count("select count(*) from reminder where failure = 'TIMEOUT'") > 0 && server.connections() <= 1,
                30);
        server.behave(command -> null);
        until(FINANCE, "state = 'SENT'");
        until(TAX, "state = 'SENT'");

        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aServerThatHangsKeepsNoRequestWaiting() throws Exception {
        server.behave(command -> TestMailServer.HANGS);
        send();
        Until.is(() -> server.hanging() > 0, 30);

        send().body("mails", equalTo(0));
        get("reminders").statusCode(200).body("total", equalTo(2));
    }

    @Test
    void failsAfterALongTime() throws Exception {
        server.behave(command -> command.startsWith("MAIL") ? "451 4.3.0 try later" : null);
        send();
        until(FINANCE, "attempts > 0");

        execute("update reminder set pending_since = pending_since - interval '2 days'");

        until(FINANCE, "state = 'FAILED' and failure = 'DEFERRED'");
    }

    @Test
    void doesNotRemindAnAgencyThatHasReportedMeanwhile() throws Exception {
        server.close();
        send();
        until(FINANCE, "attempts > 0");
        submit(ReportFiles.of(FINANCE, 2023)).statusCode(201);

        server = new TestMailServer(port);
        until(FINANCE, "state = 'OBSOLETE'");
        until(TAX, "state = 'SENT'");

        assertThat(of(ADDRESS)).isEmpty();
    }

    @Test
    void sendsOnlyTheLaterStep() throws Exception {
        server.close();
        send();
        until(FINANCE, "attempts > 0");
        TestClock.stopAt("2024-02-01T01:00:00Z");
        send().body("mails", equalTo(2));

        server = new TestMailServer(port);
        until(FINANCE, "state = 'SENT' and step = 1");
        until(FINANCE, "state = 'OBSOLETE' and step = -3");

        assertThat(of(ADDRESS)).hasSize(1);
        assertThat(of(ADDRESS).get(0).text()).contains("已逾期1天");
    }

    @Test
    void failsIfTheAddressWasRemoved() throws Exception {
        server.close();
        send();
        put(
                        "agencies/" + FINANCE,
                        Map.of(
                                "name", "渌口区财政局",
                                "district", "430212",
                                "category", "finance",
                                "kind", "DEPARTMENT",
                                "email", ""))
                .statusCode(200);

        until(FINANCE, "state = 'FAILED' and failure = 'NO_ADDRESS'");
    }

    /** The test is the replica that claims a mail and dies, with the server in the state of having received nothing. */
    @Test
    void isTakenOverFromAReplicaThatDies() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        server.behave(command -> await(claimed));
        execute("""
                insert into reminder (year, agency, reason, day, step, channel, state, deadline, open_warnings, created_at, created_by,
                                      lease, leased_until)
                values (2023, '430212-finance', 'MISSING', '2024-01-31', -3, 'MAIL', 'PENDING', '2024-01-31', 0, now(), 'oversight',
                        gen_random_uuid(), clock_timestamp() + interval '1 hour')""");
        claimed.countDown();

        assertThat(mails.claim()).isEmpty();
        execute("update reminder set leased_until = clock_timestamp()");
        until(FINANCE, "state = 'SENT' and lease is null");

        assertThat(of(ADDRESS)).hasSize(1);
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** A replica that was thought to be dead comes back: it stores nothing about a mail that another one has sent. */
    @Test
    void aReplicaThatLostItsRightChangesNothing() throws Exception {
        send();
        until(FINANCE, "state = 'SENT'");
        long id = count("select id from reminder where agency = '430212-finance'");
        MailClaim lost = new MailClaim(id, UUID.randomUUID());

        assertThat(mails.read(lost)).isEmpty();
        mails.obsolete(lost);

        log(FINANCE).body("items[0].state", equalTo("SENT"));
    }
}
