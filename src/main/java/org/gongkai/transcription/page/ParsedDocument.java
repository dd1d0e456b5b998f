package org.gongkai.transcription.page;

import java.util.List;
import java.util.function.Supplier;
import org.gongkai.transcription.place.DrawnPages;

/**
 * A document of any type after parsing.
 *
 * @param titles the titles outside its text, the most reliable first
 * @param sections its text by sections, from top to bottom
 * @param blocks its paragraphs and tables, from top to bottom
 * @param pages works out what its pages show, if its type has pages: only a rendering needs it
 */
public record ParsedDocument(List<String> titles, Sections sections, List<Block> blocks, Supplier<DrawnPages> pages) {

    public static final Supplier<DrawnPages> NO_PAGES = () -> DrawnPages.NONE;

    public ParsedDocument {
        blocks = List.copyOf(blocks);
    }

    /** Returns a document whose sections are found by their headings. */
    public static ParsedDocument of(List<String> titles, List<Block> blocks) {
        return new ParsedDocument(titles, Sections.of(Line.of(blocks)), blocks, NO_PAGES);
    }

    /** Returns the document with its pages. */
    public ParsedDocument withPages(Supplier<DrawnPages> drawn) {
        return new ParsedDocument(titles, sections, blocks, drawn);
    }
}
