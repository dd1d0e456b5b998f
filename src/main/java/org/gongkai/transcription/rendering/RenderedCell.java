package org.gongkai.transcription.rendering;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell of a table, at its first row and column.
 *
 * @param column the number of its first column, from 1
 * @param rowSpan the number of rows that it covers
 * @param columnSpan the number of columns that it covers
 * @param text its visible text, line by line. Something that is no text, such as a picture, is U+FFFC
 */
public record RenderedCell(
        @Schema(type = SchemaType.INTEGER, minimum = "1") int column,
        @Schema(type = SchemaType.INTEGER, minimum = "1") int rowSpan,
        @Schema(type = SchemaType.INTEGER, minimum = "1") int columnSpan,
        @Schema(maxLength = Rendering.MAX_CHARACTERS) String text) {}
