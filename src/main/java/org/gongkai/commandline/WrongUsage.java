package org.gongkai.commandline;

import org.gongkai.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Refuses arguments that are valid one by one, but not together. */
public final class WrongUsage extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public WrongUsage(CommandLine line, Text reason) {
        super(line, reason.en());
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
