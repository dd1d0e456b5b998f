package org.gongkai.rendering;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.rendering.GridCell.RowLabel;
import org.gongkai.rendering.GridCell.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A table of a DOCX document, as wide as the text. Lengths are in twentieths of a point. */
final class WordTable {

    private static final int PADDING = 40;

    /** What has no more rows fits on a page, and is kept on one. */
    private static final int ROWS_OF_A_PAGE = 30;

    private final Grid grid;
    private final XWPFTable table;
    private final long width;
    private final Typeface typeface;

    private WordTable(Grid grid, XWPFTable table, long width) {
        this.grid = grid;
        this.table = table;
        this.width = width;
        this.typeface = grid.isDense() ? Typeface.DENSE_TABLE : Typeface.TABLE;
    }

    static void write(Grid grid, XWPFDocument word, long width) {
        XWPFTable table = word.createTable();
        table.removeRow(0);
        new WordTable(grid, table, width).fill();
    }

    private void fill() {
        table.setWidth(Math.toIntExact(width));
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(PADDING, PADDING, PADDING, PADDING);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid columns = table.getCTTbl().addNewTblGrid();
        int all = grid.widths().stream().mapToInt(Integer::intValue).sum();
        grid.widths().forEach(share -> columns.addNewGridCol().setW(BigInteger.valueOf(width * share / all)));
        IntStream.range(0, grid.rows()).forEach(this::row);
    }

    private void row(int row) {
        XWPFTableRow line = table.insertNewTableRow(row);
        line.setCantSplitRow(true);
        line.setRepeatHeader(row < grid.headRows());
        for (int column = 0; column < grid.columns(); ) {
            GridCell cell = grid.at(row, column);
            cell(line.createCell(), cell, row);
            column += cell.columns();
        }
    }

    /** A cell that reaches over several rows is written in each of them, but for its text. */
    private void cell(XWPFTableCell place, GridCell cell, int row) {
        CTTcPr properties = place.getCTTc().addNewTcPr();
        place.setWidth(String.valueOf(Math.round(width * grid.share(cell))));
        if (cell.columns() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
        }
        if (cell.rows() > 1) {
            properties.addNewVMerge().setVal(cell.row() == row ? STMerge.RESTART : STMerge.CONTINUE);
        }
        place.setVerticalAlignment(XWPFVertAlign.CENTER);
        if (cell.row() == row) {
            XWPFParagraph text = place.getParagraphArray(0);
            text.setAlignment(alignment(cell));
            text.setKeepNext(grid.rows() <= ROWS_OF_A_PAGE && row + 1 < grid.rows());
            typeface.write(Printable.of(cell.content().text()), text);
        }
    }

    private static ParagraphAlignment alignment(GridCell cell) {
        return cell.content() instanceof RowLabel || cell.content() instanceof Words
                ? ParagraphAlignment.LEFT
                : ParagraphAlignment.CENTER;
    }
}
