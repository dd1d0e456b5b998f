package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import org.gongkai.transcription.place.Place;

/**
 * A cell of a table on a page.
 *
 * @param firstRow the index of its first row
 * @param lastRow the index of its last row
 * @param left its left side
 * @param right its right side
 * @param lines its lines of text
 * @param pictured true if it shows something that is no text, or text that is in doubt
 * @param place the place of its words; of the whole cell if it has none
 */
record TableCell(
        int firstRow, int lastRow, float left, float right, List<String> lines, boolean pictured, Place place) {

    TableCell below(int rows) {
        return new TableCell(firstRow + rows, lastRow + rows, left, right, lines, pictured, place);
    }
}
