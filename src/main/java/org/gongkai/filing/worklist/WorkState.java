package org.gongkai.filing.worklist;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The reason why a revision is on the work list. */
public enum WorkState {
    /** It waits for a decision. */
    WAITING(new Text("待审核", "Waiting")),
    /** It is in force, and warnings about it opened afterwards: the report of an earlier year changed. */
    REOPENED(new Text("生效后又出现提示", "Warnings opened again"));

    private final Text label;

    WorkState(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static WorkState fromString(String name) {
        return ParameterFault.choose("state", name, values(), WorkState::name);
    }
}
