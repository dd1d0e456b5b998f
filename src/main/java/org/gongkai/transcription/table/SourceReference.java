package org.gongkai.transcription.table;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Pointers;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.place.Place;

/**
 * The printed source of one number or text of the report.
 *
 * @param pointer RFC 6901 JSON Pointer to a cell or section of the report
 * @param text the printed text, with the label of its row; cut after 160 characters
 * @param confidence how sure the number is
 * @param place the place of the number, or of the heading of the text, in the document. Numbers that were printed without a
 *     gap have the place of all of them
 */
public record SourceReference(
        @Schema(format = Pointers.FORMAT) String pointer,

        @Schema(maxLength = SourceReference.MAX_LENGTH + Excerpt.MAX_MARK)
        String text,

        Confidence confidence,
        Place place) {

    private static final int MAX_LENGTH = 160;

    public SourceReference {
        text = Excerpt.of(text, MAX_LENGTH);
    }
}
