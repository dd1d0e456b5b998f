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

    /** The least rate that a round of pgbench is prepared for. */
    private static final double MIN_RATE_OF_PGBENCH = 10_000;

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;
    private final ThrowawayAgencies recorded = new ThrowawayAgencies(ThrowawayAgencies.SAMPLE + 1, 1);
    private final SingleSubmissions singly;
    private double rateOfPgBench;

    SubmissionBench(Settings settings, Postgres postgres, String database, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = database;
        this.service = service;
        this.singly = new SingleSubmissions(
                settings, postgres.database(database), service, recorded.first() + recorded.number());
    }

    /** Registers the district of the submitting agencies, and the agency whose statements are recorded. */
    void prepare() {
        singly.prepare();
        new Loader(service).agencies(recorded.offices());
    }

    PairedRun oneByOne() {
        RecordedSubmissions statements = new RecordedSubmissions(postgres, database, service, recorded);
        PgBench same = statements.addTo(new PgBench(settings, postgres, database), singly.bodies());
        singly.warmUp();
        // The tables were empty a minute ago. Plans without statistics would be measured until the next automatic
        // analyze.
        postgres.database(database).vacuum();
        return PairedRun.of("submit", settings.rounds(), singly::submit, () -> insertByPgBench(same));
    }

    /** Measures batches after a warm-up. */
    Throughput inWarmBatches(int streams) {
        new WarmUp(settings, service).repeat(() -> inBatches(streams));
        return inBatches(streams);
    }

    /** Submits all reports of new agencies, in the given number of parallel batches. */
    Throughput inBatches(int streams) {
        ThrowawayAgencies agencies = singly.register((double) BATCH_PER_CLIENT_SECOND
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
                    part.items(singly.bodies()).map(item -> item.line().strip())::iterator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the recorded statements in pgbench. Each transaction must have stored a report; otherwise it was not a
     * submission.
     */
    private Throughput insertByPgBench(PgBench same) {
        ThrowawayAgencies agencies = singly.register(singly.inRound(Math.max(MIN_RATE_OF_PGBENCH, 2 * rateOfPgBench)));
        Throughput rate =
                same.run(settings.clients(), settings.round(), RecordedSubmissions.variables(agencies, settings));
        rateOfPgBench = rate.perSecond();
        long stored = agencies.reportsInForce(postgres.database(database));
        if (stored != same.transactions()) {
            throw new IllegalStateException(
                    "pgbench stored %d reports in %d transactions".formatted(stored, same.transactions()));
        }
        return rate;
    }
}
