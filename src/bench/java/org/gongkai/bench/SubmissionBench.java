package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.Statements.Executed;

/** Measures submissions: single ones against the same statements in pgbench, and batches against single ones. */
final class SubmissionBench {

    /** The number of agencies in each group, per client and per second of a round. */
    private static final int AGENCIES_PER_CLIENT_SECOND = 6;

    /** The number of years with reports to submit. */
    private static final int YEARS = 400;

    private static final int YEARS_PER_BATCH = 4;

    /** The service is warm when compilation takes less than this share of one processor. */
    private static final double MAX_COMPILATION_SHARE = 0.1;

    /**
     * The number of earlier years that the rules compare a report with. The agency whose statements are recorded has
     * all of them.
     */
    private static final int HISTORY = 5;

    /** An array of numbers or codes in the format of the server's log. */
    private static final Pattern ARRAY = Pattern.compile("\\{(\"?\\d+\"?(?:,\"?\\d+\"?)*)}");

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;
    private final int perClient;
    private final ThrowawayAgencies byService;
    private final ThrowawayAgencies byPgBench;
    private final ThrowawayAgencies byBatch;
    private final ThrowawayAgencies recorded = new ThrowawayAgencies(900_000, 1);
    private final List<String> bodies;
    private List<String> tokens = List.of();

    SubmissionBench(Settings settings, Postgres postgres, String database, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.service = service;
        this.perClient = AGENCIES_PER_CLIENT_SECOND * (int) settings.round().toSeconds();
        int number = settings.clients() * perClient;
        this.byService = new ThrowawayAgencies(100_000, number);
        this.byPgBench = new ThrowawayAgencies(200_000, number);
        this.byBatch = new ThrowawayAgencies(300_000, number);
        this.bodies = ThrowawayAgencies.bodies(settings.seed(), YEARS);
    }

    /** Registers the submitting agencies and fetches their tokens. */
    void prepare() {
        Loader loader = new Loader(service);
        service.put("/api/v1/districts", "text/csv", ThrowawayAgencies.REGISTRY.divisionsAsCsv());
        loader.agencies(Stream.of(byService, byPgBench, byBatch, recorded)
                .flatMap(group -> group.offices().stream())
                .toList());
        tokens = byService.offices().stream()
                .map(office -> service.tokenOf(office.code()))
                .toList();
    }

    PairedRun oneByOne() {
        PgBench same = new PgBench(settings, postgres, database);
        int year = recorded.nextYear(postgres, database) + HISTORY;
        same.addScript("submit", head(), statements(year), parameter -> expression(parameter, year));
        warmUp(() -> System.out.printf("  submit, warm-up: service %s%n", submitByService()));
        return PairedRun.of("submit", settings.rounds(), this::submitByService, () -> insertByPgBench(same));
    }

    /** Measures batches after a warm-up. */
    Throughput inWarmBatches(int streams) {
        warmUp(() -> inBatches(streams));
        return inBatches(streams);
    }

    /** Submits some years of reports of all agencies of a group, in the given number of parallel batches. */
    Throughput inBatches(int streams) {
        int first = byBatch.nextYear(postgres, database);
        List<ThrowawayAgencies> parts = Loader.split(byBatch.offices(), streams)
                .map(part -> new ThrowawayAgencies(Integer.parseInt(part.get(0).code()), part.size()))
                .toList();
        Duration took = new Loader(service)
                .sendFiles(parts.stream().map(part -> batch(part, first)).toList());
        Throughput rate = new Throughput(byBatch.number() * YEARS_PER_BATCH / (took.toMillis() / 1000.0), Double.NaN);
        System.out.printf("  batch, %d at a time: %s%n", streams, rate);
        return rate;
    }

