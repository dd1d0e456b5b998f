package org.gongkai.transcription.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gongkai.transcription.draft.DraftCell.Look;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.page.Section;

/** Difficulties with the rows of a table. */
final class RowDifficulties {

    private RowDifficulties() {}

    static List<Difficulty> all() {
        return List.of(
                new Difficulty("numbers on the next line", (draft, random) -> numbersBelow(draft, random, 1)),
                new Difficulty("two labels, then two rows", (draft, random) -> numbersBelow(draft, random, 2)),
                new Difficulty("three labels, then three rows", (draft, random) -> numbersBelow(draft, random, 3)),
                new Difficulty("numbers on the line before", RowDifficulties::numbersAbove),
                new Difficulty("two rows stacked", (draft, random) -> stacked(draft, random, 2)),
                new Difficulty("group stacked", (draft, random) -> stacked(draft, random, 4)),
                new Difficulty("row missing", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    List<DraftCell> row = anyRow(table, random);
                    row.stream().filter(DraftCell::isFigure).forEach(cell -> draft.setUnknown(cell.pointer()));
                    table.rows().remove(row);
                }),
                new Difficulty("row repeated", (draft, random) -> repeated(draft, random, false)),
                new Difficulty("hidden row before", (draft, random) -> repeated(draft, random, true)),
                new Difficulty("row 小计", (draft, random) -> added(draft, random, "小计")),
                new Difficulty("row 其中", (draft, random) -> added(draft, random, "其中：网上申请")),
                new Difficulty("row 上年同期", (draft, random) -> added(draft, random, "上年同期")),
                new Difficulty("row without label", (draft, random) -> added(draft, random, "")),
                new Difficulty("line number in the label", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    int number = 1;
                    for (int row : table.figureRows()) {
                        DraftCell label = label(table, row);
                        label.write(number++ + " " + label.text());
                    }
                }),
                new Difficulty("ordinals without dots", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    table.figureRows().stream()
                            .map(row -> label(table, row))
                            .forEach(label -> label.write(label.text().replaceFirst("^([1-8])\\.", "$1")));
                }),
                new Difficulty("no ordinals", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    table.figureRows().stream()
                            .map(row -> label(table, row))
                            .forEach(label ->
                                    label.write(label.text().replaceFirst("^(?:[1-8]\\.|（[一二三四五六七]）|[一二三四]、)", "")));
                }),
                new Difficulty("rows in any order", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    List<Integer> rows = table.figureRows();
                    int first = 4 + random.nextInt(6);
                    List<Integer> some = new ArrayList<>(rows.subList(first, first + 2 + random.nextInt(4)));
                    List<Integer> order = new ArrayList<>(some);
                    Collections.shuffle(order, random);
                    int from = labelColumn(table);
                    List<List<DraftCell>> ends = order.stream()
                            .map(row -> List.copyOf(table.rows().get(row).subList(from, table.columns())))
                            .toList();
                    IntStream.range(0, some.size()).forEach(index -> {
                        List<DraftCell> row = table.rows().get(some.get(index));
                        IntStream.range(from, table.columns())
                                .forEach(column ->
                                        row.set(column, ends.get(index).get(column - from)));
                    });
                }),
                new Difficulty("row of zeros left blank", (draft, random) -> {
                    anyRow(draft.table(Section.REQUESTS), random).stream()
                            .filter(DraftCell::isFigure)
                            .forEach(cell -> {
                                draft.setZero(cell);
                                cell.write("");
                            });
                }),
                new Difficulty("all zeros left blank", (draft, random) -> draft.figures().stream()
                        .filter(cell ->
                                draft.right(cell.pointer()).orElseThrow().signum() == 0)
                        .forEach(cell -> {
                            draft.setZero(cell);
                            cell.write("");
                        })),
                new Difficulty("table split between rows", (draft, random) -> split(draft, random, false)),
                new Difficulty("table split with its heads again", (draft, random) -> split(draft, random, true)));
    }

    private static List<DraftCell> anyRow(DraftTable table, Random random) {
        return table.rows()
                .get(table.figureRows().get(random.nextInt(table.figureRows().size())));
    }

    private static int labelColumn(DraftTable table) {
        return table.figureColumns().get(0) - 1;
    }

    /** Returns the innermost label of a row. */
    private static DraftCell label(DraftTable table, int row) {
        return table.rows().get(row).get(labelColumn(table));
    }

    private static int anyStart(DraftTable table, Random random, int count) {
        int index = 4 + random.nextInt(table.figureRows().size() - 4 - count);
        return table.figureRows().get(index);
    }

    private static void numbersBelow(Draft draft, Random random, int count) {
        DraftTable table = draft.table(Section.REQUESTS);
        int first = anyStart(table, random, count);
        int columns = labelColumn(table);
        for (int index = 0; index < count; index++) {
            List<DraftCell> labels = table.rows().get(first + index);
            List<DraftCell> below = new ArrayList<>(labels.subList(0, columns));
            below.add(DraftCell.label(""));
            for (int column = columns + 1; column < labels.size(); column++) {
                below.add(labels.get(column));
                labels.set(column, DraftCell.label(""));
            }
            table.rows().add(first + count + index, below);
        }
    }

    private static void numbersAbove(Draft draft, Random random) {
        DraftTable table = draft.table(Section.REQUESTS);
        int at = anyStart(table, random, 1);
        int columns = labelColumn(table);
        List<DraftCell> row = table.rows().get(at);
        List<DraftCell> below = new ArrayList<>(row.subList(0, columns + 1));
        while (below.size() < row.size()) {
            below.add(DraftCell.label(""));
        }
        row.set(columns, DraftCell.label(""));
        table.rows().add(at + 1, below);
    }

    private static void stacked(Draft draft, Random random, int count) {
        DraftTable table = draft.table(Section.REQUESTS);
        int first = anyStart(table, random, count);
        List<List<DraftCell>> rows = new ArrayList<>(table.rows().subList(first, first + count));
        List<DraftCell> joined = new ArrayList<>(rows.get(0).subList(0, labelColumn(table)));
        for (int column = labelColumn(table); column < table.columns(); column++) {
            List<Run> runs = new ArrayList<>();
            for (List<DraftCell> row : rows) {
                if (!runs.isEmpty()) {
                    runs.add(new Run("\n", Look.BREAK));
                }
                runs.add(new Run(row.get(column).text(), Look.PLAIN));
            }
            DraftCell cell = column == labelColumn(table) ? DraftCell.label("") : DraftCell.other("");
            cell.write(runs.toArray(Run[]::new));
            joined.add(cell);
        }
        table.rows().removeAll(rows);
        table.rows().add(first, joined);
    }

    private static void repeated(Draft draft, Random random, boolean hidden) {
        DraftTable table = draft.table(Section.REQUESTS);
        int at = anyStart(table, random, 1);
        List<DraftCell> nines = table.rows().get(at).stream()
                .map(cell -> cell.isFigure() ? DraftCell.other("99") : cell)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        nines.set(labelColumn(table), label(table, at).copy());
        if (hidden) {
            table.hideRow(nines);
        } else {
            table.rows().get(at).stream()
                    .filter(DraftCell::isFigure)
                    .forEach(cell -> draft.setRepeated(cell.pointer()));
        }
        table.rows().add(at + (hidden ? 0 : 1), nines);
    }

    private static void added(Draft draft, Random random, String label) {
        DraftTable table = draft.table(Section.REQUESTS);
        int at = anyStart(table, random, 1);
        List<DraftCell> row = table.rows().get(at);
        List<DraftCell> added = new ArrayList<>(row.subList(0, labelColumn(table)));
        added.add(DraftCell.label(label));
        table.figureColumns().forEach(column -> added.add(DraftCell.other(Integer.toString(random.nextInt(90)))));
        table.rows().add(at + 1, added);
    }

    private static void split(Draft draft, Random random, boolean headsAgain) {
        DraftTable table = draft.table(Section.REQUESTS);
        int at = anyStart(table, random, 1);
        List<List<DraftCell>> rest = new ArrayList<>(headsAgain ? table.rows().subList(0, 3) : List.of());
        rest.addAll(table.rows().subList(at, table.rows().size()));
        draft.replace(
                table,
                new DraftTable(table.rows().subList(0, at)),
                random.nextBoolean() ? "— 5 —" : "政务公开资料",
                new DraftTable(rest));
    }
}
