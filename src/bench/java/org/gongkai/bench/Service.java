package org.gongkai.bench;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service on the database of the benchmark, run like an operator runs it. */
final class Service implements AutoCloseable {

    /** The setting that switches its cache off. */
    static final Map<String, String> WITHOUT_CACHE = Map.of("GONGKAI_STATISTICS_CACHE", "0");

    /** The heap size of the virtual machine. */
    private static final String HEAP = "-Xmx512m";

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings settings;
    private final Path home;
    private final Process process;
    private final Duration startupTime;

    private Service(Settings settings, Path home, Process process, long startedAt) {
        this.settings = settings;
        this.home = home;
        this.process = process;
        waitUntilReady();
        this.startupTime = Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /**
     * Starts the service and waits until it is ready.
     *
     * @param database JDBC URL
     * @param environment further settings
     * @param options further options of the virtual machine
     */
    static Service start(Settings settings, String database, Map<String, String> environment, String... options) {
        requireFreePort(settings);
        Path home = settings.home().resolve("service");
        ProcessBuilder builder = new ProcessBuilder(command(settings, options))
                .redirectErrorStream(true)
                .redirectOutput(settings.results().resolve("service.log").toFile());
        builder.environment().keySet().removeIf(name -> Stream.of("QUARKUS_", "GONGKAI_", "MP_JWT_")
                .anyMatch(name::startsWith));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(settings.httpPort()),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database,
                        "GONGKAI_HOME",
                        home.toString(),
                        // All requests of the benchmark come from one address.
                        "GONGKAI_LIMITS_FAIR_USE",
                        "false",
                        "GONGKAI_STOP_WITH_PARENT",
                        "true"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(home);
            long startedAt = System.nanoTime();
            return new Service(settings, home, builder.start(), startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Derives the tables of figures from the reports that a database contains. */
    static void rebuild(Settings settings, String database) {
        List<String> command = new ArrayList<>(List.of("env", "QUARKUS_DATASOURCE_JDBC_URL=" + database));
        command.add("GONGKAI_HOME=" + settings.home().resolve("service"));
        command.addAll(command(settings));
        command.add("rebuild");
        Commands.run(command);
    }

    /** Returns the options of the virtual machine. */
    static List<String> options(Settings settings) {
        return Stream.concat(Stream.of(HEAP), settings.javaOptions().stream()).toList();
    }

    private static List<String> command(Settings settings, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(settings));
        command.addAll(List.of(options));
        command.add("-jar");
        command.add(Path.of("target/bench/quarkus-app/quarkus-run.jar")
                .toAbsolutePath()
                .toString());
        return command;
    }

    /** Checks that the port is free. Otherwise another service would be measured. */
    private static void requireFreePort(Settings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.httpPort()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + settings.httpPort() + " is in use. Set BENCH_HTTP_PORT to another one", e);
        }
    }

    /** Returns the time from the start of the process until it was ready. */
    Duration startupTime() {
        return startupTime;
    }

    String token() {
        try {
            return Files.readString(home.resolve("oversight.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(settings.httpPort(), path);
    }

    /** Sends a GET request and returns the response, which must be 200. */
    HttpResponse<String> get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url(path))), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    /** Sends a PUT request as the oversight office and returns the response, which must be a success. */
    String put(String path, String contentType, String body) {
        return succeed(authorized(path, contentType, token()).PUT(BodyPublishers.ofString(body)));
    }

    /** Submits a report with the token of its agency. */
    String submit(String path, String token, String report) {
        return succeed(authorized(path, "application/json", token).PUT(BodyPublishers.ofString(report)));
    }

    /** Returns a token with which an agency can submit. */
    String tokenOf(String agency) {
        String answer = succeed(authorized("/api/v1/agencies/" + agency + "/tokens", "application/json", token())
                .POST(BodyPublishers.noBody()));
        Matcher found = TOKEN.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("No token for " + agency);
        }
        return found.group(1);
    }

    /** Sends a batch and returns the response line by line, while it arrives. */
    Stream<String> post(String path, BodyPublisher body) {
        HttpResponse<Stream<String>> answer =
                send(authorized(path, "application/x-ndjson", token()).POST(body), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("POST %s: %d %s"
                    .formatted(path, answer.statusCode(), answer.body().toList()));
        }
        return answer.body();
    }

    /** Sends a batch from a file and writes the response to another file. */
    void post(String path, Path batch, Path answer) {
        int status = send(
                        authorized(path, "application/x-ndjson", token()).POST(fileBody(batch)),
                        BodyHandlers.ofFile(answer, CREATE, WRITE, TRUNCATE_EXISTING))
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("POST %s: %d, see %s".formatted(path, status, answer));
        }
    }

    private static BodyPublisher fileBody(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a line of /proc/self/status, such as VmHWM. */
    String memory(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the processor time that the virtual machine has spent on compilation. */
    Duration compilationTime() {
        return ProcessorTime.ofThreads(process.pid(), "Compiler");
    }

    Duration processorTime() {
        return ProcessorTime.of(process.pid());
    }

    /** Returns the used part of the heap after a full collection. */
    String heap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(List.of(jcmd, String.valueOf(process.pid()), "GC.run"));
        return Commands.run(List.of(jcmd, String.valueOf(process.pid()), "GC.heap_info"))
                .lines()
                .filter(line -> line.contains("used"))
                .findFirst()
                .map(String::strip)
                .orElse("?");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }

    private String succeed(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpRequest.Builder authorized(String path, String contentType, String token) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType);
    }

    private void waitUntilReady() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("The service did not start; see its log in " + settings.results());
            }
            Commands.pause(20);
        }
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url("/q/health/ready"))).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }
}
