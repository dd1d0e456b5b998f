package org.gongkai.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README return the answers that the README prints. */
class ReadmeIT {

    /** A command and its answer. A command that only prepares the next ones has no answer. */
    private static final Pattern COMMAND_AND_ANSWER =
            Pattern.compile("```sh\\n([^`]*)```\\n(?:\\n```(json|csv|text)\\n(.*?)\\n```)?", Pattern.DOTALL);

    /** The members of answers that differ from run to run. */
    private static final List<String> VARIABLE_MEMBERS = List.of("submittedAt", "asOf", "dataVersion", "requestId");

    @TempDir
    Path folder;

    @Test
    void everyCommandReturnsThePrintedAnswer() throws Exception {
        Map<Boolean, List<MatchResult>> commands = COMMAND_AND_ANSWER
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .collect(Collectors.partitioningBy(command -> command.group(2) != null));
        assertThat(commands.get(true))
                .as("a submission, a refusal, an explanation, an import and queries")
                .hasSize(10);
        assertThat(commands.get(false)).as("how to get tokens").hasSize(1);
        String tokens = commands.get(false).get(0).group(1);

        Path home = PreparedHome.createAt(folder.resolve("home"));
        Path log = Files.createFile(folder.resolve("service.log"));
        try (ServiceProcess service = ServiceProcess.start(log, Map.of("GONGKAI_HOME", home.toString()))) {
            for (MatchResult command : commands.get(true)) {
                String answer = run((tokens + command.group(1))
                        .replace("localhost:8080", "localhost:" + service.port())
                        .replace("~/.gongkai", home.toString()));
                if (command.group(2).equals("json")) {
                    assertThat(withoutVariableMembers(answer))
                            .as(command.group(1))
                            .isEqualTo(withoutVariableMembers(command.group(3)));
                } else {
                    assertThat(answer).as(command.group(1)).isEqualToNormalizingNewlines(command.group(3) + "\n");
                }
            }
        }
    }

    private static String run(String command) throws IOException {
        Process shell = new ProcessBuilder("bash", "-c", command).start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode withoutVariableMembers(String json) throws IOException {
        JsonNode content = ReportFiles.JSON.readTree(json);
        content.findParents("at").forEach(parent -> ((ObjectNode) parent).remove("at"));
        return ((ObjectNode) content).remove(VARIABLE_MEMBERS);
    }
}
