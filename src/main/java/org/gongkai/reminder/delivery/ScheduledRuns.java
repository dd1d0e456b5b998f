package org.gongkai.reminder.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.audit.AuditLog;
import org.gongkai.background.RepeatedTask;
import org.gongkai.reminder.due.DueScope;
import org.gongkai.reminder.due.ReminderConfig;
import org.gongkai.reminder.due.ReminderRuns;
import org.gongkai.security.Actor;
import org.gongkai.text.BeijingTime;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Works out reminders at the configured times, in one replica. The run and the row that marks it as done are one
 * transaction: if the replica dies meanwhile, the row is gone as well, and another replica does the run. A run that was
 * missed because no replica was up is done later on the same day.
 */
@ApplicationScoped
class ScheduledRuns {

    private static final Logger LOG = Logger.getLogger(ScheduledRuns.class);

    private static final Duration TICK = Duration.ofSeconds(5);

    /** Only one replica at a time tries, and the others do not wait for it. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('reminder_run'))";

    private static final String MARK = """
            insert into reminder_run (day, time, ran_at) values (:day, :time, :now)
            on conflict on constraint reminder_run_pk do nothing""";

    private final Session session;
    private final ReminderRuns runs;
    private final AuditLog auditLog;
    private final List<LocalTime> times;
    private final boolean serves;
    private final RepeatedTask tick = new RepeatedTask(
            "reminder-schedule", TICK, LOG, "The reminders of the schedule are worked out later", this::runIfDue);

    /**
     * Creates the schedule.
     *
     * @param serves whether the process serves requests: a command runs nothing
     */
    ScheduledRuns(
            Session session,
            ReminderRuns runs,
            AuditLog auditLog,
            ReminderConfig config,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.session = session;
        this.runs = runs;
        this.auditLog = auditLog;
        this.times = config.schedule().orElse(List.of());
        this.serves = serves;
    }

    void start(@Observes StartupEvent started) {
        if (serves && !times.isEmpty()) {
            tick.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        tick.stop(Duration.ZERO);
    }

    /** Does the run of the last of today's times that has come, unless it was done. Returns whether it was done now. */
    boolean runIfDue() {
        Instant now = auditLog.now();
        LocalDateTime local = BeijingTime.at(now);
        return lastTime(local.toLocalTime())
                .map(time -> QuarkusTransaction.requiringNew().call(() -> run(local.toLocalDate(), time, now)))
                .orElse(false);
    }

    private Optional<LocalTime> lastTime(LocalTime now) {
        return times.stream().filter(time -> !time.isAfter(now)).max(Comparator.naturalOrder());
    }

    private boolean run(LocalDate day, LocalTime time, Instant now) {
        if (!session.createNativeQuery(TRY_LOCK, Boolean.class).getSingleResult()) {
            return false;
        }
        int marked = session.createNativeMutationQuery(MARK)
                .setParameter("day", day)
                .setParameter("time", time)
                .setParameter("now", now)
                .executeUpdate();
        if (marked == 0) {
            return false;
        }
        runs.run(DueScope.everywhere(BeijingTime.lastYearOver(now), now), false, Actor.SYSTEM);
        return true;
    }
}
