package org.gongkai.filing.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.Severity;
import org.gongkai.text.Language;

/**
 * What the rules say about a revision that could be stored, and which of it has been explained.
 *
 * @param faults warnings and information, in the order of the rule book
 * @param explanations those given for the report, the newest first
 */
public record Findings(List<Finding> findings, List<Explanation> explanations) {

    /** The same with explanations given after those it has, the last given last. */
    public Findings with(List<Explanation> given) {
        List<Explanation> all = new ArrayList<>(given);
        Collections.reverse(all);
        all.addAll(explanations);
        return new Findings(findings, List.copyOf(all));
    }

    /** The warnings that nobody has explained as they stand. */
    public List<Finding> open() {
        return findings.stream().filter(this::isOpen).toList();
    }

    public List<FindingView> in(Language language) {
        return findings.stream().map(finding -> finding(finding, language)).toList();
    }

    private boolean isOpen(Finding finding) {
        return finding.severity() == Severity.WARNING
                && explanations.stream().noneMatch(explanation -> explanation.explains(finding));
    }

    private FindingView finding(Finding finding, Language language) {
        if (finding.severity() != Severity.WARNING) {
            return FindingView.of(finding, language);
        }
        FindingView.WarningState state =
                isOpen(finding) ? FindingView.WarningState.OPEN : FindingView.WarningState.EXPLAINED;
        return FindingView.of(
                finding, state, reason(finding).map(Explanation::told).orElse(null), language);
    }

    /** The reason for just this comparison; failing that, the last one given for another at the same place. */
    private Optional<Explanation> reason(Finding finding) {
        return explanations.stream()
                .filter(explanation -> explanation.explains(finding))
                .findFirst()
                .or(() -> explanations.stream()
                        .filter(explanation -> explanation.isAbout(finding))
                        .findFirst());
    }
}
