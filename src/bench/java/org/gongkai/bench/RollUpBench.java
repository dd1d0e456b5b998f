package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.bench.Statements.Executed;

/**
 * Measures roll-ups: uncached ones against the same statements in pgbench, and cached ones against an endpoint that
 * does no work.
 */
final class RollUpBench {

    private static final int MIN_RESPONSES = 9;
    private static final int MAX_RESPONSES = 201;

    private static final String BUSY =
            "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend'";

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;

    RollUpBench(Settings settings, Postgres postgres, String database, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.service = service;
    }

    /** Measures uncached roll-ups against the same statements in pgbench. The service must run without its cache. */
    PairedRun uncached(String name, List<String> paths) {
        Wrk queries = Wrk.get(settings.results().resolve("wrk-" + name + ".lua"), service, paths, Map.of());
        queries.run(settings.clients(), settings.round());
        PgBench statementsOnly = new PgBench(settings, postgres, database);
        statements(paths).forEach(statements -> statementsOnly.addScript(name, statements));
        return PairedRun.of(
                name,
                settings.rounds(),
                () -> queries.run(settings.clients(), settings.round()),
                () -> statementsOnly.run(settings.clients(), settings.round(), List.of()));
    }

    /** Measures a cached response against a response of the same length from the endpoint that does no work. */
    PairedRun cached(String path) {
        int length = service.get(path).body().getBytes(StandardCharsets.UTF_8).length;
        return againstBareEndpoint("cached", path, Map.of(), length);
    }

    /** Measures "Not modified" (304) against an empty response; empty if the service sends no entity tag. */
    Optional<PairedRun> notModified(String path) {
        HttpResponse<String> answer = service.get(path);
        return answer.headers()
                .firstValue("ETag")
                .map(tag -> againstBareEndpoint("not-modified", path, Map.of("If-None-Match", tag), 0));
    }

    /**
     * Sends requests until the virtual machine has compiled the code for them. Only short queries are used: over large
     * data, long ones would leave time for so few responses that a cold service would be compared with a warm one.
     */
    void warmUp() {
        List<String> paths = SampleQueries.shortQueries();
        Wrk.get(settings.results().resolve("wrk-growth.lua"), service, paths, Map.of())
                .run(settings.clients(), settings.round().multipliedBy(3));
        awaitIdle();
    }

    /** Waits until the database is idle. Queries that still run would slow down the next measurement. */
    private void awaitIdle() {
        while (!postgres.query(database, BUSY).strip().equals("0")) {
            Thread.onSpinWait();
        }
    }

    /** Returns the median time of each query, in milliseconds; the queries run one after the other. */
    Map<String, Double> latencies() {
        Map<String, Double> medians = new LinkedHashMap<>();
        SampleQueries.growthQueries().forEach((name, path) -> {
            medians.put(name, latency(path));
            System.out.printf("  %s: %.2f ms%n", name, medians.get(name));
        });
        return medians;
    }

    /** Writes the query plans of the server to a file. */
    void explain() {
        StringBuilder plans = new StringBuilder();
        List<String> paths = List.copyOf(SampleQueries.growthQueries().values());
        List<List<Executed>> statements = statements(paths);
        for (int i = 0; i < paths.size(); i++) {
            Executed main = statements.get(i).stream()
                    .max(Comparator.comparingInt(each -> each.sql().length()))
                    .orElseThrow();
            String sql = "explain (analyze, buffers) " + PgBench.withLiterals(main);
            plans.append(paths.get(i))
                    .append("\n\n")
                    .append(postgres.query(database, sql))
                    .append("\n\n");
        }
        try {
            Files.writeString(settings.results().resolve("plans-" + database + ".txt"), plans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<Executed>> statements(List<String> paths) {
        List<List<Executed>> statements = new Statements(postgres, database)
                .during(paths.stream()
                        .<Runnable>map(path -> () -> service.get(path))
                        .toList());
        if (statements.stream().anyMatch(List::isEmpty)) {
            throw new IllegalStateException(
                    "The service answered without a database query: check that its cache is off");
        }
        return statements;
    }

    private PairedRun againstBareEndpoint(String name, String path, Map<String, String> headers, int length) {
        Wrk queries = Wrk.get(settings.results().resolve("wrk-" + name + ".lua"), service, List.of(path), headers);
        Wrk bare = Wrk.get(
                settings.results().resolve("wrk-bare-" + name + ".lua"),
                service,
                List.of("/bench/bytes?size=" + length),
                Map.of());
        return PairedRun.of(
                name,
                settings.rounds(),
                () -> queries.run(settings.clients(), settings.round()),
                () -> bare.run(settings.clients(), settings.round()));
    }

    private double latency(String path) {
        long end = System.nanoTime() + settings.round().toNanos() / 2;
        double[] millis = new double[MAX_RESPONSES];
        int answers = 0;
        while (answers < MIN_RESPONSES || answers < MAX_RESPONSES && System.nanoTime() < end) {
            long start = System.nanoTime();
            service.get(path);
            millis[answers++] = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
        }
        double[] sorted = Arrays.copyOf(millis, answers);
        Arrays.sort(sorted);
        return sorted[answers / 2];
    }
}
