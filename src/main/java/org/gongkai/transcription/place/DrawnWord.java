package org.gongkai.transcription.place;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Characters that a page shows one after the other, without a gap. Lengths are in points.
 *
 * @param text the characters
 * @param left the beginning, from the left side of the page
 * @param right the end, from the left side of the page
 * @param baseline the line on which they stand, from the top of the page
 * @param size the size of their font
 */
public record DrawnWord(
        @Schema(maxLength = DrawnPages.MAX_CHARACTERS) String text,
        float left,
        float right,
        float baseline,
        @Schema(minimum = "0") float size) {

    public DrawnWord {
        left = Box.rounded(left);
        right = Box.rounded(right);
        baseline = Box.rounded(baseline);
        size = Box.rounded(size);
    }
}
