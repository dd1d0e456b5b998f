package org.gongkai.transcription.carrier.pdf;

import org.gongkai.transcription.place.Box;

/**
 * A character on a page.
 *
 * @param text its text; {@link org.gongkai.transcription.page.PrintedCell#OBJECT} if the file does not tell it
 * @param left the beginning of its width
 * @param right the end of its width
 * @param baseline the height on which it stands, from the top of the page
 * @param size the size of its font as seen
 * @param order its place in the order of drawing
 */
record Glyph(String text, float left, float right, float baseline, float size, int order) {

    /** The height of the middle of a digit over its baseline, as a part of the size. */
    private static final float HALF_DIGIT = 0.35f;

    private static final float ASCENT = 0.8f;
    private static final float DESCENT = 0.15f;

    float middle() {
        return (left + right) / 2;
    }

    float center() {
        return baseline - HALF_DIGIT * size;
    }

    Box box() {
        return new Box(left, baseline - ASCENT * size, right, baseline + DESCENT * size);
    }

    boolean isDigit() {
        return text.chars().anyMatch(Character::isDigit);
    }
}
