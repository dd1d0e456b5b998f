package org.gongkai.transcription.carrier.odf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.SheetBlocks;
import org.gongkai.transcription.page.ShownNumber;
import org.gongkai.transcription.page.UnreadableDocument;

/** The tables of a file. A table inside a cell becomes part of the text of the cell. */
final class Tables {

    private static final Set<String> HIDDEN = Set.of("collapse", "filter");

    /** The number of equal rows or columns that are read. */
    private static final int MAX_REPEATED = 1_000;

    private final Styles styles;
    private final List<Block> blocks;
    private Optional<SheetBlocks> sheets = Optional.empty();
    private String name = "";
    private PlacedTable table = PlacedTable.inText();
    private boolean tableHidden;

    /** The number of cells and of hidden rows in all tables. A few bytes can stand for thousands of them. */
    private int allCells;

    private int allHiddenRows;
    private int depth;
    private int cells;
    private int row;
    private int rows;
    private int column;
    private int columnsDeclared;
    private int repeated;
    private int rowSpan;
    private int columnSpan;
    private boolean pictured;
    private boolean marked;
    private Optional<BigDecimal> number = Optional.empty();

    Tables(Styles styles, List<Block> blocks) {
        this.styles = styles;
        this.blocks = blocks;
    }

    /** Tells that the tables are sheets. */
    void inSheets() {
        sheets = Optional.of(new SheetBlocks());
    }

    boolean isInside() {
        return depth > 0;
    }

    void start(String element, XMLStreamReader xml) throws UnreadableDocument {
        if (element.equals("table")) {
            startTable(xml);
        } else if (depth == 1 && element.equals("table-column")) {
            startColumn(xml);
        } else if (depth == 1 && element.equals("table-row")) {
            startRow(xml);
        }
    }

    private void startTable(XMLStreamReader xml) {
        if (++depth == 1) {
            name = Optional.ofNullable(xml.getAttributeValue(null, "name")).orElse("");
            table = sheets.isEmpty() ? PlacedTable.inText() : PlacedTable.ofSheet(name);
            tableHidden = styles.isTableHidden(xml.getAttributeValue(null, "style-name"));
            row = 0;
            rows = 0;
            columnsDeclared = 0;
        }
    }

    private void startColumn(XMLStreamReader xml) {
        int count = number(xml, "number-columns-repeated");
        for (int index = 0; index < count && columnsDeclared < GridBuilder.MAX_COLUMNS; index++, columnsDeclared++) {
            if (isHidden(xml)) {
                table.hideColumn(columnsDeclared);
            }
        }
    }

    private void startRow(XMLStreamReader xml) throws UnreadableDocument {
        row += rows;
        rows = number(xml, "number-rows-repeated");
        column = 0;
        if (isHidden(xml)) {
            allHiddenRows += Math.min(rows, MAX_REPEATED);
            ParsedDocument.checkLines(allHiddenRows);
            for (int index = 0; index < Math.min(rows, MAX_REPEATED); index++) {
                table.hideRow(row + index);
            }
        }
    }

    private static boolean isHidden(XMLStreamReader xml) {
        return HIDDEN.contains(
                Optional.ofNullable(xml.getAttributeValue(null, "visibility")).orElse(""));
    }

    void startCell(XMLStreamReader xml) {
        if (depth == 1 && cells++ == 0) {
            repeated = number(xml, "number-columns-repeated");
            rowSpan = number(xml, "number-rows-spanned");
            columnSpan = number(xml, "number-columns-spanned");
            pictured = false;
            marked = false;
            number = numberIn(xml);
        }
    }

    /** Returns the number that a cell holds; empty if it holds none. */
    private static Optional<BigDecimal> numberIn(XMLStreamReader xml) {
        String type = xml.getAttributeValue(null, "value-type");
        String value = xml.getAttributeValue(null, "value");
        if (type == null || value == null || !type.equals("float") && !type.equals("currency")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Tells that something that is no text stands in the cell. */
    void object() {
        pictured = true;
    }

    /** Tells that text of the cell was left out: without other text, the cell is not blank. */
    void mark() {
        marked = true;
    }

    /** Passes positions that a merged cell covers. */
    void skipCells(int count) {
        if (depth == 1) {
            column += Math.min(count, MAX_REPEATED);
        }
    }

    void endCell(String text) throws UnreadableDocument {
        if (depth != 1) {
            return;
        }
        cells = 0;
        CellText cell = cellText(text);
        int times = cell.isBlank() && rowSpan == 1 && columnSpan == 1 ? 1 : Math.min(rows, MAX_REPEATED);
        for (int index = 0; index < repeated && column + index < GridBuilder.MAX_COLUMNS; index++) {
            for (int below = 0; below < times; below++) {
                table.cell(row + below, column + index, rowSpan, columnSpan, cell);
                PlacedTable.checkCells(++allCells);
            }
        }
        column += Math.min(repeated, MAX_REPEATED);
    }

    private CellText cellText(String text) {
        boolean exact = number.isEmpty() || ShownNumber.isExact(text, number.get());
        return CellText.of(text.strip()).with(pictured || !exact, marked);
    }

    void end(String element) throws UnreadableDocument {
        if (!element.equals("table") || --depth > 0) {
            return;
        }
        if (sheets.isEmpty()) {
            blocks.add(table.build());
            ParsedDocument.checkLines(blocks.size());
        } else if (!tableHidden) {
            sheets.get().sheet(name, table.blocks());
            blocks.clear();
            blocks.addAll(sheets.get().blocks());
        }
    }

    /** Returns a number of repetitions, from 1. */
    static int number(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value != null && value.matches("[1-9]\\d{0,8}") ? Integer.parseInt(value) : 1;
    }
}
