package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the package beside a running service, as an office uses them. */
class PackagedCommandsIT {

    private static final Path DOCUMENT = Path.of("src/test/resources/documents/pingtan-police-2022.html");

    @TempDir
    static Path folder;

    private static Path home;
    private static ServiceProcess service;

    @BeforeAll
    static void startService() throws IOException {
        home = PreparedHome.createAt(folder.resolve("home"));
        service = ServiceProcess.start(
                Files.createFile(folder.resolve("service.log")), Map.of("GONGKAI_HOME", home.toString()));
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void printsHelpAndVersion() throws Exception {
        assertThat(run("--help").out()).contains("gongkai", "validate", "143");
        assertThat(run("--version").out()).matches("(?s)gongkai [0-9]+\\.[0-9]+\\.[0-9]+.*\nJava .*");
        assertThat(run("no-such-command").exitCode()).isEqualTo(2);
    }

    @Test
    void getsATokenAndSubmitsWithIt() throws Exception {
        Output token = run("token", "350128-police", "--to", address());

        assertThat(token.err()).isEmpty();
        assertThat(token.exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("police.token"), token.out());
        Output sent = run(
                "import",
                DOCUMENT.toString(),
                "--submit",
                "--change-reason",
                "Wrong number in table 2",
                "--to",
                address(),
                "--token-file",
                file.toString(),
                "-q");
        assertThat(sent.out()).contains("350128-police revision ");
        assertThat(sent.exitCode()).isZero();
    }

    @Test
    void namesAPortInUse_beforeItStartsADatabase() throws Exception {
        Path other = folder.resolve("other");

        Output serve = run(
                Map.of("GONGKAI_HOME", other.toString(), "QUARKUS_HTTP_PORT", String.valueOf(service.port())),
                List.of("serve"));

        assertThat(serve.err().lines())
                .singleElement()
                .asString()
                .contains("Port " + service.port(), "quarkus.http.port");
        assertThat(serve.exitCode()).isEqualTo(1);
        assertThat(other).doesNotExist();
    }

    @Test
    void failsIfResultsAreLost() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        ProcessBuilder builder = new ProcessBuilder(ServiceProcess.command());
        builder.command().add("generate-completion");

        assertThat(builder.redirectOutput(full.toFile()).start().waitFor()).isEqualTo(1);
    }

    private static String address() throws IOException, InterruptedException {
        return "http://localhost:" + service.port();
    }

    /** The exit code of a command, its output and its errors. */
    private record Output(int exitCode, String out, String err) {}

    private static Output run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("GONGKAI_HOME", home.toString()), List.of(arguments));
    }

    private static Output run(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ServiceProcess.command());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C");
        Path err = Files.createTempFile(folder, "command", ".err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), out, Files.readString(err));
    }
}
