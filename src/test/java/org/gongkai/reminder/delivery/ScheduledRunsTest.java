package org.gongkai.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.AuditLog;
import org.gongkai.reminder.due.ReminderConfig;
import org.gongkai.reminder.due.ReminderRuns;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Until;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The schedule of reminders, with several replicas. */
@QuarkusTest
class ScheduledRunsTest extends ServiceTest {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    @Inject
    Session session;

    @Inject
    ReminderRuns runs;

    @Inject
    AuditLog auditLog;

    /** The settings of a schedule. */
    private record Times(Optional<List<LocalTime>> schedule) implements ReminderConfig {

        @Override
        public List<Integer> steps() {
            return List.of(-14, -3, 1, 7);
        }

        @Override
        public boolean mail() {
            return false;
        }

        @Override
        public Optional<String> signature() {
            return Optional.empty();
        }

        @Override
        public Duration mailTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration firstRetry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration maxRetry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration giveUp() {
            return Duration.ofDays(1);
        }
    }

    private ScheduledRuns replica(LocalTime... times) {
        return new ScheduledRuns(session, runs, auditLog, new Times(Optional.of(List.of(times))), true);
    }

    @BeforeEach
    void registerAnAgencyWithAWebhook() throws SQLException {
        fixture("schedule", () -> {
            put("districts/430212", Map.of("name", "渌口区", "level", "county")).statusCode(201);
            put("categories/finance", Map.of("name", "财政")).statusCode(201);
            put(
                            "agencies/430212-finance",
                            Map.of("name", "渌口区财政局", "district", "430212", "category", "finance", "kind", "DEPARTMENT"))
                    .statusCode(201);
            put("cycles/2023", "{}").statusCode(201);
        });
        // It is not called: the next attempt is far away.
        execute("""
                insert into webhook (url, office, secret, created_at, created_by, after_transaction, after_event, next_attempt_at)
                values ('https://receiver.example/gongkai', true, 'whsec_AAAA', now(), 'oversight', 0, 0, 'infinity')""");
    }

    @Test
    void runsAtEachTimeOfTheDay_inOneReplica() {
        ScheduledRuns one = replica(MORNING, AFTERNOON);
        ScheduledRuns other = replica(MORNING, AFTERNOON);

        TestClock.stopAt("2024-01-28T00:59:59Z");
        assertThat(one.runIfDue()).isFalse();
        TestClock.stopAt("2024-01-28T01:00:00Z");
        assertThat(one.runIfDue()).isTrue();
        assertThat(other.runIfDue()).isFalse();
        assertThat(one.runIfDue()).isFalse();
        TestClock.stopAt("2024-01-28T07:30:00Z");
        assertThat(other.runIfDue()).isTrue();
        TestClock.stopAt("2024-01-28T16:00:00Z");
        assertThat(one.runIfDue()).isFalse();

        get("reminders")
                .body("items.step", contains(-3))
                .body("items.createdBy", contains("system"))
                .body("items.createdAt", contains("2024-01-28T01:00:00Z"));
        get("events")
                .body("items.findAll { it.type == 'REMINDERS_SENT' }.size()", equalTo(1))
                .body("items.findAll { it.type == 'REMINDER_DUE' }.actor", contains("system"));
    }

    @Test
    void makesUpForARunThatWasMissed_onTheSameDay() {
        TestClock.stopAt("2024-01-28T12:00:00Z");

        assertThat(replica(MORNING, AFTERNOON).runIfDue()).isTrue();
        assertThat(replica(MORNING, AFTERNOON).runIfDue()).isFalse();
    }

    @Test
    void isTakenOverFromAReplicaThatDiesDuringTheRun() throws SQLException {
        TestClock.stopAt("2024-01-28T01:00:00Z");
        ScheduledRuns other = replica(MORNING);
        try (Connection dying = connection();
                Statement statement = dying.createStatement()) {
            dying.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('reminder_run'))");
            statement.execute("insert into reminder_run (day, time, ran_at) values ('2024-01-28', '09:00', now())");

            assertThat(other.runIfDue()).isFalse();
            dying.rollback();
        }

        assertThat(other.runIfDue()).isTrue();
        get("reminders").body("total", equalTo(1));
    }

    @Tag("thorough")
    @Test
    void runsByItself() throws Exception {
        TestClock.stopAt("2024-01-28T01:00:00Z");
        ScheduledRuns replica = replica(MORNING);

        replica.start(new StartupEvent());
        try {
            Until.is(() -> count("select count(*) from reminder") == 1, 30);
        } finally {
            replica.stop(new ShutdownEvent());
        }
    }
}
