package org.gongkai.reminder.delivery;

import org.gongkai.text.Text;

/** The reason why a mail was not sent. */
public enum MailFailure {
    /** The mail server cannot be reached, or ended the connection. */
    CONNECTION(new Text("无法连接邮件服务器", "No connection to the mail server")),
    /** The mail server did not answer in time. */
    TIMEOUT(new Text("邮件服务器没有及时回答", "The mail server did not answer in time")),
    /** The mail server refused the mail for the time being (4xx). */
    DEFERRED(new Text("邮件服务器暂时不接收", "The mail server refused the mail for now")),
    /** The mail server refused the mail (5xx), for example because the address does not exist. */
    REJECTED(new Text("邮件服务器拒收", "The mail server refused the mail")),
    /** The e-mail address of the agency was removed. */
    NO_ADDRESS(new Text("没有电子邮箱地址", "No e-mail address"));

    private final Text label;

    MailFailure(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Returns whether another attempt would fail as well. */
    boolean isPermanent() {
        return this == REJECTED || this == NO_ADDRESS;
    }

    /** Returns whether other mails would fail as well at present. */
    boolean isOfServer() {
        return this == CONNECTION || this == TIMEOUT;
    }
}
