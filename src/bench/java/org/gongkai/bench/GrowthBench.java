package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.bench.Statements.Executed;

/** Measures single queries over data of one size, to compare them with other sizes. */
final class GrowthBench {

    private static final int MIN_RESPONSES = 9;
    private static final int MAX_RESPONSES = 201;

    /** A statement that has a plan, unlike those that begin and end transactions. */
    private static final Pattern READS =
            Pattern.compile("(--[^\\n]*\\n|\\s)*(with|select)\\b", Pattern.CASE_INSENSITIVE);

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;

    GrowthBench(Settings settings, Postgres postgres, String database, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.service = service;
    }

    /**
     * Sends requests until the virtual machine has compiled the code for them. Only short queries are used: over large
     * data, long ones would leave time for so few responses that a cold service would be compared with a warm one.
     */
    void warmUp() {
        List<String> paths = SampleQueries.shortQueries();
        Wrk.get(settings.results().resolve("wrk-growth.lua"), service, paths, Map.of())
                .run(settings.clients(), settings.round().multipliedBy(3));
        postgres.database(database).awaitIdle();
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
        List<List<Executed>> statements = new Statements(postgres, database).ofQueries(service, paths);
        for (int i = 0; i < paths.size(); i++) {
            plans.append(paths.get(i)).append("\n\n");
            statements.get(i).stream()
                    .filter(each -> READS.matcher(each.sql()).lookingAt())
                    .forEach(each -> plans.append(plan(each)).append("\n\n"));
        }
        try {
            Files.writeString(settings.results().resolve("plans-" + database + ".txt"), plans);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String plan(Executed statement) {
        return postgres.query(database, "explain (analyze, buffers) " + PgBench.withLiterals(statement));
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
