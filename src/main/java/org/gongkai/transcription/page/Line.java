package org.gongkai.transcription.page;

import java.util.List;

/**
 * A piece of a document from top to bottom: a paragraph, or a row of a table.
 *
 * @param cells the cells of a row, blank ones too; of a paragraph its text alone
 * @param row whether it is a row of a table
 * @param path where it stands in the document's tree, from the outside in; empty where there is no tree
 */
public record Line(List<String> cells, boolean row, List<Integer> path) {

    static Line paragraph(String text, List<Integer> path) {
        return new Line(List.of(text), false, path);
    }

    static Line row(List<String> cells, List<Integer> path) {
        return new Line(List.copyOf(cells), true, path);
    }

    /** All of its text. */
    public String text() {
        return cells.size() == 1 ? cells.get(0) : String.join(" ", cells).strip();
    }
}
