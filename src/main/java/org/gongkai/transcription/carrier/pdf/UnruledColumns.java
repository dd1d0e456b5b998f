package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a table without lines: each has one head, and the numbers that stand under it or all on the same side of it.
 *
 * @param spans the widths of the columns with their heads and numbers, from left to right
 * @param numbers the widths of the numbers of each column; {@code null} for one without numbers
 */
record UnruledColumns(List<Span> spans, List<Span> numbers) {

    /** The side of its head on which a number stands that is not under it. */
    private enum Side {
        LEFT,
        RIGHT
    }

    /** Returns the columns of a table; empty if it is not clear which numbers stand in which column. */
    static Optional<UnruledColumns> of(UnruledHeads heads, Stream<TextPart> values) {
        List<Span> columns = heads.columns().stream().map(TextBlock::span).toList();
        List<Span> numbers = joined(values.map(TextPart::span));
        List<UnruledColumns> found = Stream.of(Side.values())
                .flatMap(side -> under(columns, numbers, side).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Joins the widths of numbers that stand below each other. */
    private static List<Span> joined(Stream<Span> values) {
        List<Span> joined = new ArrayList<>();
        for (Span value : values.sorted(Comparator.comparingDouble(Span::from)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).overlaps(value)) {
                joined.set(last, joined.get(last).union(value));
            } else {
                joined.add(value);
            }
        }
        return joined;
    }

    private static Optional<UnruledColumns> under(List<Span> heads, List<Span> values, Side side) {
        List<Span> spans = new ArrayList<>(heads);
        Span[] numbers = new Span[heads.size()];
        for (Span value : values) {
            int column = column(heads, value, side);
            if (column < 0 || numbers[column] != null) {
                return Optional.empty();
            }
            numbers[column] = value;
            spans.set(column, heads.get(column).union(value));
        }
        boolean apart = IntStream.range(1, spans.size())
                .allMatch(
                        column -> spans.get(column - 1).to() < spans.get(column).from());
        return apart
                ? Optional.of(new UnruledColumns(
                        List.copyOf(spans), Stream.of(numbers).toList()))
                : Optional.empty();
    }

    /** Returns the column whose head stands over numbers, or next to them; -1 if there is none. */
    private static int column(List<Span> heads, Span value, Side side) {
        int[] over = IntStream.range(0, heads.size())
                .filter(column -> heads.get(column).overlaps(value))
                .toArray();
        if (over.length > 0) {
            return over.length == 1 ? over[0] : -1;
        }
        return side == Side.RIGHT
                ? IntStream.range(0, heads.size())
                        .filter(column -> heads.get(column).to() <= value.from())
                        .max()
                        .orElse(-1)
                : IntStream.range(0, heads.size())
                        .filter(column -> heads.get(column).from() >= value.to())
                        .min()
                        .orElse(-1);
    }

    /** Returns the index of the column of a number. */
    int of(TextPart value) {
        return IntStream.range(0, numbers.size())
                .filter(column ->
                        numbers.get(column) != null && numbers.get(column).overlaps(value.span()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the borders of the columns: the middles of the gaps between them. */
    float[] borders(float labelsTo) {
        float[] borders = new float[spans.size() + 1];
        borders[0] = labelsTo > 0
                ? (labelsTo + spans.get(0).from()) / 2
                : spans.get(0).from();
        for (int column = 1; column < spans.size(); column++) {
            borders[column] = (spans.get(column - 1).to() + spans.get(column).from()) / 2;
        }
        borders[spans.size()] = spans.get(spans.size() - 1).to();
        return borders;
    }
}
