package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.transcription.place.Box;

/**
 * A row of a table without lines.
 *
 * @param labels the texts of its label, that of the group that begins with it first
 * @param line its line of numbers; empty if it is blank
 */
record UnruledRow(List<TextBlock> labels, Optional<PartedLine> line) {

    UnruledRow {
        labels = List.copyOf(labels);
    }

    UnruledRow after(TextBlock group) {
        return new UnruledRow(Stream.concat(Stream.of(group), labels.stream()).toList(), line);
    }

    String label() {
        return labels.stream().map(TextBlock::text).collect(Collectors.joining());
    }

    List<TextPart> values() {
        return line.map(PartedLine::values).orElse(List.of());
    }

    /** Returns the height at which its numbers stand, or would stand. */
    float middle() {
        return line.map(PartedLine::baseline)
                .orElseGet(() -> (labels.get(0).first() + labels.get(0).last()) / 2);
    }

    /** Returns the area of its own label and its numbers. */
    Box box() {
        TextBlock own = labels.isEmpty() ? null : labels.get(labels.size() - 1);
        return Stream.concat(
                        Stream.ofNullable(own).map(TextBlock::box),
                        values().stream().map(TextPart::box))
                .reduce(Box::union)
                .orElseThrow();
    }
}
