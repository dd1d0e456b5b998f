package org.gongkai.commandline;

import java.io.IOException;
import java.util.List;
import org.gongkai.text.Language;
import org.gongkai.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong usage and failures, each in one line where the cause is known. */
final class Failures {

    private static final Text UNKNOWN = new Text("没有这个命令、选项或参数：%s", "Unknown command, option or argument: %s");
    private static final Text DID_YOU_MEAN = new Text("。是否为 %s？", ". Did you mean %s?");
    private static final Text MISSING = new Text("缺少：%s", "Missing: %s");
    private static final Text INVALID = new Text("%s 的取值不正确：%s", "Invalid value for %s: %s");
    private static final Text ENCODING = new Text(
            "%s 的取值无法识别：%s。请使用 UTF-8，例如 LC_ALL=C.UTF-8",
            "Unreadable value for %s: %s. Use UTF-8, for example LC_ALL=C.UTF-8");
    private static final Text SEE_HELP = new Text("用法见 %s --help", "See %s --help");
    private static final Text INTERRUPTED = new Text("已中断", "Interrupted");

    /** The character that Java puts in place of bytes that the locale does not allow. */
    private static final char UNREADABLE = '\uFFFD';

    private final Language language;

    Failures(Language language) {
        this.language = language;
    }

    /** Reports a command line that cannot be understood. */
    int wrongUsage(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println(command + ": " + reason(e));
        line.getErr().println(SEE_HELP.with(command).in(language));
        return ExitCode.WRONG_USAGE;
    }

    private String reason(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return UNKNOWN.with(String.join(" ", unmatched.getUnmatched())).in(language) + suggestion(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            return MISSING.with(String.join(
                            " ",
                            missing.getMissing().stream().map(Failures::name).toList()))
                    .in(language);
        }
        if (e instanceof WrongUsage wrong) {
            return wrong.reason().in(language);
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            Text reason = e.getValue().indexOf(UNREADABLE) < 0 ? INVALID : ENCODING;
            return reason.with(name(e.getArgSpec()), e.getValue()).in(language);
        }
        return e.getMessage();
    }

    private String suggestion(UnmatchedArgumentException unmatched) {
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty()
                ? ""
                : DID_YOU_MEAN.with(String.join(", ", suggestions)).in(language);
    }

    /** Returns the name of an option with that of its value, or the name of an argument. */
    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    /** Reports why a command could not do its work. */
    int failed(Exception e, CommandLine line, ParseResult parsed) throws Exception {
        CommandSpec command = line.getCommandSpec();
        if (e instanceof CommandFailure failure) {
            line.getErr().println(failure.reason().in(language));
        } else if (e instanceof IOException failure) {
            line.getErr().println(FileFailure.reason(failure).in(language));
        } else if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            line.getErr().println(command.qualifiedName() + ": " + INTERRUPTED.in(language));
        } else {
            throw e;
        }
        return ExitCode.INCOMPLETE;
    }
}
