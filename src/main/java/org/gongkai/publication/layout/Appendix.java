package org.gongkai.publication.layout;

import java.util.List;

/**
 * An appendix of a document.
 *
 * @param heading the heading, without a number
 * @param text the text before the list or instead of it; may be empty
 * @param columns the columns of the list
 * @param lines the lines of the list, each with a {@link String} or a {@link Number} per column; empty if there is
 *     no list
 */
public record Appendix(String heading, String text, List<Column> columns, List<List<Object>> lines) {

    /**
     * A column of a list.
     *
     * @param heading the heading
     * @param width the width relative to the other columns
     */
    public record Column(String heading, int width) {}

    public Appendix {
        int each = columns.size();
        if (lines.stream().anyMatch(line -> line.size() != each)) {
            throw new IllegalArgumentException("Each line must have a cell per column: " + heading);
        }
    }

    /** Returns an appendix that has a text and no list. */
    public static Appendix ofText(String heading, String text) {
        return new Appendix(heading, text, List.of(), List.of());
    }

    Part toPart(int number) {
        return Part.ofList("appendix-" + number, "附件" + number + "　" + heading, text, columns, lines);
    }
}
