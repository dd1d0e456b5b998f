package org.gongkai.transcription.carrier.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.place.Box;

/** Collects what a reader sees on a page. */
final class PageInk {

    /** The opacity up to which nothing is seen. */
    static final double FAINT = 0.1;

    /** The opacity from which nothing is seen below. */
    static final double OPAQUE = 0.9;

    private static final int QUARTERS = 4;

    /** The part of the size of a character between its baseline and a line that strikes it out. */
    private static final float STRUCK_FROM = 0.12f;

    private static final float STRUCK_TO = 0.55f;

    /** Annotations that show nothing, or something beside the text. */
    private static final Set<String> BESIDE =
            Set.of("Link", "Popup", "Text", "FileAttachment", "Sound", "Movie", "Highlight", "Underline", "Squiggly");

    private final PageView view;
    private final PdfBudget budget;
    private final Backdrop backdrop;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Box> objects = new ArrayList<>();

    /** The number of characters that run to the right, down, to the left and up. */
    private final int[] directions = new int[QUARTERS];

    private int unknown;
    private int order;

    PageInk(PageView view, PdfBudget budget) {
        this.view = view;
        this.budget = budget;
        this.backdrop = new Backdrop(budget);
    }

    void glyph(Matrix matrix, PDFont font, int code, Vector displacement, PDGraphicsState state, Box clip)
            throws IOException {
        Point2D.Float start = view.point(matrix.getTranslateX(), matrix.getTranslateY());
        Point2D.Float across = end(matrix, displacement.getX(), 0);
        Point2D.Float up = end(matrix, 0, 1);
        String text = text(font.toUnicode(code));
        if (text.isBlank() || font.isVertical() && displacement.getX() != 0) {
            return;
        }
        Glyph glyph = new Glyph(
                text,
                Math.min(start.x, across.x),
                Math.max(start.x, across.x),
                start.y,
                (float) start.distance(up),
                order++);
        boolean seen = glyph.size() > 1
                && clip.contains(glyph.middle(), glyph.center())
                && view.box().contains(glyph.middle(), glyph.center())
                && isShown(glyph, state);
        if (seen) {
            place(glyph, end(matrix, 1, 0), start, up);
        }
    }

    private Point2D.Float end(Matrix matrix, float x, float y) {
        Point2D.Float end = matrix.transformPoint(x, y);
        return view.point(end.x, end.y);
    }

    /** Returns the text of a character; a mark for an object if the font does not tell it. */
    private static String text(String unicode) {
        boolean known =
                unicode != null && !unicode.isEmpty() && unicode.codePoints().allMatch(PageInk::isText);
        return known ? unicode : PrintedCell.OBJECT;
    }

    private static boolean isText(int character) {
        int type = Character.getType(character);
        return type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && (type != Character.CONTROL || Character.isWhitespace(character))
                && character != '\uFFFD';
    }

    private boolean isShown(Glyph glyph, PDGraphicsState state) throws IOException {
        RenderingMode mode = state.getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            return false;
        }
        boolean fills = mode.isFill();
        return (fills ? state.getNonStrokeAlphaConstant() : state.getAlphaConstant()) > FAINT
                && backdrop.shows(
                        PageReader.color(fills ? state.getNonStrokingColor() : state.getStrokingColor()), glyph);
    }

    private void place(Glyph glyph, Point2D.Float along, Point2D.Float start, Point2D.Float up) {
        int direction = direction(along.x - start.x, along.y - start.y);
        if (direction >= 0) {
            directions[direction]++;
        }
        if (direction == 0) {
            unknown += glyph.text().equals(PrintedCell.OBJECT) ? 1 : 0;
            glyphs.add(glyph);
        } else if (direction > 0) {
            float middleX = (along.x + up.x) / 2;
            float middleY = (along.y + up.y) / 2;
            float half = glyph.size() / 2;
            objects.add(new Box(middleX - half, middleY - half, middleX + half, middleY + half));
        }
    }

    /** Returns the quarter turns of a direction; -1 if it is slanted, as a watermark is. */
    private static int direction(float x, float y) {
        double turns = Math.atan2(y, x) / (Math.PI / 2);
        return Math.abs(turns - Math.rint(turns)) < 0.05 ? Math.floorMod((int) Math.rint(turns), QUARTERS) : -1;
    }

    void fill(DrawnPath path, int color, boolean opaque, Box clip) {
        order++;
        if (!Backdrop.isWhite(color)) {
            addRules(path.thin(), clip);
            objects.addAll(path.figures());
        }
        if (opaque) {
            path.rectangles().forEach(box -> backdrop.paint(box.intersection(clip), color, order));
        }
    }

    void stroke(DrawnPath path, int color, Box clip) {
        order++;
        if (!Backdrop.isWhite(color)) {
            addRules(path.outline(), clip);
            objects.addAll(path.slanted());
        }
    }

    private void addRules(List<Rule> drawn, Box clip) {
        for (Rule rule : drawn) {
            float from = Math.max(rule.from(), rule.horizontal() ? clip.left() : clip.top());
            float to = Math.min(rule.to(), rule.horizontal() ? clip.right() : clip.bottom());
            if (to > from) {
                rules.add(new Rule(rule.horizontal(), rule.position(), from, to));
            }
        }
    }

    void picture(Rectangle2D area, boolean opaque, Box clip) {
        order++;
        Box box = Box.of(area).intersection(clip);
        objects.add(box);
        if (opaque) {
            backdrop.picture(box, order);
        }
    }

    /** Adds an annotation whose look each program makes up by itself. */
    void unread(PDAnnotation annotation) {
        PDRectangle area = annotation.getRectangle();
        if (area != null && !BESIDE.contains(annotation.getSubtype())) {
            Point2D.Float one = view.point(area.getLowerLeftX(), area.getLowerLeftY());
            Point2D.Float other = view.point(area.getUpperRightX(), area.getUpperRightY());
            objects.add(new Box(
                    Math.min(one.x, other.x),
                    Math.min(one.y, other.y),
                    Math.max(one.x, other.x),
                    Math.max(one.y, other.y)));
        }
    }

    /** Returns the quarter turns after which most of the text is upright. */
    int turns() {
        int most = IntStream.range(0, QUARTERS)
                .reduce((best, other) -> directions[other] > directions[best] ? other : best)
                .orElse(0);
        return Math.floorMod(-most, QUARTERS);
    }

    /** Returns the number of visible characters whose font does not tell what they are. */
    int unknown() {
        return unknown;
    }

    /** Returns what is seen when the page is complete. */
    PageContent content(int page) {
        budget.steps((long) glyphs.size() * rules.size() / QUARTERS);
        List<Rule> lines = rules.stream().filter(Rule::horizontal).toList();
        Map<Boolean, List<Glyph>> byRemoval = glyphs.stream()
                .collect(Collectors.partitioningBy(
                        glyph -> backdrop.covers(glyph) || lines.stream().anyMatch(line -> strikes(line, glyph))));
        return new PageContent(
                page,
                view.width(),
                view.height(),
                byRemoval.get(false),
                rules,
                objects,
                byRemoval.get(true).stream().map(Glyph::box).toList());
    }

    private static boolean strikes(Rule line, Glyph glyph) {
        float above = glyph.baseline() - line.position();
        return line.from() <= glyph.middle()
                && glyph.middle() <= line.to()
                && STRUCK_FROM * glyph.size() <= above
                && above <= STRUCK_TO * glyph.size();
    }
}
