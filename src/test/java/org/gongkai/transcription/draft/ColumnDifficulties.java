package org.gongkai.transcription.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.page.Section;

/** Difficulties with the columns of a table and their heads. */
final class ColumnDifficulties {

    private static final List<Section> TABLES =
            List.of(Section.PROACTIVE_DISCLOSURE, Section.REQUESTS, Section.DISPUTES);

    private ColumnDifficulties() {}

    static List<Difficulty> all() {
        List<Difficulty> all = new ArrayList<>(List.of(
                new Difficulty("two columns swapped", (draft, random) -> {
                    DraftTable table = anyTable(draft, random);
                    List<Integer> columns = table.figureColumns();
                    int one = random.nextInt(columns.size());
                    List<Integer> order = new ArrayList<>(columns);
                    Collections.swap(order, one, (one + 1 + random.nextInt(columns.size() - 1)) % columns.size());
                    table.arrange(columns, order);
                }),
                new Difficulty("columns in any order", (draft, random) -> {
                    DraftTable table = anyTable(draft, random);
                    List<Integer> order = new ArrayList<>(table.figureColumns());
                    Collections.shuffle(order, random);
                    table.arrange(table.figureColumns(), order);
                }),
                new Difficulty("total first", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    List<Integer> order = new ArrayList<>(table.figureColumns());
                    Collections.rotate(order, 1);
                    table.arrange(table.figureColumns(), order);
                }),
                new Difficulty("blocks of table 4 swapped", (draft, random) -> {
                    DraftTable table = draft.table(Section.DISPUTES);
                    List<Integer> order = new ArrayList<>(table.figureColumns());
                    Collections.rotate(order, 5 * (1 + random.nextInt(2)));
                    table.arrange(table.figureColumns(), order);
                }),
                new Difficulty("head missing", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    int column = table.figureColumns().get(random.nextInt(7));
                    IntStream.range(0, 3).forEach(row -> table.rows().get(row).set(column, DraftCell.head("")));
                }),
                new Difficulty("hidden column", (draft, random) -> {
                    DraftTable table = anyTable(draft, random);
                    List<Integer> columns = table.figureColumns();
                    int at = columns.get(random.nextInt(columns.size())) + 1;
                    table.insertColumn(at, "上年", nines());
                    table.hideColumn(at);
                }),
                new Difficulty("transposed", (draft, random) -> {
                    Section section = random.nextBoolean() ? Section.REQUESTS : Section.DISPUTES;
                    draft.replace(draft.table(section), draft.table(section).transposed());
                }),
                new Difficulty("first block of table 2 transposed", (draft, random) -> {
                    DraftTable table = draft.table(Section.PROACTIVE_DISCLOSURE);
                    int end = IntStream.range(2, table.rows().size())
                            .filter(row -> !table.hasFigures(row))
                            .findFirst()
                            .orElseThrow();
                    DraftTable block = new DraftTable(table.rows().subList(1, end));
                    DraftTable rest = new DraftTable(
                            table.rows().subList(end, table.rows().size()));
                    draft.replace(table, block.transposed(), rest);
                }),
                new Difficulty("table split between columns", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    List<Integer> columns = table.figureColumns();
                    int first = columns.get(0);
                    int end = columns.get(1 + random.nextInt(columns.size() - 1));
                    List<Integer> labels = Draft.upTo(first);
                    List<Integer> left = new ArrayList<>(labels);
                    List<Integer> right = new ArrayList<>(labels);
                    columns.forEach(column -> (column < end ? left : right).add(column));
                    draft.replace(table, table.withColumns(left), "续表", table.withColumns(right));
                }),
                new Difficulty("table 4 in two tables", (draft, random) -> {
                    DraftTable table = draft.table(Section.DISPUTES);
                    draft.replace(
                            table,
                            table.withColumns(Draft.upTo(5)),
                            table.withColumns(IntStream.range(5, 15).boxed().toList()));
                }),
                new Difficulty("table 4 in three tables", (draft, random) -> {
                    DraftTable table = draft.table(Section.DISPUTES);
                    draft.replace(
                            table,
                            table.withColumns(Draft.upTo(5)),
                            "行政诉讼情况",
                            table.withColumns(IntStream.range(5, 10).boxed().toList()),
                            table.withColumns(IntStream.range(10, 15).boxed().toList()));
                }),
                new Difficulty("blocks of table 4 below each other", (draft, random) -> {
                    DraftTable table = draft.table(Section.DISPUTES);
                    List<Integer> blocks = new ArrayList<>(List.of(0, 5, 10));
                    Collections.shuffle(blocks, random);
                    draft.replace(
                            table,
                            blocks.stream()
                                    .map(from -> table.withColumns(IntStream.range(from, from + 5)
                                            .boxed()
                                            .toList()))
                                    .toArray());
                }),
                new Difficulty("years above the columns", (draft, random) -> {
                    DraftTable table = draft.table(Section.REQUESTS);
                    List<Integer> columns = table.figureColumns();
                    DraftTable both = table.withColumns(IntStream.concat(
                                    IntStream.range(0, table.columns()),
                                    columns.stream().mapToInt(Integer::intValue))
                            .boxed()
                            .toList());
                    DraftCell before = DraftCell.head(draft.year() - 1 + "年");
                    DraftCell now = DraftCell.head(draft.year() + "年");
                    for (List<DraftCell> row : both.rows()) {
                        for (int column = table.columns(); column < row.size(); column++) {
                            DraftCell cell = row.get(column);
                            row.set(column, cell.isFigure() ? DraftCell.other("99") : cell.copy());
                        }
                    }
                    List<DraftCell> top = new ArrayList<>(both.rows().get(0));
                    for (int column = columns.get(0); column < top.size(); column++) {
                        top.set(column, column < table.columns() ? now : before);
                    }
                    both.rows().add(0, top);
                    draft.replace(table, both);
                }),
                new Difficulty("year before beside each column", (draft, random) -> {
                    DraftTable table = anyTable(draft, random);
                    List<Integer> columns = new ArrayList<>(table.figureColumns());
                    boolean first = random.nextBoolean();
                    Collections.reverse(columns);
                    columns.forEach(column -> table.insertColumn(first ? column : column + 1, "上年", nines()));
                })));
        Stream.of("小计", "序号", "上年同期", "2018年", "备注", "本年修改件数", "同比增减", "自然人（上年）", "")
                .map(ColumnDifficulties::added)
                .forEach(all::add);
        return all;
    }

    private static DraftTable anyTable(Draft draft, Random random) {
        return draft.table(TABLES.get(random.nextInt(TABLES.size())));
    }

    private static UnaryOperator<DraftCell> nines() {
        return beside -> beside.isNumber() ? DraftCell.other("99") : DraftCell.label("");
    }

    private static Difficulty added(String head) {
        return new Difficulty("column " + head, (draft, random) -> {
            DraftTable table = anyTable(draft, random);
            List<Integer> columns = table.figureColumns();
            int at = Math.max(1, columns.get(random.nextInt(columns.size())) + random.nextInt(2));
            int[] number = {random.nextInt(20)};
            table.insertColumn(
                    at,
                    head,
                    beside -> beside.isNumber() ? DraftCell.other(Integer.toString(++number[0])) : DraftCell.label(""));
        });
    }
}
