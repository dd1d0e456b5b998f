package org.gongkai.filing.diagnosis;

import org.gongkai.rules.FindingView;
import org.gongkai.rules.FindingView.WarningState;
import org.gongkai.rules.Severity;

/**
 * A finding of a rule, and what to do about it.
 *
 * @param finding the finding: the cell, the numbers and their difference, whether it is open or explained
 * @param action what to do; for an explained warning, nothing is left to do
 */
public record DiagnosedFinding(FindingView finding, String action) {

    /** Returns whether the report must be corrected or explained because of it. */
    boolean needsAction() {
        return finding.severity() == Severity.ERROR || finding.state() == WarningState.OPEN;
    }

    boolean hasExplanation() {
        return finding.state() == WarningState.EXPLAINED;
    }
}
