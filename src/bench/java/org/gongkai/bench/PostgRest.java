package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgREST over the same database, with a view and functions that answer the same questions. */
final class PostgRest implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final Process process;

    private PostgRest(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Creates the view and the functions, starts PostgREST and waits until it answers. */
    static PostgRest start(Settings settings, Path program, Postgres postgres, String database) {
        postgres.query(database, Resource.text("postgrest.sql"));
        int port = settings.httpPort() + 1;
        Path configuration = settings.results().resolve("postgrest.conf");
        try {
            Files.writeString(configuration, """
                    db-uri = "%s"
                    db-schemas = "peer"
                    db-anon-role = "gongkai"
                    db-aggregates-enabled = true
                    db-pool = 20
                    server-host = "127.0.0.1"
                    server-port = %d
                    log-level = "error"
                    """.formatted(postgres.uri(database), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process process = Commands.start(
                List.of(program.toString(), configuration.toString()),
                settings.results().resolve("postgrest.log"));
        PostgRest postgrest = new PostgRest(port, process);
        postgrest.waitUntilReady();
        return postgrest;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Duration processorTime() {
        return ProcessorTime.of(process.pid());
    }

    /** Returns an answer, which must not be empty. */
    String get(String path) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url(path))).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().equals("[]")) {
                throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }

    private void waitUntilReady() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("PostgREST did not start; see its log");
            }
            Commands.pause(50);
        }
    }

    private boolean isReady() {
        try {
            get("/category?limit=1");
            return true;
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }
}
