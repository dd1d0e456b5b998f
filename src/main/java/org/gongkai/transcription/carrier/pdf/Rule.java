package org.gongkai.transcription.carrier.pdf;

/**
 * A straight line on a page.
 *
 * @param horizontal false if it is vertical
 * @param position its distance from the top, or from the left
 * @param from its beginning, from the left, or from the top
 * @param to its end
 */
record Rule(boolean horizontal, float position, float from, float to) {

    /** The distance between lines that touch. */
    static final float TOUCH = 3;

    /** Returns whether it covers most of a length. */
    boolean covers(float start, float end) {
        return Math.min(to, end) - Math.max(from, start) > (end - start) / 2;
    }

    /** Returns whether it crosses or meets a line of the other direction. */
    boolean meets(Rule other) {
        return from - TOUCH <= other.position
                && other.position <= to + TOUCH
                && other.from - TOUCH <= position
                && position <= other.to + TOUCH;
    }
}
