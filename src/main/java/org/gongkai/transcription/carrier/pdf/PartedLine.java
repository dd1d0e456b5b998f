package org.gongkai.transcription.carrier.pdf;

import java.util.List;

/**
 * A line of text with its parts. What they are is worked out once, because the search for tables compares each line with many.
 *
 * @param line the line
 * @param parts its parts between wide gaps, from left to right
 * @param labels the parts that are no numbers of a row
 * @param values the numbers at its end, and what stands in place of them; none if other parts stand between them
 * @param isRow true if it is a row of a table: its parts are numbers, behind a label or none
 * @param valuesFrom the left end of the numbers of a row
 * @param labelsTo the right end of its labels; 0 if there are none
 */
record PartedLine(
        TextLine line,
        List<TextPart> parts,
        List<TextPart> labels,
        List<TextPart> values,
        boolean isRow,
        float valuesFrom,
        float labelsTo) {

    static PartedLine of(TextLine line) {
        List<TextPart> parts = line.parts();
        List<TextPart> values = values(parts);
        boolean isRow = values.size() > 1 || values.stream().anyMatch(TextPart::isNumber);
        List<TextPart> labels = isRow ? parts.subList(0, parts.size() - values.size()) : parts;
        return new PartedLine(
                line,
                parts,
                labels,
                values,
                isRow,
                isRow ? values.get(0).box().left() : Float.MAX_VALUE,
                labels.isEmpty() ? 0 : labels.get(labels.size() - 1).box().right());
    }

    private static List<TextPart> values(List<TextPart> parts) {
        int first = 0;
        while (first < parts.size() && !parts.get(first).isValue()) {
            first++;
        }
        List<TextPart> values = parts.subList(first, parts.size());
        return values.stream().allMatch(TextPart::isValue) ? values : List.of();
    }

    /** Returns the height on which it stands: of a row, its numbers. */
    float baseline() {
        return values.isEmpty() ? line.baseline() : values.get(0).baseline();
    }
}
