package org.gongkai.commandline;

import org.gongkai.text.Text;

/** Ends a command with a message of one line. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public CommandFailure(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
