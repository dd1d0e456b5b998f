package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures submissions: single ones against the same statements in pgbench, and batches against single ones. */
final class SubmissionBench {

    /** The number of reports in a batch, per client and per second of a round. */
    private static final int BATCH_PER_CLIENT_SECOND = 24;

    /** The least rate that a round of the service is prepared for, in reports per second. */
    private static final double MIN_RATE_OF_SERVICE = 2_000;

    /** The least rate that a round of pgbench is prepared for. */
    private static final double MIN_RATE_OF_PGBENCH = 10_000;

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;
    private final WarmUp warmUp;
    private final ThrowawayAgencies recorded = new ThrowawayAgencies(ThrowawayAgencies.SAMPLE + 1, 1);
    private final List<String> bodies;
    private int nextCode = recorded.first() + recorded.number();
    private double rateOfService;
    private double rateOfPgBench;

    SubmissionBench(Settings settings, Postgres postgres, String database, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.service = service;
        this.warmUp = new WarmUp(settings, service);
        this.bodies = ThrowawayAgencies.bodies(settings.seed());
    }

    /** Registers the district of the submitting agencies, and the agency whose statements are recorded. */
    void prepare() {
        service.put("/api/v1/districts", "text/csv", ThrowawayAgencies.REGISTRY.divisionsAsCsv());
        new Loader(service).agencies(recorded.offices());
    }

    PairedRun oneByOne() {
        RecordedSubmissions statements = new RecordedSubmissions(postgres, database, service, recorded);
        PgBench same = statements.addTo(new PgBench(settings, postgres, database), bodies);
        warmUp.repeat(() -> System.out.printf("  submit, warm-up: service %s%n", submitByService()));
        // The tables were empty a minute ago. Plans without statistics would be measured until the next automatic
        // analyze.
        postgres.vacuum(database);
        return PairedRun.of("submit", settings.rounds(), this::submitByService, () -> insertByPgBench(same));
    }

    /** Measures batches after a warm-up. */
    Throughput inWarmBatches(int streams) {
        warmUp.repeat(() -> inBatches(streams));
        return inBatches(streams);
    }

    /** Submits all reports of new agencies, in the given number of parallel batches. */
    Throughput inBatches(int streams) {
        ThrowawayAgencies agencies = register((double) BATCH_PER_CLIENT_SECOND
                * settings.clients()
                * settings.round().toSeconds());
        List<Path> batches = Loader.split(agencies.offices(), streams)
                .map(part -> new ThrowawayAgencies(Integer.parseInt(part.get(0).code()), part.size()))
                .map(this::batch)
                .toList();
        Duration took = new Loader(service).sendFiles(batches);
        Throughput rate = Throughput.ofRate(agencies.reports() / (took.toMillis() / 1000.0));
        System.out.printf("  batch, %d at a time: %s%n", streams, rate);
        return rate;
    }

    private Path batch(ThrowawayAgencies part) {
        try {
            return Files.write(settings.results().resolve("batch-" + part.first() + ".ndjson"), (Iterable<String>)
                    part.items(bodies).map(item -> item.line().strip())::iterator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers new agencies with at least the given number of reports to submit. */
    private ThrowawayAgencies register(double reports) {
        ThrowawayAgencies agencies = ThrowawayAgencies.withReports(nextCode, reports, settings.clients());
        nextCode += agencies.number();
        new Loader(service).agencies(agencies.offices());
        return agencies;
    }

    private Throughput submitByService() {
        ThrowawayAgencies agencies = register(inRound(Math.max(MIN_RATE_OF_SERVICE, 2 * rateOfService)));
        // With several connections, as each token takes a round trip and a commit.
        List<String> tokens = agencies.offices().parallelStream()
                .map(office -> service.tokenOf(office.code()))
                .toList();
        Throughput rate = Wrk.submit(settings.results().resolve("wrk-submit.lua"), service, agencies, tokens, bodies)
                .run(settings.clients(), settings.round());
        rateOfService = rate.perSecond();
        long refused = agencies.reportsNotInForce(postgres, database);
        if (refused > 0) {
            throw new IllegalStateException(refused + " submitted reports did not come into force");
        }
        return rate;
    }

    /**
     * Runs the recorded statements in pgbench. Each transaction must have stored a report; otherwise it was not a
     * submission.
     */
    private Throughput insertByPgBench(PgBench same) {
        ThrowawayAgencies agencies = register(inRound(Math.max(MIN_RATE_OF_PGBENCH, 2 * rateOfPgBench)));
        Throughput rate =
                same.run(settings.clients(), settings.round(), RecordedSubmissions.variables(agencies, settings));
        rateOfPgBench = rate.perSecond();
        long stored = agencies.reportsInForce(postgres, database);
        if (stored != same.transactions()) {
            throw new IllegalStateException(
                    "pgbench stored %d reports in %d transactions".formatted(stored, same.transactions()));
        }
        return rate;
    }

    /** Returns the number of reports that a round can submit at a rate. */
    private double inRound(double rate) {
        return rate * settings.round().toSeconds();
    }
}
