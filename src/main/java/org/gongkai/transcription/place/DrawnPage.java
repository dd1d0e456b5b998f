package org.gongkai.transcription.place;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page as it is seen, turned so that its text is upright. Lengths are in points.
 *
 * @param page the number of the page, from 1
 * @param width its width
 * @param height its height
 * @param words its visible characters. Struck-out and hidden ones are left out
 * @param lines its horizontal and vertical lines
 * @param pictures the areas of pictures, drawings and upright text, whose content is not read
 */
public record DrawnPage(
        @Schema(type = SchemaType.INTEGER, minimum = "1") int page,
        @Schema(minimum = "0") float width,
        @Schema(minimum = "0") float height,
        @Schema(maxItems = DrawnPages.MAX_ITEMS) List<DrawnWord> words,
        @Schema(maxItems = DrawnPages.MAX_ITEMS) List<Box> lines,
        @Schema(maxItems = DrawnPages.MAX_ITEMS) List<Box> pictures) {

    public DrawnPage {
        width = Box.rounded(width);
        height = Box.rounded(height);
    }
}
