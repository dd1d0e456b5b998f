package org.gongkai.publication.layout;

import java.util.List;
import java.util.Optional;
import org.gongkai.form.FormNode;

/**
 * A part of a document: a heading, followed by a text, a table, or both.
 *
 * @param id the identifier within the document, in letters, digits and hyphens
 * @param heading the heading
 * @param text the text, exactly as written; may be empty
 * @param table the table after the text
 */
public record Part(String id, String heading, String text, Optional<Grid> table) {

    private static final String LINE_END = "\n";

    /** Returns a text section of a statutory form. */
    static Part ofText(FormNode section, String text) {
        return new Part(section.name(), section.print().row(), text, Optional.empty());
    }

    /** Returns a table section of a statutory form. */
    static Part ofTable(FormNode section, Grid table) {
        return new Part(section.name(), section.print().row(), "", Optional.of(table));
    }

    /**
     * Returns a part with a list.
     *
     * @param id the identifier within the document
     * @param heading the heading
     * @param text the text before the list or instead of it; may be empty
     * @param columns the columns of the list
     * @param lines the lines of the list, each with a {@link String} or a {@link Number} per column; without any, the part
     *     has no list
     */
    public static Part ofList(
            String id, String heading, String text, List<Appendix.Column> columns, List<List<Object>> lines) {
        if (lines.isEmpty()) {
            return new Part(id, heading, text, Optional.empty());
        }
        List<Integer> widths = columns.stream().map(Appendix.Column::width).toList();
        return new Part(id, heading, text, Optional.of(new Grid(new ListedCells(columns, lines), widths, 1)));
    }

    /**
     * Returns a part with a list, whose heading begins with its number, such as 一、.
     *
     * @param number the number of the part, from 1
     */
    public static Part numbered(
            int number, String heading, String text, List<Appendix.Column> columns, List<List<Object>> lines) {
        return ofList("part-" + number, ChineseNumeral.of(number) + "、" + heading, text, columns, lines);
    }

    /**
     * Returns the lines of the text, one per paragraph. The lines joined by line feeds are the text again. An empty
     * text has no lines.
     */
    public List<String> lines() {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE_END, -1));
    }
}
