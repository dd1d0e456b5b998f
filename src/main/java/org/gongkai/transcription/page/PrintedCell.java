package org.gongkai.transcription.page;

import java.util.List;
import org.gongkai.transcription.place.Place;

/**
 * A cell of a table. A merged cell stands at several positions of its table, and is the same cell at all of them.
 *
 * @param row the index of its first row in the table
 * @param column the index of its first column in the table
 * @param lines the visible lines of text in it, without blank lines. Hidden, deleted, struck-out and moved text and the
 *     marks of notes are no part of them
 * @param pictured true if it also shows something that is no text, such as a picture or a form field
 * @param place its place, as far as the type of the document has places of its own
 */
public record PrintedCell(int row, int column, List<String> lines, boolean pictured, Place place) {

    public PrintedCell {
        lines = lines.stream()
                .map(TextNormalizer::trimmed)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns an empty cell that covers one position. */
    public static PrintedCell blank(int row, int column, Place place) {
        return new PrintedCell(row, column, List.of(), false, place);
    }

    /** Stands for something that is no text, such as a picture. */
    public static final String OBJECT = "\uFFFC";

    /** Returns its text in one line, with {@link #OBJECT} for a picture. */
    public String text() {
        String text = lines.size() == 1 ? lines.get(0) : String.join(" ", lines);
        return pictured ? text + OBJECT : text;
    }

    /** Returns the same cell with its place in a table of the document. */
    PrintedCell inTable(int number) {
        return new PrintedCell(row, column, lines, pictured, place.inTable(number, row + 1, column + 1));
    }

    /** Returns the same cell at another position of a table. */
    public PrintedCell at(int newRow, int newColumn) {
        return new PrintedCell(newRow, newColumn, lines, pictured, place);
    }

    /** Returns the same cell with something that is no text in it: it is no number. */
    PrintedCell withObject() {
        return new PrintedCell(row, column, lines, true, place);
    }

    /** Returns the same cell in a table that begins some rows further down. */
    PrintedCell inPart(int firstRow) {
        return at(Math.max(0, row - firstRow), column);
    }

    boolean beginsAt(int otherRow, int otherColumn) {
        return row == otherRow && column == otherColumn;
    }

    /** Returns whether a reader sees an empty cell. */
    public boolean isBlank() {
        return lines.isEmpty() && !pictured;
    }
}
