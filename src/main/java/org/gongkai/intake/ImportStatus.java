package org.gongkai.intake;

import org.gongkai.commandline.Choice;
import org.gongkai.text.Text;

/** The result of the command {@code import} for a file. */
enum ImportStatus implements Choice {
    /** Everything in the form was read. */
    READ("已识别", "read"),
    /** Parts of the form were not found. */
    PARTLY_READ("部分识别", "partly read"),
    /** The file holds no report. */
    UNREADABLE("无法识别", "unreadable"),
    /** The service has stored the report. */
    STORED("已报送", "stored"),
    /** The service had stored the report in an earlier run, says the record. */
    STORED_BEFORE("此前已报送", "stored before"),
    /** The report was not sent: a person has to look at it first. */
    NOT_SENT("未报送", "not sent"),
    /** The service refused the report. */
    REFUSED("被拒绝", "refused"),
    /** The service could not be reached. */
    UNREACHABLE("未送达", "not delivered");

    private final Text label;

    ImportStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Returns whether nothing is left to do with the file. */
    boolean isDone() {
        return this == READ || this == STORED || this == STORED_BEFORE;
    }
}
