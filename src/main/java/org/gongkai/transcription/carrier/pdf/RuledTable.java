package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.transcription.place.Box;
import org.gongkai.transcription.place.Place;

/** Fills the cells between the lines of a table with what a page shows in them. */
final class RuledTable {

    private static final float EDGE = 0.25f;
    private static final float TOUCHING = 0.15f;

    private final Lattice lattice;
    private final int page;
    private final PdfBudget budget;
    private final Map<Integer, List<Glyph>> glyphs = new HashMap<>();
    private final Set<Integer> doubtful = new HashSet<>();
    private final CellObjects objects;

    RuledTable(Lattice lattice, PageContent page, PdfBudget budget) {
        this.lattice = lattice;
        this.page = page.page();
        this.budget = budget;
        this.objects = new CellObjects(page, lattice.box(), budget);
        Glyph last = null;
        for (Glyph glyph : page.glyphs()) {
            if (takes(glyph)) {
                place(glyph);
                checkTouching(last, glyph);
            }
            last = glyph;
        }
    }

    boolean takes(Glyph glyph) {
        return lattice.box().contains(glyph.middle(), glyph.center()) && cellOf(glyph) >= 0;
    }

    private int cellOf(Glyph glyph) {
        return lattice.cellAt(glyph.middle(), glyph.center());
    }

    /** Adds a character to the cell in which its middle lies. On a line between two cells, both are in doubt. */
    private void place(Glyph glyph) {
        int cell = cellOf(glyph);
        glyphs.computeIfAbsent(cell, none -> new ArrayList<>()).add(glyph);
        float edge = EDGE * (glyph.right() - glyph.left());
        for (float x : new float[] {glyph.left() + edge, glyph.right() - edge}) {
            int other = lattice.cellAt(x, glyph.center());
            if (other != cell) {
                doubtful.add(cell);
                doubtful.add(other);
            }
        }
    }

    /** A number that runs from one cell into the next belongs to neither of them. */
    private void checkTouching(Glyph last, Glyph glyph) {
        boolean touches = last != null
                && last.isDigit()
                && glyph.isDigit()
                && Math.abs(last.baseline() - glyph.baseline()) < 1
                && Math.abs(glyph.left() - last.right()) < TOUCHING * glyph.size();
        if (touches && cellOf(last) != cellOf(glyph)) {
            doubtful.add(cellOf(last));
            doubtful.add(cellOf(glyph));
        }
    }

    /** Returns the table. */
    TableArea area() {
        Map<Integer, int[]> spans = spans();
        List<TableCell> cells = new ArrayList<>();
        spans.forEach((cell, span) -> {
            if (isRectangle(cell, span)) {
                cells.add(cell(cell, span, false));
            } else {
                cells.addAll(fields(cell, span));
            }
        });
        return new TableArea(cells, lattice.rows(), lattice.box());
    }

    /** Returns the first row, last row, first column and last column of each cell. */
    private Map<Integer, int[]> spans() {
        Map<Integer, int[]> spans = new TreeMap<>();
        for (int row = 0; row < lattice.rows(); row++) {
            for (int column = 0; column < lattice.columns(); column++) {
                int[] span = spans.computeIfAbsent(
                        lattice.cell(row, column), none -> new int[] {Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0});
                span[0] = Math.min(span[0], row);
                span[1] = Math.max(span[1], row);
                span[2] = Math.min(span[2], column);
                span[3] = Math.max(span[3], column);
            }
        }
        return spans;
    }

    private boolean isRectangle(int cell, int[] span) {
        for (int row = span[0]; row <= span[1]; row++) {
            for (int column = span[2]; column <= span[3]; column++) {
                if (lattice.cell(row, column) != cell) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the fields of an area that is no rectangle. It is not known which cells a reader sees there. */
    private List<TableCell> fields(int cell, int[] span) {
        List<TableCell> fields = new ArrayList<>();
        for (int row = span[0]; row <= span[1]; row++) {
            for (int column = span[2]; column <= span[3]; column++) {
                if (lattice.cell(row, column) == cell) {
                    fields.add(cell(-1, new int[] {row, row, column, column}, true));
                }
            }
        }
        return fields;
    }

    private TableCell cell(int cell, int[] span, boolean unclear) {
        Box box = new Box(lattice.x(span[2]), lattice.y(span[0]), lattice.x(span[3] + 1), lattice.y(span[1] + 1));
        List<TextLine> lines = LineBuilder.lines(glyphs.getOrDefault(cell, List.of()), budget);
        List<TextLine> written =
                lines.stream().filter(line -> !line.glyphs().isEmpty()).toList();
        boolean blank = written.isEmpty();
        boolean pictured = unclear
                || doubtful.contains(cell)
                || lines.stream().anyMatch(TextLine::doubtful)
                || objects.fill(box, blank);
        return new TableCell(
                span[0],
                span[1],
                box.left(),
                box.right(),
                written.stream().map(TextLine::text).toList(),
                pictured,
                Place.onPage(
                        page,
                        written.stream().map(TextLine::box).reduce(Box::union).orElse(box)));
    }
}
