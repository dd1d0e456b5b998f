package org.gongkai.transcription.carrier.pdf;

import java.awt.geom.Rectangle2D;

/** An area of a page as it is seen, in points from its top left corner. */
record Box(float left, float top, float right, float bottom) {

    static Box of(Rectangle2D area) {
        return new Box((float) area.getMinX(), (float) area.getMinY(), (float) area.getMaxX(), (float) area.getMaxY());
    }

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    float middle() {
        return (left + right) / 2;
    }

    float area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    boolean contains(float x, float y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }
}
