package org.gongkai.transcription.page;

import java.util.List;
import org.gongkai.transcription.place.Place;

/**
 * A line of running text.
 *
 * @param text the visible text, without blanks at both ends
 * @param path the position in the tree of the document, from the outside in; empty if the document is no tree
 * @param linked true if all of its text is a reference to another document, such as an entry of a menu
 * @param place its place, as far as the type of the document has places of its own
 */
public record Paragraph(String text, List<Integer> path, boolean linked, Place place) implements Block {

    public Paragraph {
        path = List.copyOf(path);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public int lines() {
        return 1;
    }

    /** Returns a paragraph of a document that is no tree and has no references. */
    public static Paragraph of(String text) {
        return of(text, Place.UNKNOWN);
    }

    /** Returns a paragraph with its place in a document that is no tree and has no references. */
    public static Paragraph of(String text, Place place) {
        return new Paragraph(text, List.of(), false, place);
    }
}
