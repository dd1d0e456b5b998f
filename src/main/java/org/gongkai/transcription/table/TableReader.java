package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.form.Figure;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.place.Place;

/** Reads a table whose rows have labels: table 二 or 三. */
public final class TableReader {

    /** The row of rules (规章). An organ without the power to make rules need not print it. */
    private static final String RULES = "proactiveDisclosure.rules";

    private static final int REQUESTS = 3;
    private static final int MAX_SHOWN_WAYS = 3;

    private final RowMatcher rowMatcher;
    private final RunningRows running;
    private final PrintedTable target;
    private final RowReader rows;
    private final ExtractionBuilder extractionBuilder;

    /** The number of numbers in a row whose last number is the total of the others; 0 if rows have no total. */
    private final int group;

    /** The possible ways to split each row that is not split into cells. */
    private final Map<PrintedRow, List<List<PrintedValue>>> ways = new LinkedHashMap<>();

    private final Map<PrintedRow, List<PrintedValue>> cells = new LinkedHashMap<>();

    /** The orders of columns in running text, by the columns of the form. */
    private final Map<List<String>, RunningHeads.Order> orders = new HashMap<>();

    /**
     * Creates a reader for one table.
     *
     * @param rowMatcher the assignment of printed rows
     * @param target the same rows in the target form
     * @param group the number of numbers in a row whose last number is the total of the others; 0 if rows have no total
     */
    public TableReader(
            RowMatcher rowMatcher,
            PrintedTable target,
            RowReader rows,
            ExtractionBuilder extractionBuilder,
            int group) {
        this.rowMatcher = rowMatcher;
        this.running = new RunningRows(rowMatcher);
        this.target = target;
        this.rows = rows;
        this.extractionBuilder = extractionBuilder;
        this.group = group;
    }

    /** Reads the whole table. */
    public void read() {
        splitRows();
        chooseByColumnSums();
        for (int row = 0; row < target.rows().size(); row++) {
            PrintedRow printed = target.rows().get(row);
            Optional<Entry> entry = rowMatcher.entry(row);
            if (entry.isPresent()) {
                found(row, printed, entry.get());
            } else {
                missing(row, printed);
            }
        }
        rowMatcher.unmatchedRows().forEach(this::unplaced);
        rowMatcher.repeatedRows().forEach(this::repetition);
    }

    private void splitRows() {
        for (int row = 0; row < target.rows().size(); row++) {
            PrintedRow printed = target.rows().get(row);
            int numbers = printed.slots().size();
            rowMatcher.entry(row).ifPresent(entry -> RowReader.cells(entry, numbers)
                    .filter(found -> !rows.isGlued(printed, found))
                    .ifPresentOrElse(
                            found -> cells.put(printed, found), () -> ways.put(printed, ways(entry, numbers))));
        }
    }

    /** Returns the ways to split a row. Numbers in several cells, and those of a table that prints them with gaps, are not glued. */
    private List<List<PrintedValue>> ways(Entry entry, int numbers) {
        boolean lacksNumbers = entry.fromTable() && entry.printed().size() > 1;
        return lacksNumbers || !rowMatcher.hasGluedNumbers()
                ? List.of()
                : GluedNumberSplitter.ways(entry.printed(), numbers, group).stream()
                        .map(entry::readAs)
                        .toList();
    }

    /** Chooses between several ways to split a row by the sums of the columns. */
    private void chooseByColumnSums() {
        if (group == 0) {
            return;
        }
        Map<String, List<List<BigDecimal>>> numbers = new LinkedHashMap<>(rowsNotPrinted());
        cells.forEach((row, found) -> numbers.put(row.code(), List.of(rows.numbers(row, found))));
        ways.forEach((row, found) -> numbers.put(
                row.code(), found.stream().map(way -> rows.numbers(row, way)).toList()));
        numbers.values().removeIf(found -> found.isEmpty() || found.stream().anyMatch(List::isEmpty));
        Map<String, List<List<BigDecimal>>> possible = ColumnSums.choose(target.form(), numbers);
        ways.replaceAll((row, found) -> !possible.containsKey(row.code())
                ? found
                : found.stream()
                        .filter(way -> possible.get(row.code()).contains(rows.numbers(row, way)))
                        .toList());
    }

    /** Returns the rows of the form that this layout does not print. Their numbers are zero. */
    private Map<String, List<List<BigDecimal>>> rowsNotPrinted() {
        List<String> codes = target.rows().stream().map(PrintedRow::code).toList();
        return target.form()
                .rowsOf(REQUESTS)
                .filter(figure -> !codes.contains(figure.code()))
                .collect(Collectors.toMap(
                        Figure::code,
                        figure -> List.of(Collections.nCopies(figure.cells().size(), BigDecimal.ZERO))));
    }

