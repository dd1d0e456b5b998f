package org.gongkai.reminder.due;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The state of a reminder. */
public enum ReminderState {
    /** It waits for the mail server. */
    PENDING(new Text("待发送", "Pending")),
    /** The mail server has taken it, or the event for webhooks was recorded. */
    SENT(new Text("已发送", "Sent")),
    /** It could not be sent, and is not tried again by itself. */
    FAILED(new Text("发送失败", "Failed")),
    /** The agency has done its part before it was sent, or a later step took its place. */
    OBSOLETE(new Text("无需发送", "Obsolete"));

    private final Text label;

    ReminderState(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static ReminderState fromString(String name) {
        return ParameterFault.choose("state", name, values(), ReminderState::name);
    }
}
