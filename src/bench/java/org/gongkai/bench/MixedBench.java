package org.gongkai.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Measures requests of different kinds at the same time, as they come in practice. */
final class MixedBench {

    private static final String AGENCY = "/api/v1/agencies/%s-00-general-office";

    /** The number of changes after which the questions over all years and over one year are asked. */
    static final int CHANGES = 11;

    /** The number of reports that are accepted each second of the simulated January. */
    private static final int REPORTS_PER_SECOND = 20;

    private final Settings settings;
    private final Service service;
    private final Scale scale;

    MixedBench(Settings settings, Service service, Scale scale) {
        this.settings = settings;
        this.service = service;
        this.scale = scale;
    }

    /**
     * The simulated January.
     *
     * @param reads the rate of the readers
     * @param accepted the number of accepted reports
     * @param hits the number of answers from the cache
     * @param computed the number of answers that were computed
     */
    record January(Throughput reads, int accepted, long hits, long computed, Duration time) {

        double shareOfHits() {
            return (double) hits / (hits + computed);
        }

        @Override
        public String toString() {
            return "%s; p50 / p99 %s ms; %.1f reports/s accepted; %.1f %% of the answers from the cache, %.1f/s computed"
                    .formatted(reads, reads.times(), perSecond(accepted), 100 * shareOfHits(), perSecond(computed));
        }

        private double perSecond(double number) {
            return number * 1000 / time.toMillis();
        }
    }

    /** Measures a cheap request while all clients ask for everything by year. The service must run without its cache. */
    Throughput cheapRequest() {
        Wrk heavy = get("heavy", Question.Q3.paths(Question.variants(scale)));
        Wrk cheap = get("cheap", List.of(AGENCY.formatted(SampleRegistry.firstDistrict())));
        cheap.run(1, settings.round());
        CompletableFuture<Throughput> load = CompletableFuture.supplyAsync(
                () -> heavy.run(settings.clients(), settings.round().plusSeconds(2)));
        Commands.pause(1000);
        Throughput result = cheap.run(1, settings.round());
        System.out.printf("  cheap request %s, p99 %.1f ms, beside %s%n", result, result.slowest(), load.join());
        return result;
    }

    /**
     * Measures a question over all years, and the same question over the last year, each after a report of the last
     * year was accepted. The service must run with its cache.
     *
     * @return the medians in milliseconds: all years, the last year
     */
    double[] afterAChange(NewReports reports) {
        String all = Question.Q3.paths(Question.variants(scale)).get(0);
        String last = all + "&year=" + Scale.LAST_YEAR;
        double[] ofAll = new double[CHANGES];
        double[] ofLast = new double[CHANGES];
        service.get(all);
        service.get(last);
        for (int change = 0; change < CHANGES; change++) {
            reports.submitNext();
            ofAll[change] = millis(all);
            reports.submitNext();
            ofLast[change] = millis(last);
        }
        Arrays.sort(ofAll);
        Arrays.sort(ofLast);
        return new double[] {ofAll[CHANGES / 2], ofLast[CHANGES / 2]};
    }

    private double millis(String path) {
        long start = System.nanoTime();
        service.get(path);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns the number of reports that {@link #january} needs at most. */
    int reportsOfJanuary() {
        return (int) (REPORTS_PER_SECOND * (januaryTime().toSeconds() + 2));
    }

    /** Measures readers of dashboards while reports are accepted. The service must run with its cache. */
    January january(NewReports reports) {
        Wrk readers = get("january", dashboards());
        Counts before = Counts.of(service);
        AtomicInteger accepted = new AtomicInteger();
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        clock.scheduleAtFixedRate(
                () -> submit(reports, accepted, failed), 0, 1_000_000 / REPORTS_PER_SECOND, TimeUnit.MICROSECONDS);
        Throughput reads = readers.run(settings.clients(), januaryTime());
        clock.shutdown();
        if (failed.get() != null) {
            throw failed.get();
        }
        Counts after = Counts.of(service);
        return new January(
                reads, accepted.get(), after.hits - before.hits, after.computed - before.computed, januaryTime());
    }

    private static void submit(NewReports reports, AtomicInteger accepted, AtomicReference<RuntimeException> failed) {
        try {
            reports.submitNext();
            accepted.incrementAndGet();
        } catch (RuntimeException e) {
            failed.compareAndSet(null, e);
            throw e;
        }
    }

    private Duration januaryTime() {
        return settings.round().multipliedBy(3);
    }

    /** Returns what dashboards ask: all years, the own district, and some other districts, each for several figures. */
    private List<String> dashboards() {
        List<String> paths = new ArrayList<>();
        List<String> districts = SampleRegistry.of(scale).districts();
        for (int i = 0; i < districts.size(); i += Math.max(1, districts.size() / 40)) {
            for (String figure : SampleQueries.FIGURES) {
                String query = "/api/v1/statistics?figure=" + figure;
                paths.add(query + "&groupBy=year");
                paths.add(query + "&groupBy=category&year=" + Scale.LAST_YEAR);
                paths.add(query + "&groupBy=year&district=" + districts.get(i));
                paths.add(query + "&groupBy=category&year=%d&district=%s".formatted(Scale.LAST_YEAR, districts.get(i)));
                paths.add(query
                        + "&groupBy=category&year=%d&district=%s".formatted(Scale.LAST_YEAR - 1, districts.get(i)));
            }
        }
        return paths;
    }

    private Wrk get(String name, List<String> paths) {
        return Wrk.get(settings.results().resolve("wrk-" + name + ".lua"), service.url("/"), paths, Map.of());
    }

    /** The answers from the cache and from the database, by the metrics of the service. */
    private record Counts(long hits, long computed) {

        static Counts of(Service service) {
            String metrics = service.get("/q/metrics").body();
            return new Counts(count(metrics, "hit"), count(metrics, "miss"));
        }

        private static long count(String metrics, String cache) {
            return metrics.lines()
                    .filter(line ->
                            line.startsWith("gongkai_rollup_seconds_count") && line.contains("\"" + cache + "\""))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
