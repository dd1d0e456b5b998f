package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The heads of a table without lines. The lowest ones stand over one column each, those above over several.
 *
 * @param columns the lowest heads, from left to right
 * @param levels the heads above them, by levels from the top
 * @param label the text beside the heads, over the labels
 */
record UnruledHeads(List<TextBlock> columns, List<List<Head>> levels, List<TextBlock> label) {

    private static final int MAX_COLUMNS = 60;

    /**
     * A head over several columns.
     *
     * @param block its text
     * @param first the index of its first column
     * @param last the index of its last column
     */
    record Head(TextBlock block, int first, int last) {

        boolean covers(int column) {
            return first <= column && column <= last;
        }
    }

    /** Returns the heads of a table; empty if it is not clear over which columns they stand. */
    static Optional<UnruledHeads> of(UnruledPart part) {
        List<TextBlock> label = TextBlock.heads(parts(part, true));
        List<TextBlock> blocks = TextBlock.heads(parts(part, false));
        List<TextBlock> columns = withoutTitles(blocks.stream()
                .filter(block -> blocks.stream().noneMatch(other -> isBelow(other, block)))
                .sorted(Comparator.comparingDouble(block -> block.span().from()))
                .toList());
        List<TextBlock> above =
                blocks.stream().filter(block -> !columns.contains(block)).toList();
        boolean numbers =
                blocks.stream().flatMap(block -> block.parts().stream()).anyMatch(TextPart::hasOnlyNumbers);
        if (numbers || columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            return Optional.empty();
        }
        UnruledHeads heads = new UnruledHeads(columns, new HeadLevels(columns).of(above), label);
        return heads.areDistinct() ? Optional.of(heads) : Optional.empty();
    }

    private static List<List<TextPart>> parts(UnruledPart part, boolean label) {
        return part.heads().stream()
                .map(line -> line.parts().stream()
                        .filter(text -> label == text.box().left() < part.labelsTo())
                        .toList())
                .toList();
    }

    /** Returns heads without those that stand alone above all others, as the title of a table does. */
    private static List<TextBlock> withoutTitles(List<TextBlock> heads) {
        List<TextBlock> left = new ArrayList<>(heads);
        while (left.size() > 1) {
            TextBlock first = left.stream()
                    .min(Comparator.comparingDouble(TextBlock::first))
                    .orElseThrow();
            if (left.stream().anyMatch(other -> other != first && other.first() <= first.last())) {
                return left;
            }
            left.remove(first);
        }
        return left;
    }

    private static boolean isBelow(TextBlock low, TextBlock high) {
        return low.first() > high.last() && low.span().overlaps(high.span());
    }

    /** Returns whether each column has heads of its own. */
    private boolean areDistinct() {
        Set<List<String>> names = new HashSet<>();
        return IntStream.range(0, columns.size()).allMatch(column -> names.add(names(column)));
    }

    private List<String> names(int column) {
        List<String> names = new ArrayList<>();
        levels.forEach(level -> level.stream()
                .filter(head -> head.covers(column))
                .forEach(head -> names.add(head.block().text())));
        names.add(columns.get(column).text());
        return names;
    }
}
