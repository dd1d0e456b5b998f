package org.gongkai.commandline;

/** The exit codes of all commands. The help of each command lists them. */
public final class ExitCode {

    /** Everything that was asked for is done. */
    public static final int SUCCESS = 0;

    /** Something could not be done, or a report has errors; the output says what. */
    public static final int INCOMPLETE = 1;

    /** The command line is wrong, and nothing was done. */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
