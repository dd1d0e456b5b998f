package org.gongkai.transcription.page;

import java.util.List;
import org.gongkai.transcription.place.Place;

/**
 * A row of a table.
 *
 * @param grid the table
 * @param table the number of the table in the document, from 1
 * @param index the index of the row
 */
public record GridRow(Grid grid, int table, int index) {

    /** Returns the cells that begin in the row. */
    public List<PrintedCell> begun() {
        return grid.begunIn(index);
    }

    /** Returns the cell at each position, also of cells that began further up. */
    public List<PrintedCell> cells() {
        return grid.rows().get(index);
    }

    /** Returns the place of a cell in the document. */
    public Place placeOf(PrintedCell cell) {
        return cell.place().inTable(table, cell.row() + 1, cell.column() + 1);
    }

    /** Returns the place of the row in the document. */
    Place place() {
        return Place.around(begun().stream().map(this::placeOf).toList());
    }
}
