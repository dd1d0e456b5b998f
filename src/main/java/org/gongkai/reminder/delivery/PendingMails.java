package org.gongkai.reminder.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.gongkai.reminder.due.ReminderConfig;
import org.gongkai.reminder.due.ReminderReason;
import org.gongkai.sql.NamedSql;
import org.gongkai.webhook.transport.Backoff;
import org.hibernate.Session;

/**
 * Gives the right to send a mail to one replica at a time, and stores the results. The right ends by itself if the
 * replica dies, and another one takes over. Each step is a short transaction of its own, so no connection to the database is in use
 * while the mail server is called. A step that finds that its right has ended changes nothing.
 */
@ApplicationScoped
class PendingMails {

    /** The time that a right lasts longer than an attempt can. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private static final NamedSql CLAIM = NamedSql.of("""
            update reminder r
            set lease = cast(:'lease' as uuid), leased_until = clock_timestamp() + make_interval(secs => :'seconds')
            from (select id
                  from reminder
                  where state = 'PENDING' and next_attempt_at <= clock_timestamp()
                    and (leased_until is null or leased_until <= clock_timestamp())
                  order by next_attempt_at, id
                  limit 1
                  for update skip locked) next
            where r.id = next.id
            returning r.id""");

    private static final NamedSql READ = NamedSql.of("""
            select r.year, r.reason, r.deadline, r.attempts, a.name, t.email, coalesce(g.revision, r.revision) as revision,
                   coalesce(g.open_warnings, r.open_warnings) as open_warnings,
                   g.agency is not null
                       and not exists (select 1 from reminder n
                                       where n.year = r.year and n.agency = r.agency and n.reason = r.reason
                                         and n.channel = r.channel and (n.day, n.step) > (r.day, r.step)) as needed
            from reminder r
            join agency a on a.code = r.agency
            left join agency_contact t on t.agency = r.agency
            left join reminder_ground g
                on g.year = r.year and g.agency = r.agency and g.reason = r.reason and g.day = r.day
            where r.id = :'reminder' and r.lease = cast(:'lease' as uuid)""");

    private static final NamedSql END = NamedSql.of("""
            update reminder
            set state = :'state', sent_at = cast(:'sentAt' as timestamptz), attempts = attempts + :'attempts',
                failure = null, detail = null, lease = null, leased_until = null
            where id = :'reminder' and lease = cast(:'lease' as uuid)""");

    private static final NamedSql FAILED = NamedSql.of("""
            update reminder
            set state = case when :'permanent' or pending_since <= clock_timestamp() - make_interval(secs => :'patience')
                             then 'FAILED' else 'PENDING' end,
                attempts = attempts + 1, failure = :'failure', detail = :'detail',
                next_attempt_at = clock_timestamp() + make_interval(secs => :'delay'), lease = null, leased_until = null
            where id = :'reminder' and lease = cast(:'lease' as uuid)""");

    private final Session session;
    private final Backoff backoff;
    private final double seconds;
    private final double patience;

    PendingMails(Session session, ReminderConfig config) {
        this.session = session;
        this.backoff = new Backoff(config.firstRetry(), config.maxRetry(), () -> ThreadLocalRandom.current()
                .nextDouble());
        this.seconds = seconds(config.mailTimeout().plus(MARGIN));
        this.patience = seconds(config.giveUp());
    }

    /** Claims the mail that has waited longest; empty if none is due. */
    Optional<MailClaim> claim() {
        UUID lease = UUID.randomUUID();
        return QuarkusTransaction.requiringNew()
                .call(() -> session.doReturningWork(connection -> CLAIM
                        .list(
                                connection,
                                Map.of("lease", lease.toString(), "seconds", seconds),
                                row -> new MailClaim(row.getLong("id"), lease))
                        .stream()
                        .findFirst()));
    }

    /** Reads a mail, with what is registered of its agency now; empty if the right has ended. */
    Optional<PendingMail> read(MailClaim claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.doReturningWork(
                        connection -> READ.list(connection, parameters(claim), row -> mail(row, claim)).stream()
                                .findFirst()));
    }

    /** Stores that the mail server has taken the mail. */
    void sent(MailClaim claim, Instant at) {
        end(claim, "SENT", at);
    }

    /** Stores that the mail is no longer needed. */
    void obsolete(MailClaim claim) {
        end(claim, "OBSOLETE", null);
    }

    private void end(MailClaim claim, String state, Instant sentAt) {
        Map<String, Object> parameters = parameters(claim);
        parameters.put("state", state);
        parameters.put("sentAt", sentAt);
        parameters.put("attempts", sentAt == null ? 0 : 1);
        update(END, parameters);
    }

    /** Stores a failure: the mail waits for its next attempt, or has failed for good. */
    void failed(PendingMail mail, MailFailure failure, String detail) {
        Map<String, Object> parameters = parameters(mail.claim());
        parameters.put("permanent", failure.isPermanent());
        parameters.put("patience", patience);
        parameters.put("failure", failure.name());
        parameters.put("detail", detail);
        parameters.put("delay", seconds(backoff.after(mail.attempts() + 1)));
        update(FAILED, parameters);
    }

    private void update(NamedSql statement, Map<String, Object> parameters) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.doWork(connection -> statement.execute(connection, parameters)));
    }

    private static Map<String, Object> parameters(MailClaim claim) {
        return new HashMap<>(
                Map.of("reminder", claim.reminder(), "lease", claim.lease().toString()));
    }

    private static PendingMail mail(ResultSet row, MailClaim claim) throws SQLException {
        return new PendingMail(
                claim,
                row.getString("name"),
                row.getString("email"),
                row.getInt("year"),
                ReminderReason.valueOf(row.getString("reason")),
                row.getObject("deadline", LocalDate.class),
                row.getObject("revision", Integer.class),
                row.getLong("open_warnings"),
                row.getInt("attempts"),
                row.getBoolean("needed"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