    private Path batch(ThrowawayAgencies part, int firstYear) {
        try {
            return Files.write(settings.results().resolve("batch-" + part.first() + ".ndjson"), (Iterable<String>)
                    part.items(firstYear, YEARS_PER_BATCH, bodies)
                            .map(item -> item.line().strip())::iterator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeats a round until the virtual machine has compiled most of the code, which takes minutes. */
    private void warmUp(Runnable round) {
        long start = System.nanoTime();
        boolean compiling = true;
        while (compiling && System.nanoTime() - start < settings.warmUp().toNanos()) {
            Duration before = service.compilationTime();
            long began = System.nanoTime();
            round.run();
            compiling = service.compilationTime().minus(before).toNanos()
                    > MAX_COMPILATION_SHARE * (System.nanoTime() - began);
        }
    }

    private Throughput submitByService() {
        int first = byService.nextYear(postgres, database);
        List<String> rest = bodies.subList(first - ThrowawayAgencies.FIRST_YEAR, bodies.size());
        return Wrk.submit(settings.results().resolve("wrk-submit.lua"), service, byService, tokens, first, rest)
                .run(settings.clients(), settings.round());
    }

    /**
     * Runs the recorded statements in pgbench. Each transaction must have stored a report; otherwise it was not a
     * submission.
     */
    private Throughput insertByPgBench(PgBench same) {
        long before = byPgBench.reports(postgres, database);
        int first = byPgBench.nextYear(postgres, database);
        Throughput rate = same.run(
                settings.clients(),
                settings.round(),
                List.of("turn=-1", "first=" + byPgBench.first(), "firstyear=" + first));
        long stored = byPgBench.reports(postgres, database) - before;
        if (stored != same.transactions()) {
            throw new IllegalStateException(
                    "pgbench stored %d reports in %d transactions".formatted(stored, same.transactions()));
        }
        return rate;
    }

    /** Returns the script that counts through the agencies of each client, and then through the years. */
    private String head() {
        String years = IntStream.rangeClosed(-HISTORY, HISTORY)
                .mapToObj(
                        offset -> "\\set %s :firstyear + :turn / %d + %d\n".formatted(name(offset), perClient, offset))
                .collect(Collectors.joining());
        return "\\set turn :turn + 1\n\\set agency :first + :client_id * %1$d + :turn %% %1$d\n".formatted(perClient)
                + years;
    }

    private List<Executed> statements(int year) {
        String token = service.tokenOf(String.valueOf(recorded.first()));
        for (int earlier = year - HISTORY; earlier < year; earlier++) {
            submit(earlier, token);
        }
        return new Statements(postgres, database)
                .during(List.of(() -> submit(year, token)))
                .get(0);
    }

    private void submit(int year, String token) {
        String path = "/api/v1/reports/%d/%d".formatted(recorded.first(), year);
        String answer = service.submit(
                path,
                token,
                ThrowawayAgencies.bodyOf(recorded.first(), bodies.get(year - ThrowawayAgencies.FIRST_YEAR)));
        if (!answer.contains("\"ACCEPTED\"")) {
            throw new IllegalStateException("Not accepted: " + answer);
        }
    }

    /**
     * Returns the expression for a parameter that depends on the agency or the year of the recorded submission; null
     * for other parameters.
     */
    private String expression(String parameter, int year) {
        Matcher array = ARRAY.matcher(parameter);
        if (!array.matches()) {
            return element(parameter, year);
        }
        List<String> elements = Stream.of(array.group(1).split(","))
                .map(each -> element(each.replace("\"", ""), year))
                .toList();
        if (elements.contains(null)) {
            return null;
        }
        return Set.copyOf(elements).size() == 1
                ? "array_fill(%s, array[%d])".formatted(elements.get(0), elements.size())
                : "array[%s]".formatted(String.join(", ", elements));
    }

    private String element(String value, int year) {
        if (value.equals(String.valueOf(recorded.first()))) {
            return ":agency::text";
        }
        return value.matches("\\d{4}") && Math.abs(Integer.parseInt(value) - year) <= HISTORY
                ? ":%s::int".formatted(name(Integer.parseInt(value) - year))
                : null;
    }

    private static String name(int offset) {
        return offset < 0 ? "year_m" + -offset : "year_p" + offset;
    }
}
