package org.gongkai.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of the archives, with programs in place of Java that only print their version and their arguments. */
class LauncherScriptTest {

    private static final String SCRIPT = "src/release/bin/gongkai";

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void unpack() throws IOException {
        script = Files.createDirectories(folder.resolve("gongkai 1/bin")).resolve("gongkai");
        Files.copy(Path.of(SCRIPT), script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21", "25.0.1", "26-ea"})
    void startsTheProgramWithAllArguments(String version) throws Exception {
        Output output = run(Map.of("JAVA_HOME", java(version), "JAVA_OPTS", "-Xmx1g"), "import", "two words");

        assertThat(output.text().lines())
                .containsExactly(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xmx1g",
                        "-jar",
                        folder.resolve("gongkai 1/app/quarkus-run.jar").toString(),
                        "import",
                        "two words");
        assertThat(output.exitCode()).isZero();
    }

    @Test
    void recordsAnArchiveOfClasses_andUsesItFromThenOn() throws Exception {
        Files.writeString(bytecode(), "one package");
        Map<String, String> environment = Map.of("JAVA_HOME", java("17.0.15"));

        String recorded = option("-XX:ArchiveClassesAtExit=", run(environment));
        assertThat(Path.of(recorded).getParent()).isEqualTo(folder.resolve("gongkai 1/app"));
        assertThat(run(environment, "import", "file").text()).doesNotContain(".jsa");

        Files.writeString(Path.of(recorded), "classes");
        assertThat(option("-XX:SharedArchiveFile=", run(environment, "serve"))).isEqualTo(recorded);
        assertThat(option("-XX:SharedArchiveFile=", run(environment, "import", "file")))
                .isEqualTo(recorded);

        Files.writeString(bytecode(), "another package");
        assertThat(option("-XX:ArchiveClassesAtExit=", run(environment))).isNotEqualTo(recorded);
    }

    private Path bytecode() throws IOException {
        return Files.createDirectories(folder.resolve("gongkai 1/app/quarkus")).resolve("generated-bytecode.jar");
    }

    private static String option(String name, Output output) {
        return output.text()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow()
                .substring(name.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_412", "11.0.22", "16"})
    void refusesAnOlderJava_inOneLine(String version) throws Exception {
        String home = java(version);

        assertThat(run(Map.of("JAVA_HOME", home)))
                .isEqualTo(new Output(1, "Java 17 or newer is required, " + home + "/bin/java is " + version + "\n"));
        assertThat(run(Map.of("JAVA_HOME", home, "LC_ALL", "zh_CN.UTF-8")).text())
                .isEqualTo("需要 Java 17 或更高版本，" + home + "/bin/java 为 " + version + "\n");
    }

    @Test
    void namesWhatIsMissingWithoutJava() throws Exception {
        Output output = run(Map.of("JAVA_HOME", folder.resolve("nothing").toString()));

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.text().lines()).singleElement().asString().contains("Java 17", "JAVA_HOME", "nothing");
    }

    private String java(String version) throws IOException {
        Path home = folder.resolve("java");
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-20' >&2; else printf '%%s\\n' "$@"; fi
                """.formatted(version));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return home.toString();
    }

    /** The exit code of the script, and its output and errors. */
    private record Output(int exitCode, String text) {}

    private Output run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("JAVA_"));
        builder.environment().put("LANG", "C");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Output(process.exitValue(), text);
    }
}
