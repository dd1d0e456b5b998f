package org.gongkai.filing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongkai.report.Language;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;

/**
 * What the rules say about a revision that could be stored, and which of it has been explained.
 *
 * @param faults warnings and information, in the order of the rule book
 * @param explanations those given for the report, the newest first
 */
record Remarks(List<Fault> faults, List<Explanation> explanations) {

    /** The same with explanations given after those it has, the last given last. */
    Remarks with(List<Explanation> given) {
        List<Explanation> all = new ArrayList<>(given);
        Collections.reverse(all);
        all.addAll(explanations);
        return new Remarks(faults, List.copyOf(all));
    }

    /** The warnings that nobody has explained as they stand. */
    List<Fault> open() {
        return faults.stream().filter(this::isOpen).toList();
    }

    List<Finding> in(Language language) {
        return faults.stream().map(fault -> finding(fault, language)).toList();
    }

    private boolean isOpen(Fault fault) {
        return fault.severity() == Severity.WARNING
                && explanations.stream().noneMatch(explanation -> explanation.explains(fault));
    }

    private Finding finding(Fault fault, Language language) {
        if (fault.severity() != Severity.WARNING) {
            return Finding.of(fault, language);
        }
        Finding.WarningState state = isOpen(fault) ? Finding.WarningState.OPEN : Finding.WarningState.EXPLAINED;
        return Finding.of(fault, state, reason(fault).map(Explanation::told).orElse(null), language);
    }

    /** The reason for just this comparison; failing that, the last one given for another at the same place. */
    private Optional<Explanation> reason(Fault fault) {
        return explanations.stream()
                .filter(explanation -> explanation.explains(fault))
                .findFirst()
                .or(() -> explanations.stream()
                        .filter(explanation -> explanation.isAbout(fault))
                        .findFirst());
    }
}