    private void found(int row, PrintedRow printed, Entry entry) {
        if (rowMatcher.isGuessed(row)) {
            extractionBuilder.issue(
                    printed,
                    IssueKind.GUESSED,
                    new Text("行名“%s”识别为“%s”", "The label \"%s\" was recognised as \"%s\"")
                            .with(Excerpt.of(entry.label(), Excerpt.MESSAGE_LENGTH), printed.label()),
                    entry.place());
        }
        RunningHeads.Order order = order(printed, entry);
        Optional<Text> doubt = running.doubt(row);
        if (order == RunningHeads.Order.ANOTHER) {
            extractionBuilder.issue(printed, IssueKind.AMBIGUOUS, RunningHeads.OTHER_ORDER, entry.place());
        } else if (doubt.isPresent()) {
            extractionBuilder.issue(printed, IssueKind.AMBIGUOUS, doubt.get(), entry.place());
        } else if (entry.isBlank() && !rowMatcher.isAccountedFor()) {
            extractionBuilder.issue(
                    printed,
                    IssueKind.AMBIGUOUS,
                    new Text("该行没有数，表中另有不属于任何一行的数", "The row has no numbers, but other numbers belong to no row"),
                    entry.place());
        } else if (cells.containsKey(printed)) {
            rows.read(printed, cells.get(printed), entry.excerpt(), group > 0);
        } else {
            separate(printed, entry);
        }
    }

    /** Returns the order of the columns of a row in running text, by the heads before it or before an earlier row. */
    private RunningHeads.Order order(PrintedRow printed, Entry entry) {
        if (entry.fromTable() || printed.slots().size() == 1) {
            return RunningHeads.Order.OF_THE_FORM;
        }
        List<String> columns =
                printed.slots().stream().map(PrintedRow.Slot::column).toList();
        String heads = entry.before(printed.label());
        RunningHeads.Order own = group > 0 ? RunningHeads.ofRequests(heads, columns) : RunningHeads.of(heads, columns);
        RunningHeads.Order order =
                orders.merge(columns, own, (before, now) -> now.compareTo(before) > 0 ? now : before);
        if (group == 0 && order == RunningHeads.Order.UNCLEAR) {
            extractionBuilder.issue(printed, IssueKind.GUESSED, RunningHeads.UNCLEAR_ORDER, entry.place());
        } else if (own == RunningHeads.Order.UNCLEAR) {
            extractionBuilder.issue(tablePointer(), IssueKind.GUESSED, RunningHeads.UNCLEAR_ORDER, entry.place());
        }
        return order;
    }

    private String tablePointer() {
        return "/" + target.rows().get(0).code().replaceAll("\\..*", "");
    }

    private void separate(PrintedRow printed, Entry entry) {
        List<List<PrintedValue>> found = ways.get(printed);
        String raw = Excerpt.of(String.join(" | ", entry.texts()), Excerpt.MESSAGE_LENGTH);
        if (found.size() == 1) {
            String separated = joined(found.get(0), " | ");
            extractionBuilder.issue(
                    printed,
                    IssueKind.SPLIT,
                    new Text("“%s”分为 %s", "\"%s\" was separated into %s").with(raw, separated),
                    entry.place());
            rows.read(printed, found.get(0), entry.excerpt(), group > 0);
            return;
        }
        Text detail = found.isEmpty()
                ? new Text("“%s”无法确定是哪 %s 个数", "The %2$s numbers in \"%1$s\" cannot be determined")
                        .with(raw, printed.slots().size())
                : new Text("“%s”有 %s 种分法：%s", "\"%s\" can be separated in %s ways: %s")
                        .with(raw, found.size(), listed(found));
        extractionBuilder.issue(printed, IssueKind.AMBIGUOUS, detail, entry.place());
    }

    private static String listed(List<List<PrintedValue>> ways) {
        String first =
                ways.stream().limit(MAX_SHOWN_WAYS).map(way -> joined(way, "|")).collect(Collectors.joining(", "));
        return ways.size() > MAX_SHOWN_WAYS ? first + ", …" : first;
    }

    private static String joined(List<PrintedValue> way, String separator) {
        return way.stream().map(PrintedValue::text).collect(Collectors.joining(separator));
    }

    private void missing(int row, PrintedRow printed) {
        if (running.isBlank(row)) {
            zeros(printed, IssueKind.BLANK, new Text("该行未填数，按 0 计", "The row has no numbers; read as 0"));
        } else if (printed.code().equals(RULES) && rowMatcher.matched() > 0 && !rowMatcher.mentions(printed)) {
            zeros(printed, IssueKind.GUESSED, new Text("没有这一行，按 0 计", "The row is not printed; read as 0"));
        } else {
            extractionBuilder.issue(
                    printed,
                    IssueKind.MISSING,
                    new Text("没有找到“%s”这一行", "The row \"%s\" was not found").with(printed.label()),
                    Place.UNKNOWN);
        }
    }

    private void zeros(PrintedRow printed, IssueKind kind, Text detail) {
        printed.slots().forEach(slot -> extractionBuilder.number(slot.cell(), BigDecimal.ZERO));
        extractionBuilder.issue(printed, kind, detail, Place.UNKNOWN);
    }

    private void unplaced(Entry entry) {
        extractionBuilder.issue(
                tablePointer(),
                IssueKind.UNPLACED,
                new Text("表中没有与“%s”对应的行", "The form has no row for \"%s\"")
                        .with(Excerpt.of(entry.excerpt(), Excerpt.MESSAGE_LENGTH)),
                entry.place());
    }

    private void repetition(PrintedRow row) {
        PrintedRow printed = target.rows().get(rowMatcher.table().rows().indexOf(row));
        extractionBuilder.issue(
                printed,
                IssueKind.REPEATED,
                new Text("该行重复出现，数值不同；以第一次为准", "The row is printed again with other numbers; the first ones were used"),
                Place.UNKNOWN);
    }
}
