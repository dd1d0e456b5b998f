package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.place.Box;

/**
 * Characters that stand on one line.
 *
 * @param glyphs its characters from left to right, without the marks of notes
 * @param main its largest character
 * @param doubtful true if characters lie on each other, or digits do not stand on the same line
 */
record TextLine(List<Glyph> glyphs, Glyph main, boolean doubtful) {

    /** The widths of gaps, as parts of the size. A blank between digits is narrower than other blanks. */
    private static final float BLANK = 0.3f;

    private static final float BLANK_BETWEEN_DIGITS = 0.15f;

    /** A gap in running text that is as wide as between columns. */
    private static final float WIDE = 1.1f;

    /** The least gap between two columns of a table without lines. */
    private static final float COLUMN = 0.35f;

    /** The height of an object on a line, as a multiple of the size, at most. */
    private static final float HIGH = 3;

    /** Returns the text, with {@link PrintedCell#OBJECT} behind digits that are in doubt. */
    String text() {
        return text(glyphs, doubtful ? PrintedCell.OBJECT : "");
    }

    private String text(List<Glyph> part, String behindDigits) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < part.size(); index++) {
            Glyph glyph = part.get(index);
            text.append(index > 0 && isBlank(part.get(index - 1), glyph) ? " " : "")
                    .append(glyph.text())
                    .append(glyph.isDigit() ? behindDigits : "");
        }
        return text.toString();
    }

    private boolean isBlank(Glyph one, Glyph next) {
        float least = one.isDigit() && next.isDigit() ? BLANK_BETWEEN_DIGITS : BLANK;
        return next.left() - one.right() > least * main.size();
    }

    /** Returns whether a gap as wide as between columns stands in it. */
    boolean hasColumns() {
        return IntStream.range(1, glyphs.size())
                .anyMatch(index ->
                        glyphs.get(index).left() - glyphs.get(index - 1).right() > WIDE * main.size());
    }

    /** Returns the line with {@link PrintedCell#OBJECT} at the places of what stands on it and is no text. */
    TextLine with(List<Box> objects) {
        List<Glyph> shown = Stream.concat(
                        glyphs.stream(),
                        objects.stream()
                                .filter(this::isBeside)
                                .map(object -> new Glyph(
                                        PrintedCell.OBJECT,
                                        object.left(),
                                        object.right(),
                                        baseline(),
                                        size(),
                                        main.order())))
                .sorted(Comparator.comparingDouble(Glyph::left))
                .toList();
        return new TextLine(shown, main, doubtful);
    }

    /** Returns whether the middle of an object stands on the line. Objects much higher than the line lie behind the page. */
    private boolean isBeside(Box object) {
        float middle = (object.top() + object.bottom()) / 2;
        return left() < object.left()
                && box().top() < middle
                && middle < box().bottom()
                && object.bottom() - object.top() < HIGH * size();
    }

    /** Returns its parts between wide gaps. */
    List<TextPart> parts() {
        List<TextPart> parts = new ArrayList<>();
        int from = 0;
        for (int index = 1; index <= glyphs.size(); index++) {
            boolean ends = index == glyphs.size()
                    || glyphs.get(index).left() - glyphs.get(index - 1).right() > COLUMN * main.size();
            if (ends) {
                parts.add(part(glyphs.subList(from, index)));
                from = index;
            }
        }
        return parts;
    }

    private TextPart part(List<Glyph> part) {
        Glyph first = part.get(0);
        Box box = part.stream().map(Glyph::box).reduce(Box::union).orElseThrow();
        return new TextPart(text(part, ""), box, first.baseline(), first.size(), doubtful);
    }

    float left() {
        return glyphs.get(0).left();
    }

    float right() {
        return glyphs.get(glyphs.size() - 1).right();
    }

    Box box() {
        return new Box(left(), main.box().top(), right(), main.box().bottom());
    }

    float baseline() {
        return main.baseline();
    }

    float size() {
        return main.size();
    }
}
