package org.gongkai.filing.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.RuleChange;
import org.gongkai.rules.Severity;
import org.gongkai.text.Language;

/** Counts the effect of a change of one rule, report by report. */
final class EffectCount {

    static final int MAX_EXAMPLES = 20;

    private final RuleChange change;
    private final Severity official;
    private final Language language;
    private final List<RuleEffect.Example> examples = new ArrayList<>();
    private long before;
    private long after;
    private long added;
    private long removed;
    private long reports;
    private long refused;

    EffectCount(RuleChange change, Severity official, Language language) {
        this.change = change;
        this.official = official;
        this.language = language;
    }

    /**
     * Counts one report. Findings of other rules are left out.
     *
     * @return whether the changed rule would refuse the report
     */
    boolean add(RevisionRow revision, List<Finding> allBefore, List<Finding> allAfter) {
        List<Finding> old = ofRule(allBefore);
        List<Finding> current = ofRule(allAfter);
        List<Finding> appeared = Finding.notAmong(old, current);
        List<Finding> disappeared = Finding.notAmong(current, old);
        List<Finding> kept = changesSeverity() ? Finding.notAmong(appeared, current) : List.of();
        before += old.size();
        after += current.size();
        added += appeared.size();
        removed += disappeared.size();
        reports += appeared.isEmpty() && disappeared.isEmpty() && kept.isEmpty() ? 0 : 1;
        show(revision, RuleEffect.ExampleChange.ADDED, appeared);
        show(revision, RuleEffect.ExampleChange.REMOVED, disappeared);
        show(revision, RuleEffect.ExampleChange.SEVERITY_CHANGED, kept);
        boolean isRefused = !current.isEmpty() && change.severity().equals(Optional.of(Severity.ERROR));
        refused += isRefused ? 1 : 0;
        return isRefused;
    }

    private List<Finding> ofRule(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(change.rule()))
                .toList();
    }

    private boolean changesSeverity() {
        return change.severity().filter(severity -> severity != official).isPresent();
    }

    private void show(RevisionRow revision, RuleEffect.ExampleChange kind, List<Finding> findings) {
        findings.stream()
                .limit(MAX_EXAMPLES - examples.size())
                .map(finding -> new RuleEffect.Example(
                        revision.agency(),
                        revision.year(),
                        revision.revision(),
                        kind,
                        FindingView.of(finding, language)))
                .forEach(examples::add);
    }

    RuleEffect result() {
        return new RuleEffect(
                change.rule(),
                RuleSetting.of(official),
                change.severity().map(RuleSetting::of).orElse(RuleSetting.OFF),
                before,
                after,
                added,
                removed,
                reports,
                refused,
                List.copyOf(examples));
    }
}
