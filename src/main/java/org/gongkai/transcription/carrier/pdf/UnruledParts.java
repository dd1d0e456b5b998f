package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the tables without lines on a page: rows of numbers that only labels interrupt, and the lines above them whose parts stand over
 * the numbers.
 */
final class UnruledParts {

    /** The distance between lines of a table at most, as a part of their size. */
    private static final float DISTANCE = 5;

    /** The distance between lines of a cell at most. */
    private static final float LEADING = 1.6f;

    /** Matches the beginning of the heading of a section. */
    private static final Pattern HEADING = Pattern.compile("[一二三四五六七八九十]+\\s*[、.．].*");

    /** Matches the heading of a section. Rows of tables have similar ordinals, but other words. */
    private static final Pattern SECTION = Pattern.compile("[一二三四五六]\\s*[、.．].*(?:情况|问题|事项).*");

    private final PageContent page;
    private final List<PartedLine> lines;
    private final List<UnruledPart> parts = new ArrayList<>();

    private UnruledParts(PageContent page, List<PartedLine> lines) {
        this.page = page;
        this.lines = lines;
    }

    /** Returns the tables of a page with these lines. */
    static List<UnruledPart> of(PageContent page, List<PartedLine> lines) {
        UnruledParts finder = new UnruledParts(page, lines);
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).isRow()) {
                line = finder.add(line);
            }
        }
        return finder.parts;
    }

    /** Adds the table whose first row of numbers is a line. Returns the index of its last line. */
    private int add(int first) {
        UnruledPart rows = new UnruledPart(page, lines, first, first, first + 1);
        for (int line = first + 1; line < lines.size() && isNear(line); line++) {
            UnruledPart longer = new UnruledPart(page, lines, first, first, line + 1);
            if (lines.get(line).isRow() && longer.labelsTo() < longer.valuesFrom()) {
                rows = longer;
            } else if (longer.labelsTo() > rows.valuesFrom()) {
                break;
            }
        }
        UnruledPart whole = withHeads(rows, withTail(rows));
        parts.add(whole);
        return whole.to() - 1;
    }

    private boolean isNear(int line) {
        return distance(line) < DISTANCE * lines.get(line).line().size();
    }

    private float distance(int line) {
        return lines.get(line).baseline() - lines.get(line - 1).baseline();
    }

    /** Returns the end of a table: the label of its last row may have further lines. */
    private int withTail(UnruledPart rows) {
        int to = rows.to();
        while (to < lines.size()
                && distance(to) < LEADING * lines.get(to).line().size()
                && isLabel(lines.get(to), rows)
                && !isHeading(lines.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean isLabel(PartedLine line, UnruledPart rows) {
        float valuesFrom = rows.valuesFrom();
        float labelsTo = rows.labelsTo();
        return !line.isRow()
                && line.parts().stream()
                        .allMatch(part ->
                                part.box().right() < valuesFrom && part.box().left() < labelsTo);
    }

    static boolean isSection(PartedLine line) {
        return !line.isRow() && SECTION.matcher(line.line().text()).matches();
    }

    /** Returns whether a line looks like the heading of a section, or a row with such an ordinal. */
    private static boolean isHeading(PartedLine line) {
        return HEADING.matcher(line.line().text()).matches();
    }

    /** Returns a table with its heads: the lines above, up to one that stands over labels and numbers, as text does. */
    private UnruledPart withHeads(UnruledPart rows, int to) {
        int end = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).to();
        int from = rows.from();
        int body = rows.from();
        boolean headed = false;
        for (int line = rows.from() - 1; line >= end && isNear(line + 1) && isOver(lines.get(line), rows); line--) {
            if (!isLabel(lines.get(line), rows)) {
                body = headed ? body : line + 1;
                headed = true;
                from = line;
            }
        }
        int first = headed ? from : labelFrom(rows, end);
        return new UnruledPart(page, lines, first, headed ? body : first, to);
    }

    /** Returns the first line of the label of the first row of a table without heads. */
    private int labelFrom(UnruledPart rows, int end) {
        int from = rows.from();
        while (from > end
                && distance(from) < LEADING * lines.get(from).line().size()
                && isLabel(lines.get(from - 1), rows)) {
            from--;
        }
        return from;
    }

    private static boolean isOver(PartedLine line, UnruledPart rows) {
        float valuesFrom = rows.valuesFrom();
        float labelsTo = rows.labelsTo();
        boolean text = line.parts().stream()
                .anyMatch(part -> part.box().left() < labelsTo && part.box().right() > valuesFrom);
        return !line.isRow() && !isSection(line) && !text && (isLabel(line, rows) || !isHeading(line));
    }
}
