package org.gongkai.transcription.carrier.pdf;

/**
 * A part of the width of a page.
 *
 * @param from its left end
 * @param to its right end
 */
record Span(float from, float to) {

    float middle() {
        return (from + to) / 2;
    }

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    Span union(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
}
