package org.gongkai.transcription.carrier.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.transcription.place.Box;

/** The path that is being drawn on a page: straight lines, and whether it has anything else. */
final class DrawnPath {

    /** The largest deviation of a horizontal or vertical line, and the largest width of an area that is a line. */
    private static final float THIN = 2.5f;

    private static final int CORNERS = 4;

    private record Segment(Point2D.Float from, Point2D.Float to) {

        boolean horizontal() {
            return Math.abs(from.y - to.y) <= 1;
        }

        boolean straight() {
            return horizontal() || Math.abs(from.x - to.x) <= 1;
        }

        Rule rule() {
            return horizontal()
                    ? new Rule(true, (from.y + to.y) / 2, Math.min(from.x, to.x), Math.max(from.x, to.x))
                    : new Rule(false, (from.x + to.x) / 2, Math.min(from.y, to.y), Math.max(from.y, to.y));
        }
    }

    /** A part of the path without a gap. */
    private static final class Part {

        private final List<Point2D.Float> points = new ArrayList<>();
        private boolean curved;
        private boolean closed;

        private List<Segment> segments() {
            List<Segment> segments = new ArrayList<>();
            for (int index = 1; index < points.size(); index++) {
                segments.add(new Segment(points.get(index - 1), points.get(index)));
            }
            if (closed && points.size() > 2) {
                segments.add(new Segment(points.get(points.size() - 1), points.get(0)));
            }
            return segments;
        }

        private Box bounds() {
            float left = Float.MAX_VALUE;
            float top = Float.MAX_VALUE;
            float right = -Float.MAX_VALUE;
            float bottom = -Float.MAX_VALUE;
            for (Point2D.Float point : points) {
                left = Math.min(left, point.x);
                top = Math.min(top, point.y);
                right = Math.max(right, point.x);
                bottom = Math.max(bottom, point.y);
            }
            return new Box(left, top, right, bottom);
        }

        private boolean straight() {
            return !curved && segments().stream().allMatch(Segment::straight);
        }

        private boolean rectangle() {
            return straight() && points.stream().distinct().count() <= CORNERS;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    void moveTo(Point2D.Float point) {
        parts.add(new Part());
        last().points.add(point);
    }

    void lineTo(Point2D.Float point) {
        if (parts.isEmpty()) {
            moveTo(point);
        }
        last().points.add(point);
    }

    /** Draws a curve, which lies between its ends and the two points that bend it. */
    void curveTo(Point2D.Float bend, Point2D.Float secondBend, Point2D.Float end) {
        lineTo(bend);
        lineTo(secondBend);
        lineTo(end);
        last().curved = true;
    }

    void close() {
        if (!parts.isEmpty()) {
            last().closed = true;
        }
    }

    void clear() {
        parts.clear();
    }

    private Part last() {
        return parts.get(parts.size() - 1);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the area around it. */
    Box bounds() {
        return parts.stream().map(Part::bounds).reduce(DrawnPath::around).orElse(new Box(0, 0, 0, 0));
    }

    private static Box around(Box one, Box other) {
        return new Box(
                Math.min(one.left(), other.left()),
                Math.min(one.top(), other.top()),
                Math.max(one.right(), other.right()),
                Math.max(one.bottom(), other.bottom()));
    }

    /** Returns the straight lines of its outline. */
    List<Rule> outline() {
        return parts.stream()
                .filter(part -> !part.curved)
                .flatMap(part -> part.segments().stream())
                .filter(Segment::straight)
                .map(Segment::rule)
                .toList();
    }

    /** Returns the thin rectangles in it, which are lines when they are filled. */
    List<Rule> thin() {
        return parts.stream()
                .filter(Part::rectangle)
                .map(Part::bounds)
                .filter(DrawnPath::isThin)
                .map(box -> box.width() >= box.height()
                        ? new Rule(true, (box.top() + box.bottom()) / 2, box.left(), box.right())
                        : new Rule(false, box.middle(), box.top(), box.bottom()))
                .toList();
    }

    /** Returns the rectangles in it that are no lines. */
    List<Box> rectangles() {
        return parts.stream()
                .filter(Part::rectangle)
                .map(Part::bounds)
                .filter(box -> !isThin(box))
                .toList();
    }

    /** Returns the areas of what is no straight line when it is drawn. */
    List<Box> slanted() {
        return parts.stream().filter(part -> !part.straight()).map(Part::bounds).toList();
    }

    /** Returns the areas of what is neither a line nor a rectangle when it is filled. */
    List<Box> figures() {
        return parts.stream()
                .filter(part -> !part.rectangle())
                .map(Part::bounds)
                .toList();
    }

    private static boolean isThin(Box box) {
        return Math.min(box.width(), box.height()) <= THIN;
    }
}
