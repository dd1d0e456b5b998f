package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.form.Figure;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.TextNormalizer;

/** Reads a table whose rows have labels: tables two and three. */
public final class TableReader {

    /** An organ without the power to make rules need not print their row. */
    private static final String RULES = "proactiveDisclosure.rules";

    private static final int REQUESTS = 3;
    private static final int SHOWN_WAYS = 3;

    private final RowMatcher rowMatcher;
    private final PrintedTable target;
    private final RowReader rows;
    private final ExtractionBuilder extractionBuilder;

    /** How many numbers, the last of which is the total of the others, a row has; 0 where rows have no total. */
    private final int group;

    /** For each row that is not cut into cells, the ways to cut it. */
    private final Map<PrintedRow, List<List<String>>> ways = new LinkedHashMap<>();

    private final Map<PrintedRow, List<String>> cells = new LinkedHashMap<>();

    /**
     * A reader of one table.
     *
     * @param rowMatcher which rows are printed where
     * @param target the same rows, as the form has them that is filled in
     * @param group how many numbers, the last of which is the total of the others, a row has; 0 where rows have no total
     */
    public TableReader(
            RowMatcher rowMatcher,
            PrintedTable target,
            RowReader rows,
            ExtractionBuilder extractionBuilder,
            int group) {
        this.rowMatcher = rowMatcher;
        this.target = target;
        this.rows = rows;
        this.extractionBuilder = extractionBuilder;
        this.group = group;
    }

    /** Takes all of the table over. */
    public void read() {
        cut();
        choose();
        for (int row = 0; row < target.rows().size(); row++) {
            PrintedRow printed = target.rows().get(row);
            Optional<Entry> entry = rowMatcher.entry(row);
            if (entry.isPresent()) {
                found(row, printed, entry.get());
            } else {
                absent(row, printed);
            }
        }
        rowMatcher.unmatchedRows().forEach(this::stranger);
        rowMatcher.repetitions().forEach(this::repetition);
    }

    private void cut() {
        for (int row = 0; row < target.rows().size(); row++) {
            PrintedRow printed = target.rows().get(row);
            int numbers = printed.spots().size();
            rowMatcher.entry(row).ifPresent(entry -> RowReader.cells(entry, numbers)
                    .filter(found -> !rows.isRunTogether(printed, found))
                    .ifPresentOrElse(
                            found -> cells.put(printed, found),
                            () -> ways.put(printed, GluedNumberSplitter.ways(entry.printed(), numbers, group))));
        }
    }

    /** Lets the sums of columns decide where a row alone leaves several ways. */
    private void choose() {
        if (group == 0) {
            return;
        }
        Map<String, List<List<BigDecimal>>> numbers = new LinkedHashMap<>(withoutRow());
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

    /** Rows that the form has and this print of it has not, which are zero. */
    private Map<String, List<List<BigDecimal>>> withoutRow() {
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
                    new Text("行名“%s”识别为“%s”", "The label \"%s\" was taken for \"%s\"")
                            .with(Excerpt.of(entry.label()), printed.label()));
        }
        if (cells.containsKey(printed)) {
            rows.read(printed, cells.get(printed), entry.shown(), group > 0);
        } else {
            separate(printed, entry);
        }
    }

    private void separate(PrintedRow printed, Entry entry) {
        List<List<String>> found = ways.get(printed);
        String raw = Excerpt.of(String.join(" | ", entry.values()));
        if (found.size() == 1) {
            String cut = String.join(" | ", found.get(0));
            extractionBuilder.issue(
                    printed, IssueKind.SPLIT, new Text("“%s”分为 %s", "\"%s\" separated into %s").with(raw, cut));
            rows.read(printed, found.get(0), entry.shown(), group > 0);
            return;
        }
        Text detail = found.isEmpty()
                ? new Text("“%s”无法确定是哪 %s 个数", "It cannot be told which %2$s numbers \"%1$s\" is")
                        .with(raw, printed.spots().size())
                : new Text("“%s”有 %s 种分法：%s", "\"%s\" can be separated in %s ways: %s")
                        .with(raw, found.size(), shown(found));
        extractionBuilder.issue(printed, IssueKind.AMBIGUOUS, detail);
    }

    private static String shown(List<List<String>> ways) {
        String first = ways.stream()
                .limit(SHOWN_WAYS)
                .map(way -> String.join("|", way))
                .collect(Collectors.joining(", "));
        return ways.size() > SHOWN_WAYS ? first + ", …" : first;
    }

    private void absent(int row, PrintedRow printed) {
        String label = TextNormalizer.core(printed.ordinal() + printed.label());
        if (TextNormalizer.core(rowMatcher.labelAfter(row)).contains(label)) {
            zeros(printed, IssueKind.BLANK, new Text("该行未填数，按 0 计", "The row has no numbers, taken as 0"));
        } else if (printed.code().equals(RULES) && rowMatcher.matched() > 0) {
            zeros(printed, IssueKind.GUESSED, new Text("没有这一行，按 0 计", "The row is not printed, taken as 0"));
        } else {
            extractionBuilder.issue(
                    printed,
                    IssueKind.MISSING,
                    new Text("没有找到“%s”这一行", "The row \"%s\" was not found").with(printed.label()));
        }
    }

    private void zeros(PrintedRow printed, IssueKind kind, Text detail) {
        printed.spots().forEach(spot -> extractionBuilder.number(spot.cell(), BigDecimal.ZERO));
        extractionBuilder.issue(printed, kind, detail);
    }

    private void stranger(Entry entry) {
        String pointer = "/" + target.rows().get(0).code().replaceAll("\\..*", "");
        extractionBuilder.issue(
                pointer,
                IssueKind.UNPLACED,
                new Text("表中没有与“%s”对应的行", "The form has no row for \"%s\"").with(Excerpt.of(entry.shown())));
    }

    private void repetition(PrintedRow row) {
        PrintedRow printed = target.rows().get(rowMatcher.table().rows().indexOf(row));
        extractionBuilder.issue(
                printed,
                IssueKind.REPEATED,
                new Text("该行重复出现，数值不同；以第一次为准", "The row is printed again with other numbers; the first were taken"));
    }
}
