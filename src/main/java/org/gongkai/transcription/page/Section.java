package org.gongkai.transcription.page;

import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;

/** The six sections of an annual report. All forms have them in this order and under the same headings. */
public enum Section {
    OVERVIEW,
    PROACTIVE_DISCLOSURE,
    REQUESTS,
    DISPUTES,
    PROBLEMS_AND_IMPROVEMENTS,
    OTHER_MATTERS;

    /** Returns the place of the section in the form. */
    public FormNode node() {
        return Forms.newest().root().children().get(ordinal());
    }

    /** Returns the number of the section on paper, from 1 to 6. A table has the number of its section. */
    public int number() {
        return ordinal() + 1;
    }
}
