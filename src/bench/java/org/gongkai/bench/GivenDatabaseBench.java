package org.gongkai.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gongkai.bench.Question.Variant;

/**
 * Measures the service on a database that is given, such as the coordinator of a cluster: the questions and single
 * submissions over HTTP. The files and the log of its server are not needed.
 */
final class GivenDatabaseBench {

    private final Settings settings;
    private final Scale scale;
    private final Database database;
    private final Scorecard scorecard = new Scorecard();
    private final SideBySide sideBySide = new SideBySide();

    GivenDatabaseBench(Settings settings, Scale scale, Database database) {
        this.settings = settings;
        this.scale = scale;
        this.database = database;
    }

    void run() {
        scorecard.note("load of the machine before: " + Machine.load());
        try (Service service = Service.start(settings, database.url(), Service.WITHOUT_CACHE)) {
            fill(service);
            if (settings.wants("questions")) {
                questions(service);
            }
            if (settings.wants("submissions")) {
                scorecard.addValue("single submission", submissions(service).toString());
            }
        }
        scorecard.note("load of the machine after: " + Machine.load());
        Machine.describe(settings, database).forEach(scorecard::note);
        scorecard.note(scale.describe());
        scorecard.write(settings.results().resolve("table.md"), sideBySide.toString());
    }

    /** Loads an empty database through the service, which works on every layout. */
    private void fill(Service service) {
        if (!database.query("select count(*) from agency").equals("0")) {
            return;
        }
        SampleRegistry registry = SampleRegistry.of(scale);
        Loader loader = new Loader(service);
        loader.registry(registry);
        scale.years().forEach(loader::open);
        loader.reports(scale, settings, registry.offices());
        database.query("vacuum (analyze)");
    }

    private void questions(Service service) {
        QuestionRequests requests = new QuestionRequests(settings, database, () -> Duration.ZERO);
        List<Variant> variants = Question.variants(scale);
        requests.warmUp(service, variants);
        for (Question question : Question.values()) {
            sideBySide.add(
                    question,
                    Rounds.of(
                            question.name(),
                            settings.rounds(),
                            Map.of(QuestionBench.SERVICE, requests.toService(question, service, variants))));
        }
    }

    private Throughput submissions(Service service) {
        SingleSubmissions singly = new SingleSubmissions(settings, database, service, nextCode());
        singly.prepare();
        singly.warmUp();
        return Rounds.of(
                        "submit",
                        settings.rounds(),
                        Map.of(QuestionBench.SERVICE, () -> Measurement.of(singly.submit())))
                .get(QuestionBench.SERVICE)
                .throughput();
    }

    /** Returns a code that no agency of an earlier run has. */
    private int nextCode() {
        return 1
                + Integer.parseInt(database.query(
                        "select coalesce(max(code::integer), %d) from agency where code ~ '^[1-9]\\d{6}$'"
                                .formatted(ThrowawayAgencies.SAMPLE)));
    }
}
