package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the characters of a page, or of a cell, on lines. */
final class LineBuilder {

    /** The size of the mark of a note, as a part of the size of its line, at most. */
    private static final float SMALL = 0.82f;

    /** The height of a mark over or under its line, at least. */
    private static final float RAISED = 0.06f;

    private static final float SAME_PLACE = 0.2f;
    private static final float ON_EACH_OTHER = 0.25f;
    private static final float SAME_LINE = 0.5f;

    private final List<List<Glyph>> lines = new ArrayList<>();

    private LineBuilder() {}

    /** Returns the lines from top to bottom. */
    static List<TextLine> lines(List<Glyph> glyphs, PdfBudget budget) {
        LineBuilder builder = new LineBuilder();
        glyphs.stream()
                .sorted(Comparator.comparingDouble(Glyph::size).reversed())
                .forEach(glyph -> {
                    budget.steps(builder.lines.size());
                    builder.place(glyph);
                });
        return builder.lines.stream()
                .map(LineBuilder::line)
                .sorted(Comparator.comparingDouble(TextLine::baseline))
                .toList();
    }

    private void place(Glyph glyph) {
        List<Glyph> line = lines.stream()
                .filter(other -> isOn(other.get(0), glyph))
                .min(Comparator.comparingDouble(other -> Math.abs(other.get(0).baseline() - glyph.baseline())))
                .orElse(null);
        if (line == null) {
            line = new ArrayList<>();
            lines.add(line);
        }
        line.add(glyph);
    }

    /** Returns whether a character stands beside the first and largest one of a line. */
    private static boolean isOn(Glyph first, Glyph glyph) {
        float top = Math.max(first.baseline() - first.size(), glyph.baseline() - glyph.size());
        float bottom = Math.min(first.baseline(), glyph.baseline());
        return bottom - top > SAME_LINE * glyph.size();
    }

    private static TextLine line(List<Glyph> placed) {
        Glyph main = placed.get(0);
        List<Glyph> sorted =
                placed.stream().sorted(Comparator.comparingDouble(Glyph::left)).toList();
        List<Glyph> kept = new ArrayList<>();
        boolean doubtful = false;
        for (Glyph glyph : sorted) {
            Glyph last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (isMark(main, glyph) || last != null && isSame(last, glyph)) {
                continue;
            }
            doubtful |= isUneven(main, glyph) || last != null && isOnEachOther(last, glyph);
            kept.add(glyph);
        }
        return new TextLine(kept, main, doubtful);
    }

    /** Returns whether a character is smaller than its line, and raised or lowered. */
    private static boolean isMark(Glyph main, Glyph glyph) {
        return glyph.size() <= SMALL * main.size() && offset(main, glyph) > RAISED;
    }

    /** Returns whether a digit has another size or height than its line, so that it may be a mark or not. */
    private static boolean isUneven(Glyph main, Glyph glyph) {
        return glyph.isDigit()
                && main.isDigit()
                && (glyph.size() <= SMALL * main.size() || offset(main, glyph) > 2 * RAISED);
    }

    private static float offset(Glyph main, Glyph glyph) {
        return Math.abs(main.baseline() - glyph.baseline()) / main.size();
    }

    /** Returns whether a character is drawn twice to make it look bold. */
    private static boolean isSame(Glyph one, Glyph other) {
        return one.text().equals(other.text()) && Math.abs(one.middle() - other.middle()) < SAME_PLACE * one.size();
    }

    private static boolean isOnEachOther(Glyph one, Glyph next) {
        return Math.abs(next.middle() - one.middle()) < ON_EACH_OTHER * Math.min(one.size(), next.size())
                && next.right() - one.left() < one.size();
    }
}
