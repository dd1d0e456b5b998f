package org.gongkai.intake;

import org.gongkai.text.Text;

/**
 * The outcome of importing a file.
 *
 * @param status what was done
 * @param detail the reason, or where the report is stored; empty if there is nothing to say
 */
record ImportOutcome(ImportStatus status, Text detail) {

    private static final Text NOTHING = Text.of("");

    static ImportOutcome of(ImportStatus status) {
        return new ImportOutcome(status, NOTHING);
    }

    /** Returns status and detail as one sentence. */
    Text sentence() {
        return detail.equals(NOTHING) ? status.label() : new Text("%s：%s", "%s: %s").with(status.label(), detail);
    }
}
