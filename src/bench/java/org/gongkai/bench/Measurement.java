package org.gongkai.bench;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A measured rate and the processor time that each request took.
 *
 * @param server processor time of the process that answers HTTP requests, in milliseconds; 0 if there is none
 * @param database processor time of PostgreSQL, in milliseconds; 0 if it is not known
 */
record Measurement(Throughput throughput, double server, double database) {

    /** Returns a rate without processor times. */
    static Measurement of(Throughput throughput) {
        return new Measurement(throughput, 0, 0);
    }

    /**
     * Runs a measurement.
     *
     * @param time how long it takes
     * @param server returns the processor time of the process that answers HTTP requests
     * @param database returns the processor time of PostgreSQL
     */
    static Measurement of(
            Supplier<Throughput> run, Duration time, Supplier<Duration> server, Supplier<Duration> database) {
        Duration serverBefore = server.get();
        Duration databaseBefore = database.get();
        Throughput throughput = run.get();
        double requests = throughput.perSecond() * time.toMillis() / 1000;
        return new Measurement(
                throughput,
                server.get().minus(serverBefore).toMillis() / requests,
                database.get().minus(databaseBefore).toMillis() / requests);
    }

    /** Returns the processor times of the server and of the database. */
    String processorTime() {
        return millis(server) + " / " + millis(database);
    }

    private static String millis(double time) {
        return time == 0 ? "–" : "%.2f".formatted(time);
    }
}
