package org.gongkai.publication.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.util.stream.IntStream;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.GridCell.RowLabel;
import org.gongkai.publication.layout.GridCell.Words;

/**
 * A table on the pages of a PDF file: with merged cells, on one page if it fits, otherwise with its heading rows on each
 * page. Lengths are in points.
 */
final class PdfTable {

    private static final float SPACING = 6;
    private static final float PADDING = 3;
    private static final float DENSE_PADDING = 2;

    /** The number of rows that are in memory at the same time, at least. */
    private static final int PIECE = 50;

    private final Grid grid;
    private final TextStyle style;
    private final PdfPTable table;
    private int row;

    /** Creates a table, with the rows of its first piece. */
    PdfTable(Grid grid, float width) {
        this.grid = grid;
        style = grid.isDense() ? TextStyle.DENSE_TABLE : TextStyle.TABLE;
        table = new PdfPTable(grid.columns());
        table.setWidths(grid.widths().stream().mapToInt(Integer::intValue).toArray());
        table.setTotalWidth(width);
        table.setLockedWidth(true);
        table.setHeaderRows(grid.headRows());
        table.setSplitLate(true);
        table.setSpacingBefore(SPACING);
        table.setComplete(false);
        fillPiece();
    }

    /**
     * Returns the height that stays together: that of the table if it fits on one page, otherwise that of its heading
     * rows and its first row.
     */
    float keptHeight(float pageHeight) {
        if (row == grid.rows() && height(row) <= pageHeight) {
            return height(row);
        }
        return height(Math.min(row, grid.headRows() + 1));
    }

    /** Adds the table to the pages, piece by piece. */
    void addTo(PageFlow pages) {
        while (row < grid.rows()) {
            pages.add(table);
            table.setSpacingBefore(0);
            fillPiece();
            continueOn(pages);
        }
        table.setSpacingAfter(SPACING);
        table.setComplete(true);
        pages.add(table);
    }

    /** Starts a page for a piece whose first row does not fit: the library would break that row. */
    private void continueOn(PageFlow pages) {
        pages.startPageUnlessFits(table.getRowHeight(grid.headRows()));
        table.setSkipFirstHeader(!pages.isAtTop());
    }

    private float height(int rows) {
        return 2 * SPACING
                + (float) IntStream.range(0, rows)
                        .mapToDouble(table::getRowHeight)
                        .sum();
    }

    private void fillPiece() {
        int first = row;
        do {
            grid.cellsStartingIn(row).forEach(cell -> table.addCell(cell(cell)));
            row++;
        } while (row < grid.rows() && (row - first < PIECE || isInsideCell(row)));
    }

    /** Checks that a cell of the row continues from the row above. */
    private boolean isInsideCell(int index) {
        return IntStream.range(0, grid.columns())
                .anyMatch(column -> grid.at(index, column).row() < index);
    }

    private PdfPCell cell(GridCell cell) {
        PdfPCell printed = new PdfPCell(Typesetter.phrase(cell.content().text(), style));
        printed.setRowspan(cell.rows());
        printed.setColspan(cell.columns());
        printed.setHorizontalAlignment(alignment(cell));
        printed.setVerticalAlignment(Element.ALIGN_MIDDLE);
        printed.setLeading(style.lineHeight(), 0);
        printed.setUseAscender(true);
        printed.setUseDescender(true);
        printed.setPadding(grid.isDense() ? DENSE_PADDING : PADDING);
        return printed;
    }

    private static int alignment(GridCell cell) {
        return cell.content() instanceof RowLabel || cell.content() instanceof Words
                ? Element.ALIGN_LEFT
                : Element.ALIGN_CENTER;
    }
}
