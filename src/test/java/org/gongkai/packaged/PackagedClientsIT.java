package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients generated from the contract (profile {@code clients}) compile and do their main job against the packaged
 * service: submit a report on each form and read it back, be refused with findings, and roll up. They are compiled with other libraries than the service.
 */
@EnabledIf(value = "clientsAreGenerated", disabledReason = "No clients were generated: -DskipClients turns that off")
class PackagedClientsIT {

    private static final Path CLIENTS = Path.of(System.getProperty("gongkai.clients", "target/clients"));
    private static final Path REPORT = Path.of("src/main/resources/demo/reports/350128-police-2024.json");
    private static final int TIMEOUT_MINUTES = 5;

    @TempDir
    static Path folder;

    private static ServiceProcess service;
    private static Path olderReport;

    static boolean clientsAreGenerated() {
        return Files.isDirectory(CLIENTS);
    }

    @BeforeAll
    static void startTheService() throws IOException {
        olderReport = Files.writeString(
                folder.resolve("report-2020.json"),
                new BalancedReports(1).nextOf2019().toString());
        Path home = PreparedHome.createAt(folder.resolve("home"));
        service = ServiceProcess.start(folder.resolve("log"), Map.of("GONGKAI_HOME", home.toString()));
    }

    @AfterAll
    static void stopTheService() {
        service.close();
    }

    @Test
    void javaClientDoesItsMainJob() throws Exception {
        Path classes = folder.resolve("classes");
        String libraries = String.join(File.pathSeparator, files(CLIENTS.resolve("lib"), ".jar"));
        List<String> compile = new ArrayList<>(
                List.of(tool("javac"), "-nowarn", "--release", "17", "-encoding", "UTF-8", "-proc:none"));
        compile.addAll(List.of("-cp", libraries, "-d", classes.toString()));
        compile.addAll(files(CLIENTS.resolve("java/src/main/java"), ".java"));
        compile.add(Path.of("src/clients/java/MainJob.java").toAbsolutePath().toString());
        run(Path.of("."), compile);

        assertMainJobIsDone(run(
                Path.of("."),
                List.of(
                        tool("java"),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classes + File.pathSeparator + libraries,
                        "MainJob",
                        address(),
                        token(),
                        REPORT.toString(),
                        olderReport.toString())));
    }

    /** Skipped if Node or its package registry is not available. */
    @Test
    void typeScriptClientDoesItsMainJob() throws Exception {
        Path project = CLIENTS.resolve("typescript");
        for (String file : List.of("package.json", "package-lock.json", "tsconfig.json", "main-job.ts")) {
            Files.copy(
                    Path.of("src/clients/typescript", file),
                    project.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(
                succeeds(project, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                "No Node, or its packages cannot be had: the TypeScript client is not tried");
        run(project, List.of("node", "node_modules/typescript/bin/tsc", "-p", "."));

        assertMainJobIsDone(run(
                project,
                List.of(
                        "node",
                        "out/main-job.js",
                        address(),
                        token(),
                        REPORT.toAbsolutePath().toString(),
                        olderReport.toString())));
    }

    /**
     * Checks that the contract names every type. The generator names a type without a name after its place, or numbers
     * it.
     */
    @Test
    void everyTypeHasANameOfTheContract() throws IOException {
        String contract = Files.readString(Path.of("openapi/openapi.yaml"));

        assertThat(files(CLIENTS.resolve("java/src/main/java/org/gongkai/client/model"), ".java"))
                .map(file -> Path.of(file).getFileName().toString().replace(".java", ""))
                .filteredOn(name -> !name.equals("AbstractOpenApiSchema"))
                .allSatisfy(name -> assertThat(contract).contains("\n    " + name + ":\n"))
                .noneMatch(name -> name.startsWith("Inline") || name.startsWith("Model") || name.startsWith("Json"));
    }

    private static void assertMainJobIsDone(String output) {
        assertThat(output.lines())
                .anyMatch(line -> line.startsWith("submitted: revision 1, "))
                .contains("read: 2025, equal: true", "read: 2020, equal: true")
                .anyMatch(line -> line.startsWith("refused: 422, T3-BALANCE at /requests/outcomes/total/naturalPerson"))
                .anyMatch(line -> line.startsWith("rolled up: 2025, requests.newlyReceived = "));
    }

    private static String address() throws IOException, InterruptedException {
        return "http://localhost:" + service.port();
    }

    private static String token() throws IOException, InterruptedException {
        return service.oversight()
                .contentType(ContentType.JSON)
                .post("/api/v1/agencies/350128-police/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> file.toAbsolutePath().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean succeeds(Path where, String... command) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
            return builder.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(Path where, List<String> command) throws IOException, InterruptedException {
        Process process = start(where, command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Process start(Path where, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
