package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Compilers, interpreters and a browser. A machine may lack some of them. */
public final class OptionalTools {

    /** The tools that {@code REQUIRED_TOOLS} names. Without them their tests fail; otherwise they are skipped. */
    private static final List<String> REQUIRED =
            List.of(System.getenv().getOrDefault("REQUIRED_TOOLS", "").split(" "));

    private static final int TIMEOUT_MINUTES = 10;

    private OptionalTools() {}

    /** Returns the path of a program of the JDK. */
    public static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Skips the test if a tool is missing, and prints the reason, which the reports of tests hide. */
    public static void require(String tool, boolean present, String reason) {
        if (present) {
            return;
        }
        if (REQUIRED.contains(tool)) {
            fail(reason + ", and REQUIRED_TOOLS names " + tool);
        }
        System.out.println("Skipped: " + reason);
        abort(reason);
    }

    /** Runs a command and returns its standard output. Fails if the exit code is not 0. */
    public static String run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("client", ".err");
        try {
            Process process = start(folder, environment, command, errors);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as("%s%n%s%n%s", String.join(" ", command), output, Files.readString(errors))
                    .isZero();
            return output;
        } finally {
            Files.delete(errors);
        }
    }

    public static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        return run(folder, Map.of(), command);
    }

    private static Process start(Path folder, Map<String, String> environment, List<String> command, Path errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.redirectError(errors.toFile()).start();
    }
}
