package org.gongkai.transcription.carrier.pdf;

/**
 * A part of a line between wide gaps.
 *
 * @param text its text
 * @param left its beginning
 * @param right its end
 * @param doubtful true if it may not be what a reader sees
 */
record TextPart(String text, float left, float right, boolean doubtful) {

    boolean overlaps(float from, float to) {
        return left < to && from < right;
    }
}
