package org.gongkai.filing.receipt;

import org.gongkai.commandline.Choice;
import org.gongkai.text.Text;

/** The result of the command {@code verify} for a receipt. */
enum VerifyResult implements Choice {
    /** The service has signed the receipt as it is. */
    VALID("有效", "valid"),
    /** The receipt is not what the service has signed, or the keys do not tell. */
    INVALID("无效", "invalid");

    private final Text label;

    VerifyResult(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
