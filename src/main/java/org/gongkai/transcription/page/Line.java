package org.gongkai.transcription.page;

import java.util.List;

/**
 * A line of a document: a paragraph or a row of a table.
 *
 * @param cells the cells of a row, including blank ones; for a paragraph, its text
 * @param row true for a row of a table
 * @param path the position in the tree of the document, from the outside in; empty if the document is no tree
 */
public record Line(List<String> cells, boolean row, List<Integer> path) {

    static Line paragraph(String text, List<Integer> path) {
        return new Line(List.of(text), false, path);
    }

    static Line row(List<String> cells, List<Integer> path) {
        return new Line(List.copyOf(cells), true, path);
    }

    /** Returns its text; the cells of a row are joined by blanks. */
    public String text() {
        return cells.size() == 1 ? cells.get(0) : String.join(" ", cells).strip();
    }
}
