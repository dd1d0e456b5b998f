package org.gongkai.filing.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.rules.Finding;

/**
 * Counts refused submissions by report and rule. Its size does not grow with the number of submissions, but with that of
 * different reports.
 */
public final class RefusalTally {

    private static final Comparator<FilingId> ORDER =
            Comparator.comparing(FilingId::agency).thenComparing(FilingId::year);

    private final Map<FilingId, Count> reports = new TreeMap<>(ORDER);
    private final Map<FilingId, Map<String, Count>> rules = new TreeMap<>(ORDER);

    /** A number of attempts with their errors. */
    private record Count(long attempts, long errors) {

        Count plus(Count other) {
            return new Count(attempts + other.attempts, errors + other.errors);
        }
    }

    /**
     * A count of a report.
     *
     * @param report the report
     * @param rule id of the rule; {@code null} for all rules together
     * @param attempts refused submissions, those that broke the rule
     * @param errors errors in them
     */
    record Row(FilingId report, String rule, long attempts, long errors) {}

    /**
     * Counts a refused submission.
     *
     * @param errors its errors
     */
    public void add(FilingId report, List<Finding> errors) {
        reports.merge(report, new Count(1, errors.size()), Count::plus);
        Map<String, Count> ofReport = rules.computeIfAbsent(report, id -> new TreeMap<>());
        errors.stream()
                .collect(Collectors.groupingBy(Finding::rule, Collectors.counting()))
                .forEach((rule, number) -> ofReport.merge(rule, new Count(1, number), Count::plus));
    }

    public boolean isEmpty() {
        return reports.isEmpty();
    }

    /** Returns the counts of reports, always in the same order, so that two transactions cannot wait for each other. */
    List<Row> ofReports() {
        return reports.entrySet().stream()
                .map(report -> row(report.getKey(), null, report.getValue()))
                .toList();
    }

    /** Returns the counts of the rules of reports. */
    List<Row> ofRules() {
        return rules.entrySet().stream()
                .flatMap(report -> ofRules(report.getKey(), report.getValue()))
                .toList();
    }

    private static Stream<Row> ofRules(FilingId report, Map<String, Count> counts) {
        return counts.entrySet().stream().map(rule -> row(report, rule.getKey(), rule.getValue()));
    }

    private static Row row(FilingId report, String rule, Count count) {
        return new Row(report, rule, count.attempts(), count.errors());
    }
}
