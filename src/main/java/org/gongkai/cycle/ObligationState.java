package org.gongkai.cycle;

import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The state of the obligation to report. */
public enum ObligationState {
    /** The first submission was before the deadline. */
    ON_TIME(new Text("按期报送", "On time")),
    /** The first submission was after the deadline. */
    LATE(new Text("逾期报送", "Late")),
    /** The oversight office returned the report, no report is in force, and no other one was submitted. */
    RETURNED(new Text("已退回", "Returned")),
    /** The agency has not submitted a report. */
    MISSING(new Text("未报", "Missing")),
    /** The agency was exempted, and owes no report. */
    EXEMPT(new Text("免予报送", "Exempt"));

    private final Text label;

    ObligationState(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static ObligationState fromString(String name) {
        return ParameterFault.choose("state", name, values(), ObligationState::name);
    }
}
