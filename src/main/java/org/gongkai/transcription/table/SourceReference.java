package org.gongkai.transcription.table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Pointers;
import org.gongkai.transcription.page.Excerpt;

/**
 * The printed source of one number or text of the report.
 *
 * @param pointer RFC 6901 JSON Pointer to a cell or section of the report
 * @param text the printed text, with the label of its row; cut after 160 characters
 * @param confidence how sure the number is
 */
public record SourceReference(
        @Schema(format = Pointers.FORMAT) String pointer,

        @Schema(maxLength = SourceReference.MAX_LENGTH + Excerpt.MAX_MARK)
        String text,

        Confidence confidence) {

    private static final int MAX_LENGTH = 160;

    public SourceReference {
        text = Excerpt.of(text, MAX_LENGTH);
    }
}
