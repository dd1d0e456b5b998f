package org.gongkai.reminder.due;

import org.gongkai.text.Text;

/** The state of a step on a channel. */
public enum ChannelState {
    /** The agency cannot be reached: it has no e-mail address, or no webhook, or mail is off. */
    NONE(new Text("—", "—")),
    /** The next run sends it. */
    DUE(new Text("待催报", "Due")),
    /** It waits for the mail server. */
    PENDING(new Text("待发送", "Pending")),
    /** It was sent. */
    SENT(new Text("已发送", "Sent")),
    /** It could not be sent. */
    FAILED(new Text("发送失败", "Failed")),
    /** It was not sent, because the agency had done its part in the meantime. */
    OBSOLETE(new Text("无需发送", "Obsolete"));

    private final Text label;

    ChannelState(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }
}
