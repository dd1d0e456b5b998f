package org.gongkai.reminder.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.audit.EventType;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.sql.NamedSql;
import org.hibernate.Session;

/**
 * Works out who must be reminded of what. Of the steps that an agency has reached for a reason, only the last one is due:
 * a service that did not run for a while does not send all of them. Every method needs a transaction.
 */
@ApplicationScoped
public class DueReminders {

    /** The reminders that are due, with the channels on which their agencies can be reached. */
    static final String DUE = """
            with due as (
                select g.year, g.agency, g.reason, g.deadline, g.day, s.step, g.revision, g.open_warnings,
                       a.name, a.kind, a.district, a.category, t.contact_person, t.telephone, t.email,
                       :'mail' and t.email is not null as by_mail,
                       exists (select 1 from webhook w
                               where w.disabled_at is null and (w.agencies is null or g.agency = any(w.agencies))
                                 and (w.events is null or :'event' = any(w.events))) as by_webhook
                from reminder_ground g
                cross join lateral (
                    select max(n.step) as step
                    from unnest(:'steps') as n (step)
                    where g.day + n.step <= :'today' and g.day + n.step >= coalesce(g.since, '-infinity')
                ) s
                join agency a on a.code = g.agency
                join district d on d.code = a.district
                left join agency_contact t on t.agency = g.agency
                where g.year = :'year' and s.step is not null
                  and (:'all' or g.agency = any(:'agencies'))
                  and (cardinality(:'districts') = 0
                       or exists (select 1 from district named
                                  where named.code = any(:'districts') and starts_with(d.path, named.path)))
            )""";

    private static final NamedSql LIST = NamedSql.of(DUE + """
            select d.*, i.name as district_name, k.name as category_name, m.state as mail, w.state as webhook
            from due d
            join district i on i.code = d.district
            join category k on k.code = d.category
            left join reminder m
                on m.year = d.year and m.agency = d.agency and m.reason = d.reason and m.day = d.day and m.step = d.step
                   and m.channel = 'MAIL'
            left join reminder w
                on w.year = d.year and w.agency = d.agency and w.reason = d.reason and w.day = d.day and w.step = d.step
                   and w.channel = 'WEBHOOK'
            order by d.agency, d.reason""");

    private final Session session;
    private final Steps steps;
    private final boolean mail;

    DueReminders(Session session, ReminderConfig config) {
        this.session = session;
        this.steps = new Steps(config.steps());
        this.mail = config.mail();
    }

    /** Returns the configured steps. */
    public Steps steps() {
        return steps;
    }

    /** Returns the reminders that are due, by code of the agency, whether or not they were sent. */
    public List<DueReminder> list(DueScope scope) {
        LocalDate today = scope.today();
        return session.doReturningWork(
                connection -> LIST.list(connection, parameters(scope), row -> reminder(row, today)));
    }

    /** Returns the parameters of {@link #DUE}. */
    Map<String, Object> parameters(DueScope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("year", scope.year());
        parameters.put("today", scope.today());
        parameters.put("steps", steps.array());
        parameters.put("mail", mail);
        parameters.put("event", EventType.REMINDER_DUE.name());
        parameters.put("all", scope.agencies().isEmpty());
        parameters.put("agencies", scope.agencies().orElse(Set.of()).toArray(String[]::new));
        parameters.put("districts", scope.districts().toArray(String[]::new));
        return parameters;
    }

    private static DueReminder reminder(ResultSet row, LocalDate today) throws SQLException {
        LocalDate deadline = row.getObject("deadline", LocalDate.class);
        return new DueReminder(
                new Named(row.getString("agency"), row.getString("name")),
                AgencyKind.valueOf(row.getString("kind")),
                new Named(row.getString("district"), row.getString("district_name")),
                new Named(row.getString("category"), row.getString("category_name")),
                row.getInt("year"),
                ReminderReason.valueOf(row.getString("reason")),
                deadline,
                ChronoUnit.DAYS.between(today, deadline),
                row.getObject("day", LocalDate.class),
                row.getInt("step"),
                row.getObject("revision", Integer.class),
                row.getLong("open_warnings"),
                row.getString("contact_person"),
                row.getString("telephone"),
                row.getString("email"),
                state(row.getString("mail"), row.getBoolean("by_mail")),
                state(row.getString("webhook"), row.getBoolean("by_webhook")));
    }

    private static ChannelState state(String stored, boolean isReachable) {
        if (stored != null) {
            return ChannelState.valueOf(stored);
        }
        return isReachable ? ChannelState.DUE : ChannelState.NONE;
    }
}
