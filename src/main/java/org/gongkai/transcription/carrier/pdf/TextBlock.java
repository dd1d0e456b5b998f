package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.transcription.place.Box;

/**
 * Text on lines that follow each other closely, one below the other: the text of a cell.
 *
 * @param parts its lines from top to bottom
 */
record TextBlock(List<TextPart> parts) {

    /** The distance between lines of one cell, as a part of the size of their font, at most. */
    private static final float LEADING = 1.5f;

    /** Distances between lines that differ by this factor are equal. */
    private static final float EQUAL = 1.08f;

    /** Matches the label of a row from its ordinal on. */
    private static final Pattern ORDINAL =
            Pattern.compile("(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+\\s*[、.．]|\\d{1,2}\\s*[.．、]).*");

    TextBlock {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the heads in lines, from top to bottom. Parts of a line that stand under the same block begin blocks of their own.
     *
     * @param lines the parts of each line, from top to bottom
     */
    static List<TextBlock> heads(List<List<TextPart>> lines) {
        return of(lines, (block, part) -> true);
    }

    /**
     * Returns the labels in lines, from top to bottom. Only a label with an ordinal has further lines, and these have none.
     *
     * @param lines the parts of each line, from top to bottom
     */
    static List<TextBlock> labels(List<List<TextPart>> lines) {
        return of(lines, (block, part) -> hasOrdinal(block.get(0)) && !hasOrdinal(part));
    }

    private static boolean hasOrdinal(TextPart part) {
        return ORDINAL.matcher(part.text()).matches();
    }

    private static List<TextBlock> of(List<List<TextPart>> printed, BiPredicate<List<TextPart>, TextPart> mayContinue) {
        List<List<TextPart>> lines =
                printed.stream().filter(line -> !line.isEmpty()).toList();
        float most = leading(lines);
        List<List<TextPart>> blocks = new ArrayList<>();
        for (List<TextPart> line : lines) {
            add(blocks, line, most, mayContinue);
        }
        return blocks.stream()
                .map(TextBlock::new)
                .sorted(Comparator.comparingDouble(TextBlock::first))
                .toList();
    }

    /** Returns the smallest distance between lines that stand below each other, with what is equal to it. */
    private static float leading(List<List<TextPart>> lines) {
        float least = Float.MAX_VALUE;
        for (int line = 1; line < lines.size(); line++) {
            for (TextPart part : lines.get(line)) {
                least = Math.min(least, distance(lines.get(line - 1), part));
            }
        }
        float size = lines.stream()
                .flatMap(List::stream)
                .map(TextPart::size)
                .max(Float::compare)
                .orElse(0f);
        return EQUAL * Math.min(least, LEADING * size);
    }

    private static float distance(List<TextPart> above, TextPart part) {
        return above.stream()
                .filter(other -> other.span().overlaps(part.span()))
                .map(other -> part.baseline() - other.baseline())
                .filter(distance -> distance > part.size() / 2)
                .min(Float::compare)
                .orElse(Float.MAX_VALUE);
    }

    private static void add(
            List<List<TextPart>> blocks,
            List<TextPart> line,
            float most,
            BiPredicate<List<TextPart>, TextPart> mayContinue) {
        Map<TextPart, List<Integer>> above = new HashMap<>();
        line.forEach(part -> above.put(part, above(blocks, part, most)));
        for (TextPart part : line) {
            List<Integer> own = above.get(part);
            boolean alone = own.size() == 1
                    && above.values().stream()
                                    .filter(others -> others.contains(own.get(0)))
                                    .count()
                            == 1
                    && mayContinue.test(blocks.get(own.get(0)), part);
            if (alone) {
                blocks.get(own.get(0)).add(part);
            } else {
                blocks.add(new ArrayList<>(List.of(part)));
            }
        }
    }

    /** Returns the indices of the blocks of which a part may be the next line. */
    private static List<Integer> above(List<List<TextPart>> blocks, TextPart part, float most) {
        List<Integer> above = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            TextPart end = blocks.get(block).get(blocks.get(block).size() - 1);
            float distance = part.baseline() - end.baseline();
            if (distance > 0 && distance <= most && end.span().overlaps(part.span())) {
                above.add(block);
            }
        }
        return above;
    }

    String text() {
        return parts.stream().map(TextPart::text).collect(Collectors.joining());
    }

    Box box() {
        return parts.stream().map(TextPart::box).reduce(Box::union).orElseThrow();
    }

    Span span() {
        return parts.stream().map(TextPart::span).reduce(Span::union).orElseThrow();
    }

    /** Returns the height on which its first line stands. */
    float first() {
        return parts.get(0).baseline();
    }

    /** Returns the height on which its last line stands. */
    float last() {
        return parts.get(parts.size() - 1).baseline();
    }
}
