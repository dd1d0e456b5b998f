package org.gongkai.publication.layout;

import java.util.List;
import java.util.Optional;
import org.gongkai.form.FormNode;

/**
 * A part of a document: a heading, and under it a text, a table, or both.
 *
 * @param id names it within the document, in letters, digits and hyphens
 * @param heading the heading
 * @param text what is written there, word by word; empty where nothing is
 * @param table the table under the text
 */
public record Part(String id, String heading, String text, Optional<Grid> table) {

    private static final String LINE_END = "\n";

    /** A section of a statutory form that is text. */
    static Part ofText(FormNode section, String text) {
        return new Part(section.name(), section.print().row(), text, Optional.empty());
    }

    /** A section of a statutory form that is a table. */
    static Part ofTable(FormNode section, Grid table) {
        return new Part(section.name(), section.print().row(), "", Optional.of(table));
    }

    /** The lines of the text, each of which is a paragraph. Joined by line feeds, they are the text again; an empty text has none. */
    public List<String> lines() {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE_END, -1));
    }
}
