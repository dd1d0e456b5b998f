package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.carrier.pdf.UnruledHeads.Head;

/**
 * The columns over which heads stand. If the heads of a level divide the columns of the level above in one way only, so that each stands
 * over the middle or the beginning of its columns, that is how they do; else each stands over the columns below it.
 */
final class HeadLevels {

    /** The distance of a head from the middle or the beginning of its columns at most, as a part of the width of a column. */
    private static final float OFF = 0.3f;

    private static final int MAX_HEADS = 8;

    private final List<TextBlock> columns;
    private final float width;

    HeadLevels(List<TextBlock> columns) {
        this.columns = columns;
        this.width = columns.size() < 2 ? 0 : (middle(columns.size() - 1) - middle(0)) / (columns.size() - 1);
    }

    private float middle(int column) {
        return columns.get(column).span().middle();
    }

    /** Returns the heads above the columns by levels, from the top. */
    List<List<Head>> of(List<TextBlock> above) {
        List<List<Head>> levels = new ArrayList<>();
        List<Head> parents = List.of(new Head(null, 0, columns.size() - 1));
        for (List<TextBlock> level : levels(above)) {
            parents = heads(parents, level);
            levels.add(parents);
        }
        return levels;
    }

    private static List<List<TextBlock>> levels(List<TextBlock> above) {
        List<List<TextBlock>> levels = new ArrayList<>();
        float last = 0;
        for (TextBlock block : above) {
            if (levels.isEmpty() || block.first() > last) {
                levels.add(new ArrayList<>());
                last = block.last();
            }
            levels.get(levels.size() - 1).add(block);
            last = Math.max(last, block.last());
        }
        return levels;
    }

    private List<Head> heads(List<Head> parents, List<TextBlock> level) {
        List<Head> heads = new ArrayList<>();
        List<TextBlock> left = level.stream()
                .sorted(Comparator.comparingDouble(block -> block.span().from()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Head parent : parents) {
            List<TextBlock> below =
                    left.stream().filter(block -> isUnder(parent, block)).toList();
            left.removeAll(below);
            heads.addAll(dividing(parent, below));
        }
        left.forEach(block -> heads.add(overColumns(block)));
        return heads;
    }

    private boolean isUnder(Head parent, TextBlock block) {
        float middle = block.span().middle();
        return columns.get(parent.first()).span().from() <= middle
                && middle <= columns.get(parent.last()).span().to();
    }

    private List<Head> dividing(Head parent, List<TextBlock> blocks) {
        List<List<Head>> ways =
                blocks.isEmpty() || blocks.size() > MAX_HEADS ? List.of() : ways(blocks, parent.first(), parent.last());
        return ways.size() == 1
                ? ways.get(0)
                : blocks.stream().map(this::overColumns).toList();
    }

    /** Returns the ways in which heads can divide columns among them. */
    private List<List<Head>> ways(List<TextBlock> blocks, int first, int last) {
        if (blocks.isEmpty()) {
            return first > last ? List.of(List.of()) : List.of();
        }
        List<List<Head>> ways = new ArrayList<>();
        for (int end = first; end <= last; end++) {
            if (fits(blocks.get(0), first, end)) {
                Head head = new Head(blocks.get(0), first, end);
                ways(blocks.subList(1, blocks.size()), end + 1, last)
                        .forEach(rest -> ways.add(
                                Stream.concat(Stream.of(head), rest.stream()).toList()));
            }
        }
        return ways;
    }

    private boolean fits(TextBlock block, int first, int last) {
        float off = block.span().middle() - (middle(first) + middle(last)) / 2;
        float indent = block.span().from() - columns.get(first).span().from();
        return Math.abs(off) <= OFF * width || Math.abs(indent) <= OFF * width;
    }

    /** Returns a head over the columns below it; over all columns if it stands between them. */
    private Head overColumns(TextBlock block) {
        int[] covered = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).span().overlaps(block.span()))
                .toArray();
        return covered.length == 0
                ? new Head(block, 0, columns.size() - 1)
                : new Head(block, covered[0], covered[covered.length - 1]);
    }
}
