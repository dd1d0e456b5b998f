package org.gongkai.transcription.place;

import java.awt.geom.Rectangle2D;

/**
 * An area of a page as it is seen, in points from its top left corner.
 *
 * @param left its left side
 * @param top its upper side
 * @param right its right side
 * @param bottom its lower side
 */
public record Box(float left, float top, float right, float bottom) {

    private static final float PARTS = 10;

    public static Box of(Rectangle2D area) {
        return new Box((float) area.getMinX(), (float) area.getMinY(), (float) area.getMaxX(), (float) area.getMaxY());
    }

    public float width() {
        return right - left;
    }

    public float height() {
        return bottom - top;
    }

    public float middle() {
        return (left + right) / 2;
    }

    public float area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    public boolean contains(float x, float y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    public Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    /** Returns the smallest area around two areas. */
    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Returns the area in tenths of a point, which are finer than a reader can see. */
    public Box rounded() {
        return new Box(rounded(left), rounded(top), rounded(right), rounded(bottom));
    }

    static float rounded(float length) {
        return Math.round(length * PARTS) / PARTS;
    }
}
