package org.gongkai.transcription.page;

import java.util.List;

/**
 * The visible content of a cell.
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

    /**
     * Returns the cell with what it has besides its visible text.
     *
     * @param object true if it shows something that is no text
     * @param leftOut true if text was left out of it, such as the mark of a note: without other text, it is not blank
     */
    public CellText with(boolean object, boolean leftOut) {
        return object || leftOut && isBlank() ? withObject() : this;
    }

    /** Returns the cell with something that is no text in it: it is no number. */
    public CellText withObject() {
        return new CellText(lines, true);
    }
}
