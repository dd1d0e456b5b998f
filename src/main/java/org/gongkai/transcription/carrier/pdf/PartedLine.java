package org.gongkai.transcription.carrier.pdf;

import java.util.List;

/**
 * A line of text with its parts.
 *
 * @param line the line
 * @param parts its parts between wide gaps, from left to right
 */
record PartedLine(TextLine line, List<TextPart> parts) {

    static PartedLine of(TextLine line) {
        return new PartedLine(line, line.parts());
    }

    /** Returns the height on which it stands: of a row, its numbers. */
    float baseline() {
        List<TextPart> values = values();
        return values.isEmpty() ? line.baseline() : values.get(0).baseline();
    }

    /** Returns whether it is a row of a table: its parts are numbers, behind a label or none. */
    boolean isRow() {
        List<TextPart> values = values();
        return values.size() > 1 || values.stream().anyMatch(TextPart::isNumber);
    }

    /** Returns the numbers at its end, and what stands in place of them; none if other parts stand between them. */
    List<TextPart> values() {
        int first = 0;
        while (first < parts.size() && !parts.get(first).isValue()) {
            first++;
        }
        List<TextPart> values = parts.subList(first, parts.size());
        return values.stream().allMatch(TextPart::isValue) ? values : List.of();
    }

    /** Returns the parts before its numbers; all parts of a line without numbers. */
    List<TextPart> labels() {
        return parts.subList(0, parts.size() - values().size());
    }
}
