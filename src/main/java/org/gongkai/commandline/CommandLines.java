package org.gongkai.commandline;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.gongkai.text.Language;
import picocli.CommandLine;

/** Builds command lines that speak the language of the user. */
public final class CommandLines {

    /** The name of the program in its help, and of the script that starts it. */
    public static final String PROGRAM = "gongkai";

    private static final String TEXTS = "org.gongkai.commandline.help";

    private CommandLines() {}

    /**
     * Returns the command line of a command and its subcommands.
     *
     * @param command the object with the annotations
     * @param language the language of help and messages
     * @param out receives results and requested help, in UTF-8
     * @param err receives progress and errors, in UTF-8
     */
    public static CommandLine of(Object command, Language language, PrintStream out, PrintStream err) {
        Failures failures = new Failures(language);
        CommandLine line = new CommandLine(command);
        all(line).forEach(each -> each.getCommandSpec().versionProvider(new Version()));
        return line.setResourceBundle(texts(language))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(CommandLines::all));
    }

    /** Returns the texts of the help. A missing text is not looked for in the language of the system. */
    static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                TEXTS,
                language.locale(),
                CommandLines.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the language of a command line. */
    public static Language language(CommandLine line) {
        return line.getResourceBundle()
                        .getLocale()
                        .getLanguage()
                        .equals(Language.ZH.locale().getLanguage())
                ? Language.ZH
                : Language.EN;
    }
}
