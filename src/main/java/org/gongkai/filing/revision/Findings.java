package org.gongkai.filing.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.Severity;
import org.gongkai.text.Language;

/**
 * The findings about a revision that can be stored, with the explanations given for its report.
 *
 * @param findings warnings and information, in the order of the rule book
 * @param explanations explanations of the report, the newest first
 */
public record Findings(List<Finding> findings, List<ExplanationRow> explanations) {

    /** Returns the same findings with further explanations, in the order in which they were given. */
    public Findings with(List<ExplanationRow> given) {
        List<ExplanationRow> all = new ArrayList<>(given);
        Collections.reverse(all);
        all.addAll(explanations);
        return new Findings(findings, List.copyOf(all));
    }

    /** Returns the warnings that have no explanation for their comparison. */
    public List<Finding> open() {
        return findings.stream().filter(this::isOpen).toList();
    }

    /** Returns the findings as a client sees them; the public sees no explanations. */
    public List<FindingView> in(Language language, Visibility visibility) {
        return findings.stream()
                .map(finding -> view(finding, language, visibility))
                .toList();
    }

    private boolean isOpen(Finding finding) {
        return finding.severity() == Severity.WARNING
                && explanations.stream().noneMatch(explanation -> explanation.explains(finding));
    }

    private FindingView view(Finding finding, Language language, Visibility visibility) {
        if (finding.severity() != Severity.WARNING) {
            return FindingView.of(finding, language);
        }
        FindingView.WarningState state =
                isOpen(finding) ? FindingView.WarningState.OPEN : FindingView.WarningState.EXPLAINED;
        Optional<ExplanationRow> explanation = visibility == Visibility.FULL ? explanation(finding) : Optional.empty();
        return FindingView.of(
                finding, state, explanation.map(ExplanationRow::view).orElse(null), language);
    }

    /** Returns the explanation of this comparison, or else the newest one of another comparison at the same place. */
    private Optional<ExplanationRow> explanation(Finding finding) {
        return explanations.stream()
                .filter(explanation -> explanation.explains(finding))
                .findFirst()
                .or(() -> explanations.stream()
                        .filter(explanation -> explanation.isAbout(finding))
                        .findFirst());
    }
}
