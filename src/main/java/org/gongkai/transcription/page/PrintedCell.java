package org.gongkai.transcription.page;

import java.util.List;

/**
 * A cell of a table. A merged cell stands at several positions of its table, and is the same cell at all of them.
 *
 * @param row the index of its first row in the table
 * @param column the index of its first column in the table
 * @param lines the visible lines of text in it, without blank lines. Hidden, deleted, struck-out and moved text and the
 *     marks of notes are no part of them
 * @param pictured true if it also shows something that is no text, such as a picture or a form field
 */
public record PrintedCell(int row, int column, List<String> lines, boolean pictured) {

    public PrintedCell {
        lines = lines.stream()
                .map(TextNormalizer::trimmed)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Stands for something that is no text, such as a picture. */
    public static final String OBJECT = "\uFFFC";

    /** Returns its text in one line, with {@link #OBJECT} for a picture. */
    public String text() {
        String text = lines.size() == 1 ? lines.get(0) : String.join(" ", lines);
        return pictured ? text + OBJECT : text;
    }

    /** Returns whether a reader sees an empty cell. */
    public boolean isBlank() {
        return lines.isEmpty() && !pictured;
    }
}
