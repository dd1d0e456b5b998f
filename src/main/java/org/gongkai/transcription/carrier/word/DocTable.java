package org.gongkai.transcription.carrier.word;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a table of a DOC file. Its rows store where their cells begin and end, not the columns that these cover. */
final class DocTable {

    /** The distance within which edges of cells are the same, in twentieths of a point. */
    private static final int SAME_EDGE = 40;

    private final Table table;
    private final PlacedTable placed = PlacedTable.inText();
    private final List<Integer> edges;

    private DocTable(Table table) {
        this.table = table;
        this.edges = edges();
    }

    static Grid read(Table table) throws UnreadableDocument {
        if (table.numRows() > PlacedTable.MAX_ROWS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_ROWS.with(PlacedTable.MAX_ROWS));
        }
        DocTable reader = new DocTable(table);
        for (int row = 0; row < table.numRows(); row++) {
            reader.row(row);
        }
        return reader.placed.build();
    }

    /** Returns the left edges of the columns. */
    private List<Integer> edges() {
        TreeSet<Integer> all = new TreeSet<>();
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            for (int cell = 0; cell < cells.numCells(); cell++) {
                all.add(cells.getCell(cell).getLeftEdge());
                all.add(right(cells.getCell(cell)));
            }
        }
        List<Integer> distinct = new ArrayList<>();
        for (int edge : all) {
            if (distinct.isEmpty() || edge - distinct.get(distinct.size() - 1) > SAME_EDGE) {
                distinct.add(edge);
            }
        }
        return distinct;
    }

    private static int right(TableCell cell) {
        return cell.getLeftEdge() + cell.getWidth();
    }

    private int column(int edge) {
        int column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= edge + SAME_EDGE / 2) {
            column++;
        }
        return column;
    }

    private void row(int row) throws UnreadableDocument {
        TableRow cells = table.getRow(row);
        for (int index = 0; index < cells.numCells(); index++) {
            TableCell cell = cells.getCell(index);
            if (!cell.isMerged() || cell.isFirstMerged()) {
                cell(row, cell, lastMerged(cells, index));
            }
        }
    }

    /** Returns the last of the cells that are merged with a cell. */
    private static TableCell lastMerged(TableRow cells, int index) {
        int last = index;
        while (last + 1 < cells.numCells()
                && cells.getCell(last + 1).isMerged()
                && !cells.getCell(last + 1).isFirstMerged()) {
            last++;
        }
        return cells.getCell(last);
    }

    private void cell(int row, TableCell cell, TableCell last) throws UnreadableDocument {
        int column = column(cell.getLeftEdge());
        CellText text = text(cell);
        if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged() && text.isBlank()) {
            placed.extend(row, column);
        } else {
            placed.cell(row, column, 1, Math.max(1, column(right(last)) - column), text);
        }
    }

    private static CellText text(TableCell cell) {
        DocText text = new DocText();
        for (int index = 0; index < cell.numParagraphs(); index++) {
            text.add(cell.getParagraph(index), true);
        }
        return text.take();
    }
}
