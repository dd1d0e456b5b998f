package org.gongkai.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.bench.Question.Variant;
import org.gongkai.bench.Statements.Executed;

/**
 * Measures the questions without a cache: the service, its own statements and the former ones in pgbench, and
 * PostgREST if its program is known.
 */
final class QuestionBench {

    static final String SERVICE = "service";
    private static final String OWN = "own statements";
    private static final String FORMER = "former statements";
    private static final String FUNCTION = "PostgREST, function";
    private static final String VIEW = "PostgREST, view";

    private final Settings settings;
    private final Postgres postgres;
    private final String database;
    private final Service service;
    private final QuestionRequests requests;
    private final List<Variant> variants;

    QuestionBench(Settings settings, Postgres postgres, Scale scale, Service service) {
        this.settings = settings;
        this.postgres = postgres;
        this.database = scale.label();
        this.service = service;
        this.requests = new QuestionRequests(settings, postgres.database(database), postgres::processorTime);
        this.variants = Question.variants(scale);
    }

    /** Measures every question and adds its results to a table. The service must run without its cache. */
    void measure(SideBySide table) {
        Optional<PostgRest> postgrest =
                settings.postgrest().map(program -> PostgRest.start(settings, program, postgres, database));
        try {
            requests.warmUp(service, variants);
            for (Question question : Question.values()) {
                table.add(question, Rounds.of(question.name(), settings.rounds(), sides(question, postgrest)));
            }
        } finally {
            postgrest.ifPresent(PostgRest::close);
        }
    }

    private Map<String, Supplier<Measurement>> sides(Question question, Optional<PostgRest> postgrest) {
        List<String> paths = question.paths(variants);
        Map<String, Supplier<Measurement>> sides = new LinkedHashMap<>();
        sides.put(SERVICE, requests.toService(question, service, variants));
        sides.put(OWN, pgBench("own-" + question, new Statements(postgres, database).ofQueries(service, paths)));
        FormerStatements former = new FormerStatements(postgres, database);
        sides.put(
                FORMER,
                pgBench(
                        "former-" + question,
                        variants.stream()
                                .map(variant -> former.of(question, variant))
                                .distinct()
                                .toList()));
        postgrest.ifPresent(peer -> {
            sides.put(FUNCTION, http("function-" + question, peer, question.functionPaths(variants)));
            sides.put(VIEW, http("view-" + question, peer, question.viewPaths(variants)));
        });
        return sides;
    }

    private Supplier<Measurement> http(String name, PostgRest peer, List<String> paths) {
        paths.forEach(peer::get);
        return requests.to(name, peer.url("/"), paths, peer::processorTime);
    }

    private Supplier<Measurement> pgBench(String name, List<List<Executed>> statements) {
        PgBench script = new PgBench(settings, postgres, database);
        statements.forEach(each -> script.addScript(name, each));
        return () -> Measurement.of(
                () -> script.run(settings.clients(), settings.round(), List.of()),
                settings.round(),
                () -> Duration.ZERO,
                postgres::processorTime);
    }
}
