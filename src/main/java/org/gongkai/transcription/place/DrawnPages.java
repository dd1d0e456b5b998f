package org.gongkai.transcription.place;

import java.util.List;

/**
 * The pages of a document.
 *
 * @param pages the pages; none if the type of the document has no pages
 * @param complete false if further pages are left out, because they show too much
 */
public record DrawnPages(List<DrawnPage> pages, boolean complete) {

    public static final DrawnPages NONE = new DrawnPages(List.of(), true);

    /** The number of pages, at most. */
    public static final int MAX_PAGES = 200;

    /** The number of words, lines and pictures of all pages, at most. */
    public static final int MAX_ITEMS = 40_000;

    /** The number of characters of all pages, at most. */
    public static final int MAX_CHARACTERS = 400_000;
}
