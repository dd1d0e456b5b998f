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
     * Returns the lines of the text, one per paragraph. The lines joined by line feeds are the text again. An empty
     * text has no lines.
     */
    public List<String> lines() {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE_END, -1));
    }
}
