package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the README, the tutorial and all other documents return the answers that are printed below them, and
 * the addresses to open answer. One service serves all pages: a page can be run after another one, in either language,
 * because the same report submitted again changes nothing.
 */
class ReadmeIT {

    /** A command and its answer. A command that only prepares the next ones has no answer. */
    private static final Pattern COMMAND_AND_ANSWER =
            Pattern.compile("```sh\\n([^`]*)```\\n(?:\\n```(json|csv|text)\\n(.*?)\\n```)?", Pattern.DOTALL);

    /** An address to open in a browser: the target of a link, or alone between angle brackets. */
    private static final Pattern ADDRESS = Pattern.compile("[(<]http://localhost:8080(/[^)>]+)[)>]");

    /** The members of answers that differ from run to run. */
    private static final List<String> VARIABLE_MEMBERS =
            List.of("submittedAt", "at", "asOf", "dataVersion", "id", "token", "expiresAt", "signature");

    @TempDir
    static Path folder;

    private static Path home;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        home = PreparedHome.createAt(folder.resolve("home"));
        Path log = Files.createFile(folder.resolve("service.log"));
        service = ServiceProcess.start(log, Map.of("GONGKAI_HOME", home.toString()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static List<String> pagesWithCommands() throws IOException {
        return pagesWith(COMMAND_AND_ANSWER);
    }

    static List<String> pagesWithAddresses() throws IOException {
        return pagesWith(ADDRESS);
    }

    @Test
    void pagesOfBothLanguagesAreRun() throws IOException {
        assertThat(pagesWithCommands())
                .contains("docs/tutorial.md", "docs/configuration.md", "docs/access.md", "docs/excel.md")
                .contains("docs/tutorial.zh-CN.md");
        assertThat(pagesWithAddresses()).contains("README.md", "README.zh-CN.md");
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void everyCommandReturnsThePrintedAnswer(String page) throws Exception {
        assumeThat(List.of("curl", "jq")).as("programs of the commands").allMatch(ReadmeIT::isInstalled);
        StringBuilder preparation = new StringBuilder();
        for (MatchResult command : results(COMMAND_AND_ANSWER, page)) {
            if (command.group(2) == null) {
                preparation.append(command.group(1));
            } else {
                assertAnswers(page, preparation + command.group(1), command.group(2), command.group(3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pagesWithAddresses")
    void everyAddressAnswers(String page) throws Exception {
        for (MatchResult address : results(ADDRESS, page)) {
            int status = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .get(here(address.group().replaceAll("[(<>)]", "")))
                    .statusCode();
            assertThat(status).as(address.group()).isEqualTo(200);
        }
    }

    private static void assertAnswers(String page, String command, String format, String printed) throws Exception {
        String answer = run(here(command), page.endsWith(".zh-CN.md") ? "zh_CN.UTF-8" : "C");
        if (format.equals("json")) {
            assertThat(withoutVariableValues(answer)).as(command).isEqualTo(withoutVariableValues(printed));
        } else {
            assertThat(answer).as(command).isEqualToNormalizingNewlines(printed + "\n");
        }
    }

    /** Returns a text with the port and the home of the service in place of those of the documents. */
    private static String here(String text) throws Exception {
        return text.replace("localhost:8080", "localhost:" + service.port()).replace("~/.gongkai", home.toString());
    }

    /**
     * Runs a command in the standard shell, because documents promise no other one. Returns what a terminal shows,
     * including progress and errors.
     */
    private static String run(String command, String locale) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("LC_ALL", locale);
        return new String(shell.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode withoutVariableValues(String json) throws IOException {
        JsonNode content = ReportFiles.JSON.readTree(json);
        VARIABLE_MEMBERS.forEach(
                member -> content.findParents(member).forEach(parent -> ((ObjectNode) parent).put(member, "…")));
        return content;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static List<String> pagesWith(Pattern content) throws IOException {
        return Markdown.documents().stream()
                .filter(page -> !results(content, page).isEmpty())
                .toList();
    }

    private static List<MatchResult> results(Pattern content, String page) {
        return content.matcher(Markdown.read(page).text()).results().toList();
    }
}
