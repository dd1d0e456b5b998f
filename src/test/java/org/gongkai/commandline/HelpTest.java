package org.gongkai.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.platform.Gongkai;
import org.gongkai.testing.Console;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {

    /** Every command in both languages. */
    static Stream<Arguments> commands() {
        return Arrays.stream(Language.values())
                .flatMap(language -> all(line(language)).map(line -> Arguments.of(language, line.getCommandSpec())));
    }

    private static CommandLine line(Language language) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return CommandLines.of(new Gongkai(), language, nowhere, nowhere);
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEverything(Language language, CommandSpec command) {
        UsageMessageSpec usage = command.usageMessage();

        assertThat(usage.header()).hasSize(1).allMatch(text -> isIn(language, text));
        assertThat(usage.description()).hasSize(1).allMatch(text -> isIn(language, text));
        assertThat(Stream.concat(command.options().stream(), command.positionalParameters().stream()))
                .allSatisfy(argument -> assertThat(argument.description())
                        .as(argument.toString())
                        .hasSize(1)
                        .allMatch(text -> isIn(language, text)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void listsTheExitCodes(Language language, CommandSpec command) {
        if (!command.name().equals("generate-completion")) {
            assertThat(command.usageMessage().exitCodeList())
                    .as(command.qualifiedName())
                    .containsKeys("1", "2")
                    .allSatisfy((code, text) -> assertThat(isIn(language, text)).isTrue());
        }
    }

    private static boolean isIn(Language language, String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) == (language == Language.ZH);
    }

    @Test
    void hasNoTextOfAnUnknownOption() {
        Set<String> keys = new TreeSet<>();
        all(line(Language.EN)).forEach(line -> {
            CommandSpec command = line.getCommandSpec();
            Stream.concat(command.options().stream(), command.positionalParameters().stream())
                    .flatMap(argument -> keys(command, argument))
                    .forEach(keys::add);
            keys.add(command.qualifiedName("."));
        });

        for (Language language : Language.values()) {
            assertThat(CommandLines.texts(language).keySet()).allSatisfy(key -> assertThat(key.startsWith("usage.")
                            || keys.contains(key)
                            || keys.contains(key.replaceFirst("\\.usage\\..*", "")))
                    .as(key)
                    .isTrue());
        }
    }

    private static Stream<String> keys(CommandSpec command, ArgSpec argument) {
        String own = argument.descriptionKey();
        String name = own != null && !own.isEmpty()
                ? own
                : ((CommandLine.Model.OptionSpec) argument).longestName().substring(2);
        return Stream.of(name, command.qualifiedName(".") + "." + name);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(CommandLines.texts(Language.ZH).keySet())
                .isEqualTo(CommandLines.texts(Language.EN).keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsHelpAndVersionOnStandardOutput(Language language, CommandSpec command) {
        Console console = new Console(language);
        List<String> path =
                Arrays.stream(command.qualifiedName().split(" ")).skip(1).toList();

        for (String option : List.of("--help", "-h")) {
            assertThat(console.run(new Gongkai(), with(path, option))).isZero();
            assertThat(console.out()).contains(command.qualifiedName() + " ", "--help");
            assertThat(console.err()).isEmpty();
        }
        if (!path.contains("generate-completion")) {
            assertThat(console.run(new Gongkai(), with(path, "--version"))).isZero();
            assertThat(console.out()).startsWith("gongkai ").contains("Java ");
        }
    }

    private static String[] with(List<String> path, String option) {
        return Stream.concat(path.stream(), Stream.of(option)).toArray(String[]::new);
    }

    @Test
    void printsACompletionScript() {
        Console console = new Console(Language.EN);

        assertThat(console.run(new Gongkai(), "generate-completion")).isZero();

        assertThat(console.out()).contains("complete -F", "import", "validate", "--token-file");
    }

    @Test
    void namesWhatIsWrong() {
        Console console = new Console(Language.EN);

        assertThat(console.run(new Gongkai(), "imprt")).isEqualTo(2);
        assertThat(console.err())
                .contains("Unknown command, option or argument: imprt")
                .contains("import");
        assertThat(console.run(new Gongkai(), "token")).isEqualTo(2);
        assertThat(console.err()).startsWith("gongkai token: Missing: AGENCY\n");
        assertThat(console.run(new Gongkai(), "validate", "--year", "x", "y")).isEqualTo(2);
        assertThat(console.err()).startsWith("gongkai validate: Invalid value for --year YEAR: x\n");
        assertThat(console.run(new Gongkai(), "import", "--json")).isEqualTo(2);
        assertThat(console.err()).startsWith("gongkai import: Missing: --json DIR\n");
        assertThat(console.out()).isEmpty();
    }
}
