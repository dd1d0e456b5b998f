package org.gongkai.filing.carryover;

import org.gongkai.text.Text;

/** The reason why a line could not be compared. */
public enum CarryOverObstacle {
    /** The agency has not submitted a report on the year. */
    NOT_SUBMITTED(new Text("本年报告未报送", "No report on the year was submitted")),
    /** The report on the year waits for a decision, was returned, or was withdrawn. */
    NOT_IN_FORCE(new Text("本年报告未生效", "The report on the year is not in force")),
    /** The agency has not submitted a report on last year. */
    PREVIOUS_NOT_SUBMITTED(new Text("上年报告未报送", "No report on last year was submitted")),
    /** The agency's report on last year waits for a decision, was returned, or was withdrawn. */
    PREVIOUS_NOT_IN_FORCE(new Text("上年报告未生效", "The report on last year is not in force")),
    /** A predecessor has no report in force for last year. */
    PREDECESSOR_NOT_IN_FORCE(new Text("前身的上年报告缺失或未生效", "A predecessor has no report in force for last year")),
    /** The tasks come from an agency that was split: its requests cannot be attributed to one of its successors. */
    SPLIT(new Text("前身分立，无法拆分", "A predecessor was split, and its requests cannot be divided")),
    /** The agency was founded in the year, and no other one handed its tasks over. */
    NEW_AGENCY(new Text("本年新设机关", "The agency was founded in the year"));

    private final Text label;

    CarryOverObstacle(Text label) {
        this.label = label;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }
}
