package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Loads the packaged service with data of a given size and measures it. Run by bench/run. */
final class Bench {

    private static final int STARTS = 5;

    /** The database that receives submissions. */
    private static final String COPY = "submissions";

    private final Settings settings;
    private final Postgres postgres;
    private final Scorecard scorecard = new Scorecard();
    private final SideBySide sideBySide = new SideBySide();

    private Bench(Settings settings, Postgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the size, and optionally a smaller size to compare it with
     */
    public static void main(String[] arguments) throws IOException {
        Scale scale = Scale.of(arguments[0]);
        Optional<Scale> smaller = arguments.length > 1 ? Optional.of(Scale.of(arguments[1])) : smaller(scale);
        Settings settings = Settings.of(scale, System.getenv());
        Files.createDirectories(settings.results());
        if (settings.given().isPresent()) {
            new GivenDatabaseBench(settings, scale, settings.given().get()).run();
        } else {
            onOwnServer(settings, scale, smaller);
        }
    }

    private static void onOwnServer(Settings settings, Scale scale, Optional<Scale> smaller) {
        Postgres postgres = Postgres.start(settings);
        // Stop the server even if the benchmark is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        new Bench(settings, postgres).run(scale, smaller);
    }

    private static Optional<Scale> smaller(Scale scale) {
        return switch (scale) {
            case TINY, CITY -> Optional.empty();
            case PROVINCE -> Optional.of(Scale.CITY);
            case COUNTRY -> Optional.of(Scale.PROVINCE);
        };
    }

    private void run(Scale scale, Optional<Scale> smaller) {
        scorecard.note("load of the machine before: " + Machine.load());
        smaller.ifPresent(this::load);
        load(scale);
        if (settings.wants("growth")) {
            smaller.ifPresent(less -> growth(latenciesOf(less), latenciesOf(scale), less, scale));
        }
        if (settings.wants("questions")) {
            questions(scale);
        }
        if (settings.wants("mixed")) {
            mixed(scale);
        }
        if (settings.wants("cached") || settings.wants("submissions")) {
            onCopy(scale);
        }
        if (settings.wants("starts")) {
            startTimes(scale);
        }
        scorecard.note("load of the machine after: " + Machine.load());
        Machine.describe(settings, database(scale)).forEach(scorecard::note);
        scorecard.note("PostgreSQL with " + String.join(", ", Postgres.SETTINGS));
        scorecard.note("%s, %s in the database"
                .formatted(scale.describe(), database(scale).size()));
        scorecard.write(settings.results().resolve("table.md"), sideBySide.toString());
    }

    /** Measures the questions on the service, in pgbench and on PostgREST, without a cache. */
    private void questions(Scale scale) {
        step("Questions");
        try (Service service = service(scale, Service.WITHOUT_CACHE)) {
            new QuestionBench(settings, postgres, scale, service).measure(sideBySide);
        }
    }

    /** Measures requests of different kinds at the same time. */
    private void mixed(Scale scale) {
        step("Requests of different kinds");
        try (Service service = service(scale, Service.WITHOUT_CACHE)) {
            Throughput cheap = new MixedBench(settings, service, scale).cheapRequest();
            scorecard.add(
                    "p99 of an agency while all ask for everything by year",
                    "%.1f ms".formatted(cheap.slowest()),
                    "",
                    "",
                    "≤ 50 ms",
                    cheap.slowest() <= 50 ? "yes" : "**no**");
        }
        // Roll-ups of the loaded reports must not include submitted ones, in case that BENCH_REUSE measures them again.
        postgres.copy(scale.label(), COPY);
        try (Service service = Service.start(settings, postgres.database(COPY).url(), Map.of())) {
            MixedBench mixed = new MixedBench(settings, service, scale);
            NewReports reports =
                    NewReports.of(settings, service, scale, mixed.reportsOfJanuary() + 2 * MixedBench.CHANGES);
            double[] millis = mixed.afterAChange(reports);
            scorecard.atMost("all years, after a change in one: against that year", millis[0], millis[1], 2);
            scorecard.addValue("a January", mixed.january(reports).toString());
        }
    }

    private void onCopy(Scale scale) {
        postgres.copy(scale.label(), COPY);
        try (Service service = Service.start(settings, postgres.database(COPY).url(), Map.of())) {
            if (settings.wants("cached")) {
                cachedRollUps(new RollUpBench(settings, service), scale);
            }
            if (settings.wants("submissions")) {
                submissions(new SubmissionBench(settings, postgres, COPY, service));
            }
            scorecard.addValue(
                    "memory of the service",
                    "%s at most, now %s; %s"
                            .formatted(service.memory("VmHWM"), service.memory("VmRSS"), service.heap()));
        }
    }

    /** Returns the latencies of a newly started service, with the same warm-up for all sizes. */
    private Map<String, Double> latenciesOf(Scale scale) {
        try (Service service = service(scale, Service.WITHOUT_CACHE)) {
            step("Queries to the " + scale.label());
            GrowthBench growth = new GrowthBench(settings, postgres, scale.label(), service);
            growth.warmUp();
            Map<String, Double> latencies = growth.latencies();
            growth.explain();
            return latencies;
        }
    }

    private void load(Scale scale) {
        Path done = settings.home().resolve(scale.label() + ".loaded");
        if (settings.reuse() && Files.exists(done)) {
            return;
        }
        step("Loading the " + scale.label());
        deleteMarker(done);
        postgres.create(scale.label());
        SampleRegistry sampleRegistry = SampleRegistry.of(scale);
        long start = System.nanoTime();
        try (Service service = service(scale, Map.of())) {
            Loader loader = new Loader(service);
            loader.registry(sampleRegistry);
            scale.years().forEach(loader::open);
            start = System.nanoTime();
            if (settings.load().equals("api")) {
                loader.reports(scale, settings, sampleRegistry.offices());
            }
        }
        if (settings.load().equals("copy")) {
            copy(scale, sampleRegistry);
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        scorecard.addValue(
                "loading the " + scale.label() + " by " + settings.load(),
                "%,d reports in %.0f s, %.0f/s".formatted(scale.reports(), seconds, scale.reports() / seconds));
        database(scale).vacuum();
        writeMarker(done);
    }

    private void copy(Scale scale, SampleRegistry sampleRegistry) {
        new CopyLoader(database(scale)).reports(scale, settings, sampleRegistry.offices());
        database(scale).vacuum();
        Service.rebuild(settings, database(scale).url());
        if (!database(scale).query(Resource.text("recount.sql")).equals("0")) {
            throw new IllegalStateException("The tables of figures differ from the reports that were copied");
        }
    }

    private void growth(Map<String, Double> before, Map<String, Double> now, Scale smaller, Scale scale) {
        double data = (double) scale.reports() / smaller.reports();
        now.forEach((name, millis) -> {
            double target = name.startsWith("one ") ? 1.2 : data;
            String what = "%s: %s against %s".formatted(name, scale.label(), smaller.label());
            scorecard.atMost(what, millis, before.get(name), target);
        });
    }

    private void cachedRollUps(RollUpBench rollUps, Scale scale) {
        step("Cached roll-ups");
        String path = Question.Q1.paths(Question.variants(scale)).get(0);
        scorecard.atLeast("cached roll-up, against a bare response", rollUps.cached(path), 0.5);
        rollUps.notModified(path)
                .ifPresentOrElse(
                        pairedRun -> scorecard.atLeast("304, against a bare response", pairedRun, 0.8),
                        () -> scorecard.addValue("304", "not supported by the service"));
    }

    private void submissions(SubmissionBench bench) {
        step("Submissions");
        bench.prepare();
        PairedRun single = bench.oneByOne();
        scorecard.atLeast("single submission, against its statements", single, 0.5);
        Throughput together = bench.inWarmBatches(settings.streams());
        Throughput alone = bench.inBatches(1);
        scorecard.atLeast(
                "batch, %d at a time, against single".formatted(settings.streams()), together, single.service(), 5);
        scorecard.addValue("batch, one at a time", alone.toString());
    }

    /** Measures the start as it is, and with an archive of the classes that an earlier start has loaded. */
    private void startTimes(Scale scale) {
        step("Start times");
        Path archive = settings.results().resolve("classes.jsa");
        scorecard.addValue("start until ready", seconds(medianStart(scale)));
        service(scale, Map.of(), "-XX:ArchiveClassesAtExit=" + archive).close();
        double median = medianStart(scale, "-XX:SharedArchiveFile=" + archive);
        scorecard.add(
                "start until ready, with an archive of classes",
                seconds(median),
                "",
                "",
                "< 5 s",
                median < 5_000 ? "yes" : "**no**");
    }

    private static String seconds(double millis) {
        return "%.2f s".formatted(millis / 1000);
    }

    /** Returns the median time of several starts, in milliseconds. */
    private double medianStart(Scale scale, String... options) {
        return IntStream.range(0, STARTS)
                .mapToLong(start -> startOnce(scale, options))
                .sorted()
                .skip(STARTS / 2)
                .findFirst()
                .orElseThrow();
    }

    private long startOnce(Scale scale, String... options) {
        try (Service service = service(scale, Map.of(), options)) {
            return service.startupTime().toMillis();
        }
    }

    private Service service(Scale scale, Map<String, String> environment, String... options) {
        return Service.start(settings, database(scale).url(), environment, options);
    }

    private Database database(Scale scale) {
        return postgres.database(scale.label());
    }

    private void writeMarker(Path done) {
        try {
            Files.writeString(done, "seed " + settings.seed() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteMarker(Path done) {
        try {
            Files.deleteIfExists(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void step(String what) {
        System.out.println(what);
    }
}
