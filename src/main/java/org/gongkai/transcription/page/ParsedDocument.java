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

    /** The largest number of paragraphs and rows of tables together. */
    public static final int MAX_LINES = 50_000;

    /** The largest number of characters in all paragraphs and cells. */
    public static final int MAX_CHARACTERS = 2_000_000;

    public static final Supplier<DrawnPages> NO_PAGES = () -> DrawnPages.NONE;

    public ParsedDocument {
        blocks = List.copyOf(blocks);
    }

    /**
     * Returns a document whose sections are found by their headings.
     *
     * @throws UnreadableDocument if it has too many paragraphs and rows, or too much text
     */
    public static ParsedDocument of(List<String> titles, List<Block> blocks) throws UnreadableDocument {
        check(blocks);
        return new ParsedDocument(titles, Sections.of(Line.of(blocks)), blocks, NO_PAGES);
    }

    /**
     * Checks the size of a document.
     *
     * @throws UnreadableDocument if it has too many paragraphs and rows, or too much text
     */
    public static void check(List<Block> blocks) throws UnreadableDocument {
        checkLines(blocks.stream().mapToInt(Block::lines).sum());
        if (blocks.stream().mapToLong(Block::length).sum() > MAX_CHARACTERS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MUCH_TEXT.with(MAX_CHARACTERS));
        }
    }

    /**
     * Checks the number of paragraphs and rows. Readers whose documents unpack to many times their size check while they read.
     *
     * @throws UnreadableDocument if there are too many
     */
    public static void checkLines(int lines) throws UnreadableDocument {
        if (lines > MAX_LINES) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_LINES.with(MAX_LINES));
        }
    }

    /** Returns the document with its pages. */
    public ParsedDocument withPages(Supplier<DrawnPages> drawn) {
        return new ParsedDocument(titles, sections, blocks, drawn);
    }
}
