package org.gongkai.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.bench.Question.Variant;

/** Asks the questions over HTTP. */
final class QuestionRequests {

    private final Settings settings;
    private final Database database;
    private final Supplier<Duration> databaseTime;

    /**
     * Creates the requests.
     *
     * @param database the database that answers them
     * @param databaseTime returns the processor time of its server; zero if it is not known
     */
    QuestionRequests(Settings settings, Database database, Supplier<Duration> databaseTime) {
        this.settings = settings;
        this.database = database;
        this.databaseTime = databaseTime;
    }

    /** Sends all questions before the first is measured. */
    void warmUp(Service service, List<Variant> variants) {
        List<String> paths = Stream.of(Question.values())
                .flatMap(question -> question.paths(variants).stream())
                .toList();
        Wrk all = Wrk.get(settings.results().resolve("wrk-warm-up.lua"), service, paths, Map.of());
        new WarmUp(settings, service).repeat(() -> all.run(settings.clients(), settings.round()));
        database.awaitIdle();
    }

    /** Returns a round of a question to the service. */
    Supplier<Measurement> toService(Question question, Service service, List<Variant> variants) {
        return to("service-" + question, service.url("/"), question.paths(variants), service::processorTime);
    }

    /**
     * Returns a round of requests to any server.
     *
     * @param processorTime returns the processor time of that server
     */
    Supplier<Measurement> to(String name, String url, List<String> paths, Supplier<Duration> processorTime) {
        Wrk requests = Wrk.get(settings.results().resolve("wrk-" + name + ".lua"), url, paths, Map.of());
        return () -> {
            Measurement result = Measurement.of(
                    () -> requests.run(settings.clients(), settings.round()),
                    settings.round(),
                    processorTime,
                    databaseTime);
            // The clients are gone, but their last queries may still run.
            database.awaitIdle();
            return result;
        };
    }
}
