package org.gongkai.transcription.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line of a document: a paragraph or a row of a table.
 *
 * @param text the text; the cells that begin in a row are joined by blanks
 * @param path the position in the tree of the document, from the outside in; empty if the document is no tree
 * @param linked true if all of its text is a reference to another document
 * @param place the place in a table; empty for a paragraph
 */
public record Line(String text, List<Integer> path, boolean linked, Optional<Place> place) {

    /**
     * A row of a table.
     *
     * @param grid the table
     * @param row the index of the row
     */
    public record Place(Grid grid, int row) {

        /** Returns the cells that begin in the row. */
        public List<PrintedCell> cells() {
            return grid.begunIn(row);
        }

        /** Returns whether a cell of the row also covers the next row, in which other cells begin. */
        public boolean isShared(PrintedCell cell) {
            return row + 1 < grid.rows().size()
                    && grid.rows().get(row + 1).contains(cell)
                    && grid.begunIn(row + 1).stream().anyMatch(other -> !other.isBlank());
        }
    }

    /** Returns the lines of blocks. */
    public static List<Line> of(List<Block> blocks) {
        return blocks.stream().flatMap(Line::of).toList();
    }

    private static Stream<Line> of(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of(new Line(paragraph.text(), paragraph.path(), paragraph.linked(), Optional.empty()));
        }
        Grid grid = (Grid) block;
        return IntStream.range(0, grid.rows().size()).mapToObj(row -> row(new Place(grid, row)));
    }

    private static Line row(Place place) {
        String text =
                String.join(" ", place.cells().stream().map(PrintedCell::text).toList());
        return new Line(text.strip(), place.grid().path(), false, Optional.of(place));
    }

    public static Line paragraph(String text, List<Integer> path) {
        return new Line(text, path, false, Optional.empty());
    }

    /** Returns whether it is a row of a table. */
    public boolean row() {
        return place.isPresent();
    }

    /** Returns the texts of the cells that begin in the row; the text of a paragraph. */
    public List<String> cells() {
        return place.map(found -> found.cells().stream().map(PrintedCell::text).toList())
                .orElse(List.of(text));
    }
}
