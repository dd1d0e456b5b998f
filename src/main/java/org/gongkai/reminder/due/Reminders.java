package org.gongkai.reminder.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.security.Actor;
import org.gongkai.sql.NamedSql;
import org.hibernate.Session;

/**
 * Stores the reminders that are due. Those by webhook are events in the audit log, which are delivered from there; those
 * by mail wait for a replica that sends them. What is stored already stays as it is, so any number of replicas may work
 * out the same reminders.
 */
@ApplicationScoped
class Reminders {

    private static final NamedSql STORE = NamedSql.of(DueReminders.DUE + """
            insert into reminder as r (year, agency, reason, day, step, channel, state, deadline, revision, open_warnings,
                                       created_at, created_by, sent_at)
            select d.year, d.agency, d.reason, d.day, d.step, c.channel, c.state, d.deadline, d.revision, d.open_warnings,
                   :'now', :'actor', case c.state when 'SENT' then cast(:'now' as timestamptz) end
            from due d
            cross join lateral (values ('MAIL', 'PENDING', d.by_mail), ('WEBHOOK', 'SENT', d.by_webhook))
                as c (channel, state, reachable)
            where c.reachable
            order by d.year, d.agency, d.reason, c.channel
            on conflict on constraint reminder_once do update
                set state = 'PENDING', attempts = 0, failure = null, detail = null, pending_since = clock_timestamp(),
                    next_attempt_at = clock_timestamp()
                where r.state = 'FAILED' and :'retry'
            returning r.year, r.agency, r.reason, r.day, r.step, r.channel, r.deadline, r.revision, r.open_warnings""");

    private final Session session;
    private final DueReminders due;
    private final AuditLog auditLog;

    Reminders(Session session, DueReminders due, AuditLog auditLog) {
        this.session = session;
        this.due = due;
        this.auditLog = auditLog;
    }

    /**
     * The number of reminders that were stored, by channel.
     *
     * @param mails mails that wait to be sent
     * @param webhooks events for webhooks
     */
    record Stored(int mails, int webhooks) {}

    /** A stored reminder: its channel, and the entry of the audit log about it. */
    private record Row(ReminderChannel channel, AuditEntry entry) {}

    /**
     * Stores the reminders that are due and not stored yet. Needs a transaction.
     *
     * @param retry whether mails that have failed are sent again
     */
    Stored store(DueScope scope, boolean retry, Actor actor) {
        Map<String, Object> parameters = new HashMap<>(due.parameters(scope));
        parameters.put("now", scope.at());
        parameters.put("actor", actor.name());
        parameters.put("retry", retry);
        List<Row> rows = session.doReturningWork(connection -> STORE.list(connection, parameters, Reminders::row));
        List<AuditEntry> events = rows.stream()
                .filter(row -> row.channel() == ReminderChannel.WEBHOOK)
                .map(Row::entry)
                .toList();
        if (!events.isEmpty()) {
            auditLog.record(events, actor);
        }
        return new Stored(rows.size() - events.size(), events.size());
    }

    private static Row row(ResultSet row) throws SQLException {
        String agency = row.getString("agency");
        int year = row.getInt("year");
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("reason", row.getString("reason"));
        detail.put("deadline", row.getString("deadline"));
        detail.put("day", row.getString("day"));
        detail.put("step", row.getInt("step"));
        detail.put("openWarnings", row.getLong("open_warnings"));
        AuditEntry entry = new AuditEntry(
                EventType.REMINDER_DUE,
                "reports/" + agency + "/" + year,
                agency,
                year,
                row.getObject("revision", Integer.class),
                null,
                null,
                detail);
        return new Row(ReminderChannel.valueOf(row.getString("channel")), entry);
    }
}
