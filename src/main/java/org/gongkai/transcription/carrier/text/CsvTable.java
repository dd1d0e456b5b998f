package org.gongkai.transcription.carrier.text;

import java.util.List;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.UnreadableDocument;

/** Reads a CSV file, as spreadsheets save it. Cells are separated by commas, semicolons or tabs. */
public final class CsvTable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final String text;
    private final char separator;
    private final PlacedTable table = PlacedTable.ofSheet(null);
    private final StringBuilder cell = new StringBuilder();
    private int row;
    private int column;

    private CsvTable(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it has too many rows or cells
     */
    public static ParsedDocument read(String text) throws UnreadableDocument {
        CsvTable csv = new CsvTable(text);
        csv.read();
        return ParsedDocument.of(List.of(), csv.table.blocks());
    }

    /** Returns the separator that occurs most often; of equals, the comma. */
    private static char separator(String text) {
        return SEPARATORS.stream()
                .reduce((best, other) -> count(text, other) > count(text, best) ? other : best)
                .orElseThrow();
    }

    private static long count(String text, char character) {
        return text.chars().filter(found -> found == character).count();
    }

    private void read() throws UnreadableDocument {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(character);
                at++;
            } else if (character == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && character == separator) {
                endCell();
            } else if (!quoted && (character == '\n' || character == '\r')) {
                endRow();
            } else {
                cell.append(character);
            }
        }
        endCell();
    }

    private void endRow() throws UnreadableDocument {
        endCell();
        row++;
        column = 0;
    }

    private void endCell() throws UnreadableDocument {
        table.cell(row, column++, 1, 1, CellText.of(cell.toString()));
        cell.setLength(0);
    }
}
