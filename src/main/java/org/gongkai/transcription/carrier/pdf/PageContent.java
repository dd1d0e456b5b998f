package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import org.gongkai.transcription.place.Box;

/**
 * The visible content of a page.
 *
 * @param page the number of the page, from 1
 * @param width its width as seen, in points
 * @param height its height as seen
 * @param glyphs its characters in the order of drawing
 * @param rules its straight lines
 * @param objects the areas of pictures, drawings and text that was not read
 * @param removed the areas of text that is struck out or painted over
 */
record PageContent(
        int page,
        float width,
        float height,
        List<Glyph> glyphs,
        List<Rule> rules,
        List<Box> objects,
        List<Box> removed) {}
