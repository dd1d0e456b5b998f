package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.transcription.place.Box;

/**
 * Characters that stand on one line.
 *
 * @param glyphs its characters from left to right, without the marks of notes
 * @param main its largest character
 * @param marked true if marks of notes were left out
 * @param doubtful true if characters lie on each other, or digits do not stand on the same line
 */
record TextLine(List<Glyph> glyphs, Glyph main, boolean marked, boolean doubtful) {

    /** The widths of gaps, as parts of the size. A blank between digits is narrower than other blanks. */
    private static final float BLANK = 0.3f;

    private static final float BLANK_BETWEEN_DIGITS = 0.15f;

    /** A gap between two columns of a table without lines. */
    private static final float COLUMN = 0.35f;

    String text() {
        return text(glyphs);
    }

    private String text(List<Glyph> part) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < part.size(); index++) {
            if (index > 0 && isBlank(part.get(index - 1), part.get(index))) {
                text.append(' ');
            }
            text.append(part.get(index).text());
        }
        return text.toString();
    }

    private boolean isBlank(Glyph one, Glyph next) {
        float least = one.isDigit() && next.isDigit() ? BLANK_BETWEEN_DIGITS : BLANK;
        return next.left() - one.right() > least * main.size();
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
        return new TextPart(text(part), box, first.baseline(), first.size(), doubtful);
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
