package org.gongkai.reminder.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.reminder.due.Reminders.Stored;
import org.gongkai.security.Actor;

/** Works out reminders and sends those that were not sent yet. */
@ApplicationScoped
public class ReminderRuns {

    private final DueReminders due;
    private final Reminders reminders;
    private final AuditLog auditLog;
    private final boolean mail;

    ReminderRuns(DueReminders due, Reminders reminders, AuditLog auditLog, ReminderConfig config) {
        this.due = due;
        this.reminders = reminders;
        this.auditLog = auditLog;
        this.mail = config.mail();
    }

    /** Returns what is due, whether or not it was sent. */
    @Transactional
    public List<DueReminder> due(DueScope scope, boolean unreached) {
        return due.list(scope).stream()
                .filter(one -> !unreached || one.isUnreached())
                .toList();
    }

    /**
     * Returns what is due, without sending anything.
     *
     * @param unreached whether only agencies are listed that are reached on no channel
     */
    @Transactional
    public ReminderRun list(DueScope scope, boolean unreached) {
        List<DueReminder> list = due(scope, unreached);
        int mails = count(list, true);
        return answer(scope, true, new Stored(mails, count(list, false)), list);
    }

    private static int count(List<DueReminder> list, boolean isMail) {
        return (int) list.stream()
                .map(one -> isMail ? one.mail() : one.webhook())
                .filter(state -> state == ChannelState.DUE)
                .count();
    }

    /**
     * Sends what is due and was not sent yet.
     *
     * @param asked whether a person has asked for it: mails that have failed are sent again then
     */
    @Transactional
    public ReminderRun run(DueScope scope, boolean asked, Actor actor) {
        Stored stored = reminders.store(scope, asked, actor);
        ReminderRun run = answer(scope, false, stored, due.list(scope));
        if (asked || stored.mails() + stored.webhooks() > 0) {
            auditLog.record(
                    AuditEntry.of(EventType.REMINDERS_SENT, "reminders", null, null)
                            .about(scope.year())
                            .with(Map.of(
                                    "due", run.due(),
                                    "mails", run.mails(),
                                    "webhooks", run.webhooks(),
                                    "unreached", run.unreached())),
                    actor);
        }
        return run;
    }

    private ReminderRun answer(DueScope scope, boolean dryRun, Stored stored, List<DueReminder> list) {
        int unreached = (int) list.stream().filter(DueReminder::isUnreached).count();
        return new ReminderRun(
                scope.year(),
                scope.today(),
                dryRun,
                due.steps().days(),
                mail,
                list.size(),
                stored.mails(),
                stored.webhooks(),
                unreached,
                list.subList(0, Math.min(list.size(), ReminderRun.MAX_ITEMS)));
    }
}
