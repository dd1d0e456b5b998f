package org.gongkai.filing.preview;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.StoredReports;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.form.Form;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * Checks stored reports with a changed rule book, and with the current one, so that the difference is that of the changes
 * alone. Reports are loaded without a lock, a few agencies in each transaction.
 */
@ApplicationScoped
class RulePreviews {

    /** The maximum number of reports of one preview. It is that of some seconds of work. */
    static final int MAX_REPORTS = 5_000;

    private static final int AGENCIES_AT_ONCE = 32;

    private static final Text TOO_MANY = new Text(
            "约有 %s 份报告需要试算，最多 %s 份；请减少年度，或指定较小的区划",
            "The preview would check about %s reports, and the limit is %s; ask for fewer years, or for a smaller district");

    private final StoredReports storedReports;
    private final ReportRepository repository;

    RulePreviews(StoredReports storedReports, ReportRepository repository) {
        this.storedReports = storedReports;
        this.repository = repository;
    }

    /**
     * Returns the effect of the changes.
     *
     * @throws ProblemException if there are too many reports
     */
    RulePreview of(PreviewQuestion question, Language language) {
        StoredReports.Selection selection = new StoredReports.Selection(
                question.years(),
                question.district().orElse(null),
                question.agencies().orElse(null));
        Trial trial = new Trial(question, language);
        refuseTooMany(QuarkusTransaction.requiringNew().call(() -> storedReports.count(selection)));
        List<String> agencies = List.of();
        do {
            String last = agencies.isEmpty() ? "" : agencies.get(agencies.size() - 1);
            agencies = QuarkusTransaction.requiringNew().call(() -> checkSome(selection, last, trial));
        } while (agencies.size() == AGENCIES_AT_ONCE);
        return trial.result();
    }

    private static void refuseTooMany(long reports) {
        if (reports > MAX_REPORTS) {
            throw new ProblemException(ProblemType.TOO_MANY_ROWS, TOO_MANY.with(reports, MAX_REPORTS));
        }
    }

    private List<String> checkSome(StoredReports.Selection selection, String after, Trial trial) {
        List<String> agencies = storedReports.agenciesAfter(selection, after, AGENCIES_AT_ONCE);
        LoadedReports loaded = repository.view(storedReports.reports(selection, agencies));
        loaded.byAgency().values().forEach(agency -> trial.check(agency, repository));
        return agencies;
    }

    /** The reports that have been checked so far. */
    private static final class Trial {

        private final PreviewQuestion question;
        private final Set<String> rules;
        private final List<EffectCount> effects;
        private final Map<Form, RuleBook> books = new HashMap<>();
        private long reports;
        private long refused;

        Trial(PreviewQuestion question, Language language) {
            this.question = question;
            this.rules = question.rules();
            this.effects = question.changes().stream()
                    .map(change ->
                            new EffectCount(change, official(change.rule()).severity(), language))
                    .toList();
        }

        private static Rule official(String id) {
            return RuleBook.all().stream()
                    .filter(rule -> rule.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        void check(AgencyReports agency, ReportRepository repository) {
            for (int year : question.years()) {
                List<TrackedRevision> current = agency.history(year).current();
                repository.loadForCheck(agency, current);
                current.forEach(revision -> check(agency, agency.history(year), revision));
            }
        }

        private void check(AgencyReports agency, ReportHistory history, TrackedRevision revision) {
            Situation situation =
                    agency.situation(revision.contents(), revision.row().contentHash(), history.firstSubmittedAt());
            Form form = revision.contents().form();
            List<Finding> before = RuleBook.of(form).findings(situation, rules);
            List<Finding> after = books.computeIfAbsent(form, key -> RuleBook.changed(key, question.changes()))
                    .findings(situation, rules);
            long refusing = effects.stream()
                    .filter(effect -> effect.add(revision.row(), before, after))
                    .count();
            reports++;
            refused += refusing > 0 ? 1 : 0;
        }

        RulePreview result() {
            return new RulePreview(
                    RuleBook.VERSION,
                    question.years(),
                    question.district().orElse(null),
                    reports,
                    refused,
                    effects.stream().map(EffectCount::result).toList());
        }
    }
}
