package org.gongkai.transcription.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.place.Place;

/**
 * A line of a document: a paragraph or a row of a table.
 *
 * @param text the text; the cells that begin in a row are joined by blanks
 * @param path the position in the tree of the document, from the outside in; empty if the document is no tree
 * @param linked true if all of its text is a reference to another document
 * @param gridRow the row of a table; empty for a paragraph
 * @param place the place in the document
 */
public record Line(String text, List<Integer> path, boolean linked, Optional<GridRow> gridRow, Place place) {

    /** Returns the lines of blocks. */
    public static List<Line> of(List<Block> blocks) {
        return NumberedBlock.of(blocks).stream().flatMap(Line::of).toList();
    }

    private static Stream<Line> of(NumberedBlock numbered) {
        if (numbered.block() instanceof Paragraph paragraph) {
            Place place = paragraph.place().inParagraph(numbered.number());
            return Stream.of(new Line(paragraph.text(), paragraph.path(), paragraph.linked(), Optional.empty(), place));
        }
        return rowsOf(((Grid) numbered.block()).placed(numbered.number()));
    }

    /** Returns the rows of a table whose cells have their places in the document. */
    public static Stream<Line> rowsOf(Grid grid) {
        return IntStream.range(0, grid.rows().size()).mapToObj(row -> of(new GridRow(grid, row)));
    }

    private static Line of(GridRow row) {
        String text =
                String.join(" ", row.begun().stream().map(PrintedCell::text).toList());
        return new Line(text.strip(), row.grid().path(), false, Optional.of(row), row.place());
    }

    /** Returns a part of a paragraph as a line of its own. */
    Line part(String text) {
        return new Line(text, path, false, Optional.empty(), place);
    }

    /** Returns whether it is a row of a table. */
    public boolean row() {
        return gridRow.isPresent();
    }

    /** Returns the texts of the cells that begin in the row; the text of a paragraph. */
    public List<String> cells() {
        return gridRow.map(row -> row.begun().stream().map(PrintedCell::text).toList())
                .orElse(List.of(text));
    }
}
