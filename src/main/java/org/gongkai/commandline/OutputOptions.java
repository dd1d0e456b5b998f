package org.gongkai.commandline;

import java.util.List;
import org.gongkai.text.Language;
import org.gongkai.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for the output of commands that work on files: progress on one stream, results on the other. */
public final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = {"-q", "--quiet"})
    private boolean quiet;

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "table")
    private ResultFormat format;

    /** Prints a line about what has just been done, unless the user wants none. */
    public void progress(Text line) {
        if (!quiet) {
            line().getErr().println(line.in(language()));
        }
    }

    /** Returns a writer of results. Tables have headings in the language of the user; the other formats, codes. */
    public Results results(List<ResultColumn> columns) {
        return format.results(columns, language(), line().getOut());
    }

    private Language language() {
        return CommandLines.language(line());
    }

    private CommandLine line() {
        return command.commandLine();
    }
}
