package org.gongkai.intake;

import org.gongkai.commandline.Choice;
import org.gongkai.text.Text;

/** How much of a published report was read. */
enum CoverageStatus implements Choice {
    /** Everything in the form was read. */
    READ("全部识别", "read"),
    /** Parts of the form were not found. */
    PARTLY_READ("部分识别", "partly read"),
    /** The file holds no report that names its agency and its year. */
    NOT_RECOGNIZED("无法识别", "not recognized");

    private final Text label;

    CoverageStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
