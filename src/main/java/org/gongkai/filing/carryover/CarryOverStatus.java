package org.gongkai.filing.carryover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The result of the comparison of what was carried over with what last year's reports carry forward. */
@Schema(examples = "DIFFERENT")
public enum CarryOverStatus {
    /** Both are equal. */
    EQUAL(new Text("一致", "Equal")),
    /** They differ, and the agency has not given the reason. */
    DIFFERENT(new Text("不一致，未说明", "Different")),
    /** They differ, and the agency has given the reason. */
    EXPLAINED(new Text("不一致，已说明", "Explained")),
    /** They could not be compared. */
    NOT_COMPARED(new Text("无法比对", "Not compared"));

    private final Text label;

    CarryOverStatus(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Parses the value of a parameter. The framework calls this method. */
    public static CarryOverStatus fromString(String name) {
        return ParameterFault.choose("status", name, values(), CarryOverStatus::name);
    }
}
