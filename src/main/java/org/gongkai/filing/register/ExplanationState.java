package org.gongkai.filing.register;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The state of the finding that an explanation is about. */
public enum ExplanationState {
    /** The report in force has the finding, and the explanation holds for it. */
    ACCEPTED(new Text("已认可", "Accepted")),
    /** The newest revision, which waits or was returned, has the finding, and the explanation holds for it. */
    OPEN(new Text("待定", "Open")),
    /**
     * The report in force or such a newest revision has a finding of the same rule at the same place, whose numbers or
     * texts have changed since. It has no explanation.
     */
    REOPENED(new Text("重新待说明", "Reopened")),
    /** The finding is gone: the report was corrected or withdrawn, or the finding was explained again. */
    SETTLED(new Text("已了结", "Settled"));

    private final Text label;

    ExplanationState(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static ExplanationState fromString(String name) {
        return ParameterFault.choose("state", name, values(), ExplanationState::name);
    }
}
