package org.gongkai.transcription.page;

import java.util.List;

/**
 * A document of any type after parsing.
 *
 * @param titles the titles outside its text, the most reliable first
 * @param sections its text by sections, from top to bottom
 */
public record ParsedDocument(List<String> titles, Sections sections) {

    /** Returns a document whose sections are found by their headings. */
    public static ParsedDocument of(List<String> titles, List<Block> blocks) {
        return new ParsedDocument(titles, Sections.of(Line.of(blocks)));
    }
}
