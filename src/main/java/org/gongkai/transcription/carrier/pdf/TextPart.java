package org.gongkai.transcription.carrier.pdf;

import java.util.regex.Pattern;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Box;

/**
 * A part of a line between wide gaps.
 *
 * @param text its text
 * @param box its area
 * @param baseline the height on which it stands, from the top of the page
 * @param size the size of its font
 * @param doubtful true if it may not be what a reader sees
 */
record TextPart(String text, Box box, float baseline, float size, boolean doubtful) {

    /** Matches a number with its unit, and what is printed in place of one. */
    private static final Pattern VALUE = Pattern.compile(
            "[+-]?\\d{1,3}(?:,\\d{3})+|[+-]?\\d{1,20}(?:\\.\\d{1,6})?(?:万元|元|件)?|[-—–―/\\\\]{1,3}|无|零|〇");

    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s,.]+");

    Span span() {
        return new Span(box.left(), box.right());
    }

    /** Returns whether it is a number of a table, or stands in place of one. */
    boolean isValue() {
        return VALUE.matcher(TextNormalizer.trimmed(TextNormalizer.figures(text)))
                .matches();
    }

    boolean isNumber() {
        return isValue() && text.chars().anyMatch(Character::isDigit);
    }

    /** Returns whether it is a number, or several of them. */
    boolean hasOnlyNumbers() {
        return hasOnlyNumbers(text);
    }

    static boolean hasOnlyNumbers(String text) {
        return NUMBERS.matcher(text).matches();
    }
}
