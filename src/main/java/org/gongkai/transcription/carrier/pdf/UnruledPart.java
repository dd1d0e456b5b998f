package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import java.util.stream.Stream;

/**
 * The part of a table without lines that stands on one page.
 *
 * @param page the page
 * @param lines the lines of the page
 * @param from the index of its first line
 * @param body the index of its first line below the heads
 * @param to the index behind its last line
 */
record UnruledPart(PageContent page, List<PartedLine> lines, int from, int body, int to) {

    List<PartedLine> heads() {
        return lines.subList(from, body);
    }

    List<PartedLine> rows() {
        return lines.subList(body, to);
    }

    /** Returns the numbers of all rows. */
    Stream<TextPart> values() {
        return rows().stream().filter(PartedLine::isRow).flatMap(line -> line.values().stream());
    }

    /** Returns the left end of the area in which the numbers stand. */
    float valuesFrom() {
        return rows().stream().map(PartedLine::valuesFrom).min(Float::compare).orElse(Float.MAX_VALUE);
    }

    /** Returns the right end of the labels of the rows; 0 if there are none. */
    float labelsTo() {
        return rows().stream().map(PartedLine::labelsTo).max(Float::compare).orElse(0f);
    }

    boolean isHeaded() {
        return from < body;
    }

    /** Returns whether it continues a table that ends with the page before. */
    boolean continues(UnruledPart before) {
        return from == 0 && page.page() == before.page.page() + 1 && before.to == before.lines.size();
    }

    /** Returns whether it is a number in the text, and no table. */
    boolean isStray() {
        return values().count() == 1 && labelsTo() == 0;
    }
}
