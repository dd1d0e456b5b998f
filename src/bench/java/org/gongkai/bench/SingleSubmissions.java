package org.gongkai.bench;

import java.util.List;

/** Submits reports of new agencies one by one, to a service on any database. */
final class SingleSubmissions {

    /** The least rate that a round is prepared for, in reports per second. */
    private static final double MIN_RATE = 2_000;

    private final Settings settings;
    private final Database database;
    private final Service service;
    private final List<String> bodies;
    private int nextCode;
    private double rate;

    /**
     * Creates a run.
     *
     * @param firstCode the code of the first agency
     */
    SingleSubmissions(Settings settings, Database database, Service service, int firstCode) {
        this.settings = settings;
        this.database = database;
        this.service = service;
        this.bodies = ThrowawayAgencies.bodies(settings.seed());
        this.nextCode = firstCode;
    }

    /** Returns the reports of an agency, one for each year. */
    List<String> bodies() {
        return bodies;
    }

    /** Registers the district of the submitting agencies. */
    void prepare() {
        service.put("/api/v1/districts", "text/csv", ThrowawayAgencies.REGISTRY.divisionsAsCsv());
    }

    void warmUp() {
        new WarmUp(settings, service).repeat(() -> System.out.printf("  submit, warm-up: service %s%n", submit()));
    }

    /** Submits reports for a round. */
    Throughput submit() {
        ThrowawayAgencies agencies = register(inRound(Math.max(MIN_RATE, 2 * rate)));
        // With several connections, as each token takes a round trip and a commit.
        List<String> tokens = agencies.offices().parallelStream()
                .map(office -> service.tokenOf(office.code()))
                .toList();
        Throughput throughput = Wrk.submit(
                        settings.results().resolve("wrk-submit.lua"), service, agencies, tokens, bodies)
                .run(settings.clients(), settings.round());
        rate = throughput.perSecond();
        long refused = agencies.reportsNotInForce(database);
        if (refused > 0) {
            throw new IllegalStateException(refused + " submitted reports did not come into force");
        }
        return throughput;
    }

    /** Registers new agencies with at least the given number of reports to submit. */
    ThrowawayAgencies register(double reports) {
        ThrowawayAgencies agencies = ThrowawayAgencies.withReports(nextCode, reports, settings.clients());
        nextCode += agencies.number();
        new Loader(service).agencies(agencies.offices());
        return agencies;
    }

    /** Returns the number of reports that a round can submit at a rate. */
    double inRound(double reportsPerSecond) {
        return reportsPerSecond * settings.round().toSeconds();
    }
}
