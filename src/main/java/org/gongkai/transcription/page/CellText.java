package org.gongkai.transcription.page;

import java.util.List;

/**
 * What a reader sees in a cell.
 *
 * @param lines the visible lines of text
 * @param pictured true if the cell also shows something that is no text, or if its text is not the number that it holds
 */
public record CellText(List<String> lines, boolean pictured) {

    public static final CellText BLANK = new CellText(List.of(), false);

    public CellText {
        lines = List.copyOf(lines);
    }

    /** Returns a cell with nothing but text. */
    public static CellText of(String text) {
        return new CellText(text.lines().toList(), false);
    }

    /** Returns whether a reader sees an empty cell. */
    public boolean isBlank() {
        return !pictured && lines.stream().allMatch(String::isBlank);
    }

    /** Returns the cell with something that is no text in it: it is no number. */
    public CellText withObject() {
        return new CellText(lines, true);
    }
}
