package org.gongkai.filing.carryover;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The result of the comparison of what was carried over with what last year's reports carry forward. */
@Schema(examples = "DIFFERENT")
public enum CarryOverStatus {
    /** Both are equal. */
    EQUAL(new Text("一致", "Equal"), "obstacle is null and (not " + CarryOverStatus.CANDIDATE + " or status = EQUAL)"),
    /** They differ, and the agency has not given the reason. */
    DIFFERENT(new Text("不一致，未说明", "Different"), CarryOverStatus.CANDIDATE + " and status = DIFFERENT"),
    /** They differ, and the agency has given the reason. */
    EXPLAINED(new Text("不一致，已说明", "Explained"), CarryOverStatus.CANDIDATE + " and status = EXPLAINED"),
    /** They could not be compared. */
    NOT_COMPARED(new Text("无法比对", "Not compared"), "obstacle is not null");

    /** The lines outside have no difference: their values need not be read. */
    private static final String CANDIDATE = "id in (select c.id from CarryOverCandidate c)";

    private final Text label;
    private final String condition;

    CarryOverStatus(Text label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** Returns the condition that a line has the status, in the query language of Hibernate. */
    String condition() {
        return condition;
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
