package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.place.Place;

/**
 * Reads table 四, which has one row of numbers under the labels of all its blocks. Some documents print the blocks one
 * below the other.
 */
public final class DisputesReader {

    private final PrintedTable table;
    private final RowReader rows;
    private final ExtractionBuilder extractionBuilder;
    private final int block;
    private final int numbers;

    public DisputesReader(PrintedTable table, RowReader rows, ExtractionBuilder extractionBuilder) {
        this.table = table;
        this.rows = rows;
        this.extractionBuilder = extractionBuilder;
        this.block = table.rows().get(0).slots().size();
        this.numbers = block * table.rows().size();
    }

    /** Reads the whole table. */
    public void read(List<Entry> entries) {
        List<Entry> whole = entries.stream()
                .filter(entry ->
                        !entry.isBlank() && RowReader.cells(entry, numbers).isPresent())
                .toList();
        List<Entry> blocks = entries.stream()
                .filter(entry ->
                        !entry.isBlank() && RowReader.cells(entry, block).isPresent())
                .toList();
        if (!whole.isEmpty() && isInOrder(whole.get(0))) {
            row(
                    RowReader.cells(whole.get(0), numbers).orElseThrow(),
                    whole.get(0).excerpt());
            whole.stream()
                    .skip(1)
                    .filter(again -> !again.printed().equals(whole.get(0).printed()))
                    .findFirst()
                    .ifPresent(again -> repetition());
        } else if (whole.isEmpty()) {
            blocks(inOrder(blocks), entries);
        }
    }

    private void blocks(List<Entry> blocks, List<Entry> entries) {
        if (blocks.size() != table.rows().size()) {
            separate(entries);
            return;
        }
        List<PrintedValue> cells = new ArrayList<>();
        blocks.forEach(entry -> cells.addAll(RowReader.cells(entry, block).orElseThrow()));
        row(cells, blocks.stream().map(Entry::excerpt).collect(Collectors.joining(" ")));
    }

    /** Returns the blocks with different names, in the order of the form. */
    private static List<Entry> inOrder(List<Entry> blocks) {
        Map<Integer, Entry> named = new TreeMap<>();
        blocks.forEach(entry -> named.put(RunningHeads.blockIn(entry.label()), entry));
        named.remove(-1);
        return named.size() == blocks.size() ? List.copyOf(named.values()) : List.of();
    }

    /** Checks the order of the columns in running text, and reports another one. */
    private boolean isInOrder(Entry entry) {
        List<String> columns = table.columns();
        RunningHeads.Order order =
                entry.fromTable() ? RunningHeads.Order.OF_THE_FORM : RunningHeads.ofDisputes(entry.label(), columns);
        if (order == RunningHeads.Order.UNCLEAR) {
            table.rows()
                    .forEach(row ->
                            extractionBuilder.issue(row, IssueKind.GUESSED, RunningHeads.UNCLEAR_ORDER, entry.place()));
        } else if (order == RunningHeads.Order.ANOTHER) {
            table.rows()
                    .forEach(row ->
                            extractionBuilder.issue(row, IssueKind.AMBIGUOUS, RunningHeads.OTHER_ORDER, entry.place()));
        }
        return order != RunningHeads.Order.ANOTHER;
    }

    private void row(List<PrintedValue> cells, String source) {
        for (int index = 0; index < table.rows().size(); index++) {
            rows.read(table.rows().get(index), cells.subList(index * block, (index + 1) * block), source, true);
        }
    }

    /** Splits numbers without gaps: the first entry with at least as many digits as the table has numbers. */
    private void separate(List<Entry> entries) {
        Optional<Entry> run = entries.stream()
                .filter(entry -> entry.digits() >= numbers && GluedNumberSplitter.areGlued(entry.printed()))
                .findFirst();
        if (run.isEmpty()) {
            missing(entries);
            return;
        }
        List<List<String>> ways = GluedNumberSplitter.ways(run.get().printed(), numbers, block);
        Place place = run.get().place();
        String raw = Excerpt.of(String.join(" ", run.get().printed()), Excerpt.MESSAGE_LENGTH);
        if (ways.size() == 1) {
            Text detail =
                    new Text("“%s”分为 %s", "\"%s\" was separated into %s").with(raw, String.join(" | ", ways.get(0)));
            table.rows().forEach(row -> extractionBuilder.issue(row, IssueKind.SPLIT, detail, place));
            row(run.get().readAs(ways.get(0)), run.get().excerpt());
        } else {
            Text detail = new Text("“%s”有 %s 种分法", "\"%s\" can be separated in %s ways").with(raw, ways.size());
            table.rows().forEach(row -> extractionBuilder.issue(row, IssueKind.AMBIGUOUS, detail, place));
        }
    }

    private void missing(List<Entry> entries) {
        String printed = entries.stream().map(Entry::excerpt).collect(Collectors.joining("; "));
        Text detail = new Text(
                        "没有找到这一组的 %s 个数；原文为“%s”",
                        "The %s numbers of this block were not found; the document has \"%s\"")
                .with(block, Excerpt.of(printed, Excerpt.MESSAGE_LENGTH));
        table.rows().forEach(row -> extractionBuilder.issue(row, IssueKind.MISSING, detail, Place.UNKNOWN));
    }

    private void repetition() {
        table.rows()
                .forEach(row -> extractionBuilder.issue(
                        row,
                        IssueKind.REPEATED,
                        new Text("重复出现，数值不同；以第一次为准", "Printed again with other numbers; the first ones were used"),
                        Place.UNKNOWN));
    }
}
