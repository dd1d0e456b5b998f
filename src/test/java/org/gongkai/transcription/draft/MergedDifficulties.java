package org.gongkai.transcription.draft;

import java.util.List;
import java.util.Random;
import org.gongkai.transcription.page.Section;

/** Difficulties with cells that cover several rows or columns. */
final class MergedDifficulties {

    private MergedDifficulties() {}

    static List<Difficulty> all() {
        return List.of(
                new Difficulty("zeros merged across", (draft, random) -> across(draft, random, "0", true)),
                new Difficulty("none merged across", (draft, random) -> across(draft, random, "无", true)),
                new Difficulty("zero word merged across", (draft, random) -> across(draft, random, "零", true)),
                new Difficulty("blank merged across", (draft, random) -> across(draft, random, "", true)),
                new Difficulty("number merged across", (draft, random) -> across(draft, random, "37", false)),
                new Difficulty("zeros merged down", (draft, random) -> down(draft, random, "0", true)),
                new Difficulty("number merged down", (draft, random) -> down(draft, random, "37", false)),
                new Difficulty("none merged over rows", (draft, random) -> area(draft, random, "无")),
                new Difficulty("zeros merged over rows", (draft, random) -> area(draft, random, "0")));
    }

    private static void across(Draft draft, Random random, String text, boolean zero) {
        DraftTable table = draft.table(random.nextInt(4) > 0 ? Section.REQUESTS : Section.DISPUTES);
        List<Integer> rows = table.figureRows();
        List<DraftCell> row = table.rows().get(rows.get(random.nextInt(rows.size())));
        List<Integer> columns = table.figureColumns();
        int from = random.nextInt(columns.size() - 1);
        int to = random.nextBoolean() ? columns.size() - 1 : from + 1 + random.nextInt(columns.size() - from - 1);
        DraftCell merged = DraftCell.other(text);
        columns.subList(from, to + 1).forEach(column -> cover(draft, row, column, merged, zero));
    }

    private static void down(Draft draft, Random random, String text, boolean zero) {
        DraftTable table = draft.table(Section.REQUESTS);
        List<Integer> rows = table.figureRows();
        int first = random.nextInt(rows.size() - 3);
        int column =
                table.figureColumns().get(random.nextInt(table.figureColumns().size()));
        DraftCell merged = DraftCell.other(text);
        rows.subList(first, first + 2 + random.nextInt(2))
                .forEach(row -> cover(draft, table.rows().get(row), column, merged, zero));
    }

    private static void area(Draft draft, Random random, String text) {
        DraftTable table = draft.table(Section.REQUESTS);
        List<Integer> rows = table.figureRows();
        int first = random.nextInt(rows.size() - 3);
        DraftCell merged = DraftCell.other(text);
        rows.subList(first, first + 3).forEach(row -> table.figureColumns()
                .forEach(column -> cover(draft, table.rows().get(row), column, merged, true)));
    }

    private static void cover(Draft draft, List<DraftCell> row, int column, DraftCell merged, boolean zero) {
        DraftCell figure = row.get(column);
        if (zero) {
            draft.setZero(figure);
        } else {
            draft.setMerged();
            draft.setUnknown(figure.pointer());
        }
        row.set(column, merged);
    }
}
