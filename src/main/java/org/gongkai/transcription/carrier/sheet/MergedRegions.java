package org.gongkai.transcription.carrier.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.transcription.page.GridBuilder;

/** The merged cells of a sheet, which do not lie on each other. */
final class MergedRegions {

    /** The merged cells that cover each column, by their first rows. */
    private final List<TreeMap<Integer, CellRangeAddress>> byColumn = new ArrayList<>();

    MergedRegions(Collection<CellRangeAddress> regions) {
        for (int column = 0; column < GridBuilder.MAX_COLUMNS; column++) {
            byColumn.add(new TreeMap<>());
        }
        regions.forEach(this::add);
    }

    private void add(CellRangeAddress region) {
        int end = Math.min(region.getLastColumn() + 1, byColumn.size());
        for (int column = region.getFirstColumn(); column < end; column++) {
            byColumn.get(column).put(region.getFirstRow(), region);
        }
    }

    /** Returns the area of the cell at a position: of one position if it is not merged. */
    CellRangeAddress at(Cell cell) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        var region = column < byColumn.size() ? byColumn.get(column).floorEntry(row) : null;
        return region != null && region.getValue().getLastRow() >= row
                ? region.getValue()
                : new CellRangeAddress(row, row, column, column);
    }

    /** Returns whether a merged cell that begins elsewhere covers a position. */
    boolean continuesIn(Cell cell) {
        CellRangeAddress region = at(cell);
        return region.getFirstRow() != cell.getRowIndex() || region.getFirstColumn() != cell.getColumnIndex();
    }
}
