package org.gongkai.transcription.page;

import java.util.List;
import org.gongkai.transcription.place.Place;

/**
 * A row of a table. Its cells have their places in the document.
 *
 * @param grid the table
 * @param index the index of the row
 */
public record GridRow(Grid grid, int index) {

    /** Returns the cells that begin in the row. */
    public List<PrintedCell> begun() {
        return grid.begunIn(index);
    }

    /** Returns the cell at each position, also of cells that began further up. */
    public List<PrintedCell> cells() {
        return grid.rows().get(index);
    }

    /** Returns whether a cell of the row also covers the next row, in which other cells begin. */
    public boolean isShared(PrintedCell cell) {
        return index + 1 < grid.rows().size()
                && grid.rows().get(index + 1).contains(cell)
                && grid.begunIn(index + 1).stream().anyMatch(other -> !other.isBlank());
    }

    /** Returns the place of the row in the document. */
    Place place() {
        return Place.around(begun().stream().map(PrintedCell::place).toList());
    }
}
