package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a part of a table without lines. All numbers stand beside the first line of their label, beside its middle, or beside its
 * last line.
 */
final class UnruledRows {

    /** The distance of numbers from that line at most, as a part of the size. */
    private static final float OFF = 0.25f;

    /** The distance of a blank row from others at least, as a part of the distance between rows. */
    private static final float APART = 0.9f;

    /** The line of its label beside which a number stands. */
    private enum Beside {
        FIRST,
        MIDDLE,
        LAST;

        float of(TextBlock label) {
            return switch (this) {
                case FIRST -> label.first();
                case MIDDLE -> (label.first() + label.last()) / 2;
                case LAST -> label.last();
            };
        }
    }

    private final List<PartedLine> numbers;
    private final List<TextBlock> labels;

    /** The smallest distance between rows. */
    private final float distance;

    private UnruledRows(UnruledPart part) {
        this.numbers = part.rows().stream().filter(PartedLine::isRow).toList();
        this.distance = distance(numbers);
        this.labels =
                TextBlock.labels(part.rows().stream().map(PartedLine::labels).toList());
    }

    private static float distance(List<PartedLine> numbers) {
        float least = 0;
        for (int row = 1; row < numbers.size(); row++) {
            float distance = numbers.get(row).baseline() - numbers.get(row - 1).baseline();
            least = least == 0 ? distance : Math.min(least, distance);
        }
        return least;
    }

    /** Returns the rows from top to bottom; empty if it is not clear which numbers belong to which label. */
    static Optional<List<UnruledRow>> of(UnruledPart part) {
        UnruledRows rows = new UnruledRows(part);
        if (rows.labels.isEmpty()) {
            return Optional.of(rows.numbers.stream()
                    .map(line -> new UnruledRow(List.of(), Optional.of(line)))
                    .toList());
        }
        return Stream.of(Beside.values())
                .map(rows::beside)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<UnruledRow>> beside(Beside side) {
        Map<TextBlock, UnruledRow> rows = new HashMap<>();
        for (PartedLine line : numbers) {
            Optional<TextBlock> label = labels.stream()
                    .filter(block -> isAt(side.of(block), line))
                    .max(Comparator.comparingDouble(block -> block.span().from()));
            if (label.isEmpty() || rows.containsKey(label.get())) {
                return Optional.empty();
            }
            rows.put(label.get(), new UnruledRow(List.of(label.get()), Optional.of(line)));
        }
        return Optional.of(withOthers(rows));
    }

    private static boolean isAt(float height, PartedLine line) {
        TextPart number = line.values().get(0);
        return Math.abs(height - number.baseline()) <= OFF * number.size();
    }

    /** Returns the rows with the blank ones, and with the labels of groups before the label of the row with which they begin. */
    private List<UnruledRow> withOthers(Map<TextBlock, UnruledRow> rows) {
        List<UnruledRow> all = new ArrayList<>(rows.values());
        List<TextBlock> groups = new ArrayList<>();
        for (TextBlock label : labels) {
            if (!rows.containsKey(label)) {
                UnruledRow blank = new UnruledRow(List.of(label), Optional.empty());
                if (isApart(blank, rows)) {
                    all.add(blank);
                } else {
                    groups.add(label);
                }
            }
        }
        all.sort(Comparator.comparingDouble(UnruledRow::middle));
        groups.forEach(group -> addGroup(all, group));
        return all;
    }

    /** Returns whether a label without numbers stands between two rows, as far from them as rows are from each other. */
    private boolean isApart(UnruledRow blank, Map<TextBlock, UnruledRow> rows) {
        boolean before = rows.values().stream().anyMatch(row -> row.middle() < blank.middle());
        boolean behind = rows.values().stream().anyMatch(row -> row.middle() > blank.middle());
        return before
                && behind
                && rows.values().stream()
                        .allMatch(row -> Math.abs(row.middle() - blank.middle()) >= APART * distance
                                && (row.box().bottom() <= blank.box().top()
                                        || blank.box().bottom() <= row.box().top()));
    }

    private static void addGroup(List<UnruledRow> rows, TextBlock group) {
        float middle = (group.first() + group.last()) / 2;
        int row = 0;
        while (row + 1 < rows.size() && rows.get(row).middle() < middle) {
            row++;
        }
        rows.set(row, rows.get(row).after(group));
    }
}
