package org.gongkai.reminder.due;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The way on which an agency is reminded. */
public enum ReminderChannel {
    /** By mail to the contact of the agency. */
    MAIL(new Text("邮件", "Mail")),
    /** By an event of the type REMINDER_DUE, which is delivered to webhooks. */
    WEBHOOK(new Text("事件推送", "Webhook"));

    private final Text label;

    ReminderChannel(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static ReminderChannel fromString(String name) {
        return ParameterFault.choose("channel", name, values(), ReminderChannel::name);
    }
}
