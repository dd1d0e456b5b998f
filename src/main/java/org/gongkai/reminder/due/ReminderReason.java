package org.gongkai.reminder.due;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The reason for which an agency is reminded. */
public enum ReminderReason {
    /** No report was submitted, and the deadline is near or has passed. */
    MISSING(new Text("未报送", "Not submitted")),
    /** No report was submitted, and the extension of the deadline ends or has ended. */
    EXTENSION(new Text("延期未报送", "Extension ends")),
    /** The oversight office returned the newest revision, and no other one was submitted. */
    RETURNED(new Text("退回未重报", "Returned, not corrected")),
    /** Warnings about the report are not explained. */
    WARNINGS(new Text("提示未说明", "Warnings not explained"));

    private final Text label;

    ReminderReason(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static ReminderReason fromString(String name) {
        return ParameterFault.choose("reason", name, values(), ReminderReason::name);
    }
}
