package org.gongkai.transcription.carrier.pdf;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.transcription.place.Box;

/**
 * A table without lines, whose rows and columns are known by the places of its words.
 *
 * @param heads its heads
 * @param columns its columns
 * @param labelled true if its rows have labels
 * @param left its left side
 * @param borders the borders of its columns, without the left side of the labels
 */
record UnruledTable(UnruledHeads heads, UnruledColumns columns, boolean labelled, float left, float[] borders) {

    /**
     * Returns a table on each of its pages; empty if it is not clear which number stands in which row and column.
     *
     * @param parts its parts, of which the first one has its heads
     */
    static Optional<List<TableArea>> areas(List<UnruledPart> parts, PdfBudget budget) {
        return of(parts).flatMap(table -> table.areasOf(parts, budget));
    }

    private static Optional<UnruledTable> of(List<UnruledPart> parts) {
        float labelsTo =
                parts.stream().map(UnruledPart::labelsTo).max(Float::compare).orElse(0f);
        Optional<UnruledHeads> heads = UnruledHeads.of(parts.get(0));
        Optional<UnruledColumns> columns =
                heads.flatMap(found -> UnruledColumns.of(found, parts.stream().flatMap(UnruledPart::values)));
        return columns.filter(found -> labelsTo < found.spans().get(0).from())
                .map(found -> of(parts, heads.orElseThrow(), found, labelsTo));
    }

    private static UnruledTable of(
            List<UnruledPart> parts, UnruledHeads heads, UnruledColumns columns, float labelsTo) {
        boolean labelled = labelsTo > 0;
        float[] borders = columns.borders(labelsTo);
        float left = parts.stream()
                .flatMap(part -> part.rows().stream())
                .map(line -> line.line().left())
                .min(Float::compare)
                .orElse(borders[0]);
        return new UnruledTable(heads, columns, labelled, labelled ? left : borders[0], borders);
    }

    private Optional<List<TableArea>> areasOf(List<UnruledPart> parts, PdfBudget budget) {
        List<TableArea> areas = IntStream.range(0, parts.size())
                .mapToObj(part -> area(parts.get(part), part == 0, budget))
                .flatMap(Optional::stream)
                .toList();
        return areas.size() == parts.size() ? Optional.of(areas) : Optional.empty();
    }

    private Optional<TableArea> area(UnruledPart part, boolean headed, PdfBudget budget) {
        return UnruledRows.of(part)
                .filter(rows -> rows.stream().allMatch(this::hasOneNumberInEachCell))
                .map(rows -> {
                    UnruledCells cells = new UnruledCells(this, part, box(part), budget);
                    if (headed) {
                        cells.addHeads();
                    }
                    return cells.area(rows);
                });
    }

    private boolean hasOneNumberInEachCell(UnruledRow row) {
        List<TextPart> values = row.values();
        return values.stream().map(columns::of).distinct().count() == values.size();
    }

    private Box box(UnruledPart part) {
        List<PartedLine> lines = part.lines().subList(part.from(), part.to());
        return new Box(
                left,
                lines.get(0).line().box().top(),
                borders[borders.length - 1],
                lines.get(lines.size() - 1).line().box().bottom());
    }
}
