package org.gongkai.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service, run as an operator runs it: as a separate process, on a free port. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:([0-9]+)");
    private static final long TIMEOUT_SECONDS = 90;

    private final Process process;
    private final Path log;
    private final String home;

    private ServiceProcess(Process process, Path log, String home) {
        this.process = process;
        this.log = log;
        this.home = home;
    }

    /** Returns the command that runs the package, with system properties such as {@code -Dname=value}. */
    public static List<String> command(String... properties) {
        return command(Stream.concat(ClassArchive.options().stream(), Stream.of(properties))
                .toList());
    }

    /** Returns the command that runs the package with these options of the Java virtual machine only. */
    static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Processes of tests live for seconds: the optimising compiler would cost more than it gains.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        return command;
    }

    public static ServiceProcess start(Path log, Map<String, String> environment) throws IOException {
        return start(log, environment, command());
    }

    public static ServiceProcess start(Path log, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> Stream.of("QUARKUS_", "GONGKAI_", "MP_JWT_", "OTEL_")
                .anyMatch(name::startsWith));
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new ServiceProcess(builder.start(), log, environment.get("GONGKAI_HOME"));
    }

    /** Returns a request to the service. Waits until the service listens. */
    public RequestSpecification request() throws IOException, InterruptedException {
        return RestAssured.given().baseUri("http://localhost").port(port());
    }

    /** Returns a request of the oversight office, with the token from the home of the service. */
    public RequestSpecification oversight() throws IOException, InterruptedException {
        RequestSpecification request = request();
        return bearing(request, Files.readString(Path.of(home, "oversight.token")));
    }

    /** Replaces a list of the registry by a request of the oversight office. */
    public static void load(RequestSpecification oversight, String register, String csv) {
        oversight
                .header("Content-Type", "text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/" + register)
                .then()
                .statusCode(200);
    }

    /** Returns a request of an agency, with a token that the oversight office issues. */
    public RequestSpecification submitter(String agency) throws IOException, InterruptedException {
        return bearing(request(), token(agency));
    }

    /** Returns a token for an agency, issued by the oversight office. */
    public String token(String agency) throws IOException, InterruptedException {
        return oversight()
                .contentType(ContentType.JSON)
                .post("/api/v1/agencies/{code}/tokens", agency)
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    public static RequestSpecification bearing(RequestSpecification request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    public int port() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < deadline) {
            Matcher listening = LISTENING.matcher(output());
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException("The service does not listen:\n" + output());
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the process ends. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service does not stop");
        }
        return process.exitValue();
    }

    /** Asks the process to stop, as {@code kill} does. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Kills the process, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        try {
            terminate();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
