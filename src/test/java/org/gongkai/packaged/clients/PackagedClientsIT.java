package org.gongkai.packaged.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.report.ReportHead;
import org.gongkai.testing.OptionalTools;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceProcess;
import org.gongkai.testing.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients generated from the contract do the whole job against the packaged service. Each prints what its steps find, and
 * that must be the same for all: {@code src/clients/job.txt}. They use other libraries than the service.
 */
@EnabledIf(
        value = "org.gongkai.packaged.clients.GeneratedClients#exist",
        disabledReason = "No clients were generated: -DskipClients turns that off")
class PackagedClientsIT {

    private static final Path JOB = GeneratedClients.SOURCES.resolve("job.txt");

    @TempDir
    static Path folder;

    private static ServiceProcess service;
    private static int districts = 990_000;

    @BeforeAll
    static void startTheService() throws IOException {
        String home = PreparedHome.createAt(folder.resolve("home")).toString();
        service = ServiceProcess.start(folder.resolve("log"), Map.of("GONGKAI_HOME", home));
    }

    @AfterAll
    static void stopTheService() {
        service.close();
    }

    /** Two lints, whose warnings are errors. */
    @Test
    void theContractPassesTheLint() throws Exception {
        TypeScriptProject.install();

        TypeScriptProject.script("lint");
    }

    @Test
    void javaNativeClientDoesTheJob() throws Exception {
        assertJobIsDone(runJava(GeneratedClients.FOLDER.resolve("java"), "NativeClient", "lib"));
    }

    @Test
    void javaRestClientDoesTheJob() throws Exception {
        Path client = GeneratedClients.folderOfProfile("java-restclient");

        assertJobIsDone(runJava(client, "RestClientClient", "lib", "lib-restclient"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typescript-fetch", "openapi-fetch", "hey-api", "orval"})
    void typeScriptClientDoesTheJob(String client) throws Exception {
        TypeScriptProject.compile();

        assertJobIsDone(TypeScriptProject.run(client, arguments(client)));
    }

    @Test
    void pythonClientDoesTheJob() throws Exception {
        Path client = GeneratedClients.folderOfProfile("python");
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        OptionalTools.require(
                "python",
                Tool.works(python, "-c", "import dateutil, pydantic, urllib3; assert pydantic.VERSION >= '2'"),
                "No " + python + " with the packages of src/clients/python/requirements.txt");
        String job = GeneratedClients.SOURCES.resolve("python/job.py").toString();

        assertJobIsDone(OptionalTools.run(
                folder,
                Map.of("PYTHONPATH", client.toString(), "PYTHONIOENCODING", "utf-8", "PYTHONDONTWRITEBYTECODE", "1"),
                Stream.concat(Stream.of(python, job), arguments("python").stream())
                        .toList()));
    }

    /** Compiles a generated client together with the job, and runs the job. */
    private static String runJava(Path sources, String main, String... libraries) throws Exception {
        String client = sources.getFileName().toString();
        Path classes = folder.resolve(client);
        String classPath = GeneratedClients.classPath(libraries);
        compileJava(sources, main, classes, classPath);

        List<String> java = new ArrayList<>(List.of(OptionalTools.jdk("java"), "-Dstdout.encoding=UTF-8"));
        java.addAll(List.of("-cp", classes + File.pathSeparator + classPath, main));
        java.addAll(arguments(client));
        return OptionalTools.run(folder, java);
    }

    private static void compileJava(Path sources, String main, Path classes, String classPath) throws Exception {
        List<String> javac = new ArrayList<>(List.of(OptionalTools.jdk("javac"), "-nowarn", "-proc:none"));
        javac.addAll(List.of("--release", "17", "-encoding", "UTF-8", "-cp", classPath, "-d", classes.toString()));
        javac.addAll(GeneratedClients.files(sources.resolve("src/main/java"), ".java"));
        Stream.of("Client.java", "Job.java", main + ".java")
                .map(GeneratedClients.SOURCES.resolve("java")::resolve)
                .forEach(source -> javac.add(source.toString()));
        OptionalTools.run(folder, javac);
    }

    private static void assertJobIsDone(String output) throws IOException {
        assertThat(output.lines()).containsExactlyElementsOf(Files.readAllLines(JOB));
    }

    /** Returns the arguments of a job, with an agency and a district of its own, so that no job sees another. */
    private static List<String> arguments(String client) throws IOException, InterruptedException {
        String agency = "client-" + client;
        String district = String.valueOf(++districts);
        put("districts/" + district, Map.of("name", "试验区" + client, "level", "county"));
        put(
                "agencies/" + agency,
                Map.of("name", "试验局" + client, "district", district, "category", "finance", "kind", "DEPARTMENT"));
        return List.of(
                "http://localhost:" + service.port(),
                Files.readString(folder.resolve("home/oversight.token")).strip(),
                agency,
                district,
                report(ReportFiles.of("350128-gov", 2019), 2019, client),
                report(ReportFiles.of("350128-police", 2024), 2025, client));
    }

    private static void put(String path, Map<String, String> entry) throws IOException, InterruptedException {
        service.oversight()
                .contentType(ContentType.JSON)
                .body(entry)
                .put("/api/v1/" + path)
                .then()
                .statusCode(201);
    }

    /**
     * Writes a report as the service answers it after its submission. Its text names the client: the same report of two
     * agencies would be a warning.
     */
    private static String report(ReportFiles.RealReport of, int year, String client) throws IOException {
        ObjectNode report = new ReportHead("client-" + client, "试验局" + client, year, 1).before(of.answer());
        report.put("overview", "由客户端 " + client + " 报送。");
        return Files.writeString(folder.resolve(client + year + ".json"), report.toString())
                .toString();
    }
}
