package org.gongkai.filing.impact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Pointers;

/**
 * A supposed change of a report.
 *
 * @param pointer JSON Pointer (RFC 6901) to the cell or text of the report
 * @param value the number for the cell, or the text
 */
public record CellChange(
        @Schema(format = Pointers.FORMAT, examples = "/proactiveDisclosure/licensingDecisions")
        String pointer,

        @Schema(examples = "12") Object value) {

    /** The maximum number of changes: more than a form has cells and texts. */
    public static final int MAX_NUMBER = 500;
}
