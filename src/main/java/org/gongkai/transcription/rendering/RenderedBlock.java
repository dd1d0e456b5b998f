package org.gongkai.transcription.rendering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A paragraph or a table of a document.
 *
 * @param paragraph the number of the paragraph, from 1; absent for a table
 * @param text the text of the paragraph; absent for a table
 * @param table the number of the table, from 1; absent for a paragraph
 * @param rows the visible rows of the table; absent for a paragraph
 */
public record RenderedBlock(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer paragraph,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = Rendering.MAX_CHARACTERS)
        String text,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(type = SchemaType.INTEGER, minimum = "1")
        Integer table,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = Rendering.MAX_ITEMS)
        List<RenderedRow> rows) {

    static RenderedBlock paragraph(int number, String text) {
        return new RenderedBlock(number, text, null, null);
    }

    static RenderedBlock table(int number, List<RenderedRow> rows) {
        return new RenderedBlock(null, null, number, rows);
    }
}
