package org.gongkai.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.rules.Finding;
import org.gongkai.text.EqualText;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** A parsed CSV file with entries, and the findings on the file itself. It is read up to the first unreadable line. */
public final class CsvFile<E> {

    private static final Text EMPTY =
            new Text("文件为空，至少应有标题行", "The file is empty; it must have at least a header line");
    private static final Text SEVERAL_SEPARATORS = new Text(
            "单元格应以同一种分隔符（逗号、分号或制表符）分隔，标题行中却有几种",
            "Cells must be separated by one separator (comma, semicolon or tab), but the header line contains several");
    private static final Text TWICE = new Text("此列重复", "The column is repeated");
    private static final Text MISSING = new Text("缺少此列", "The column is missing");
    private static final Text TOO_MANY = new Text("单元格多于标题行", "The line has more cells than the header line");
    private static final Text SAME_CODE = new Text("与第 %s 行的代码相同", "Line %s has the same code");
    private static final Text EQUAL_CODE = new Text("与第 %s 行的代码 %s 是同一代码", "The same code as %2$s in line %1$s");
    private static final Text BROKEN = new Text(
            "引号不成对，或引号之后还有内容；自此行起未能读取",
            "A quote is not closed, or followed by other content; the file could not be read from this line on");

    /**
     * A line and its entry.
     *
     * @param line the line
     * @param entry the entry, without unreadable cells
     */
    record ParsedLine<E>(CsvLine line, E entry) {}

    private final CsvColumns<E> columns;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ParsedLine<E>> parsedLines = new ArrayList<>();
    private final Map<String, CsvLine> lines = new HashMap<>();
    private List<String> header = List.of();

    /** Reads a body that is known to be UTF-8. */
    public static <E> CsvFile<E> read(CsvColumns<E> csvColumns, byte[] body) {
        return new CsvFile<>(csvColumns, new String(body, StandardCharsets.UTF_8));
    }

    private CsvFile(CsvColumns<E> csvColumns, String csv) {
        this.columns = csvColumns;
        Csv.CsvLines read = Csv.read(csv);
        List<Csv.CsvLine> filled =
                read.lines().stream().filter(line -> !line.isBlank()).toList();
        if (!filled.isEmpty()) {
            header(filled.get(0));
        } else if (read.broken().isEmpty()) {
            findings.add(CsvLine.at(1, EMPTY));
        }
        if (header.contains(CsvColumns.CODE)) {
            filled.subList(1, filled.size()).forEach(this::line);
        }
        read.broken().ifPresent(number -> findings.add(CsvLine.at(number, BROKEN)));
    }

    CsvColumns<E> columns() {
        return columns;
    }

    /** Returns the lines, without the header. */
    List<ParsedLine<E>> parsedLines() {
        return parsedLines;
    }

    /** Returns the findings on the file as a whole: on its header, or its quotes. */
    List<Finding> findings() {
        return findings;
    }

    /** Returns the codes of all entries. */
    public List<String> codes() {
        return parsedLines.stream().map(parsed -> parsed.line().code()).toList();
    }

    /** Returns the warnings about all entries, with their places in the file. */
    public List<EntryWarning> warnings(Function<E, List<EntryWarning>> ofEntry, Language language) {
        return parsedLines.stream()
                .flatMap(parsed -> ofEntry.apply(parsed.entry()).stream()
                        .map(warning -> parsed.line().placed(warning, language)))
                .toList();
    }

    /** Returns whether the file lacks a required column, so that no line can have a value in it. */
    private boolean lacks(CsvColumn<E> column) {
        return column.required() && !header.contains(column.name());
    }

    boolean lacks(String column) {
        return columns.columns().stream().anyMatch(known -> known.name().equals(column) && lacks(known));
    }

    private void header(Csv.CsvLine line) {
        if (line.cells().stream().anyMatch(CsvFile::holdsSeparator)) {
            findings.add(CsvLine.at(line.number(), SEVERAL_SEPARATORS));
            return;
        }
        header = withoutBlankEnd(line.cells()).stream().map(this::columnName).toList();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!columns.names().contains(name)) {
                findings.add(CsvLine.at(line.number(), name, unknown()));
            } else if (!seen.add(name)) {
                findings.add(CsvLine.at(line.number(), name, TWICE));
            }
        }
        columns.columns().stream()
                .filter(this::lacks)
                .forEach(column -> findings.add(CsvLine.at(line.number(), column.name(), MISSING)));
    }

    private static boolean holdsSeparator(String cell) {
        return cell.chars().anyMatch(character -> ";；，\t".indexOf(character) >= 0);
    }

    /** Returns the name of the column that a cell of the header names; the cell itself if the column is unknown. */
    private String columnName(String cell) {
        return columns.named(cell).map(CsvColumn::name).orElse(cell);
    }

    /**
     * Removes blank cells at the end: spreadsheets write every line as long as the longest one, and sometimes longer.
     */
    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && EqualText.isBlank(cells.get(size - 1))) {
            size--;
        }
        return cells.subList(0, size);
    }

    private Text unknown() {
        return new Text("没有这一列，可用的列：%s", "Unknown column; the known columns are %s")
                .with(String.join(", ", columns.names()));
    }

    private void line(Csv.CsvLine read) {
        List<String> cells = withoutBlankEnd(read.cells());
        CsvLine line = new CsvLine(read.number(), byColumn(cells), header);
        if (cells.size() > header.size()) {
            line.addFinding(TOO_MANY);
        }
        columns.columns().forEach(column -> checkCell(line, column));
        checkCode(line);
        parsedLines.add(new ParsedLine<>(line, columns.entry().apply(line)));
    }

    /** Returns the cells that are not empty, by column. Codes are as they were before a spreadsheet changed them. */
    private Map<String, String> byColumn(List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int position = 0; position < Math.min(cells.size(), header.size()); position++) {
            String cell = cells.get(position);
            if (!EqualText.isBlank(cell)) {
                byColumn.putIfAbsent(
                        header.get(position),
                        holdsCodes(position) ? SpreadsheetCell.code(cell) : SpreadsheetFormula.unguarded(cell));
            }
        }
        return byColumn;
    }

    private boolean holdsCodes(int position) {
        return columns.named(header.get(position)).filter(CsvColumn::holdsCodes).isPresent();
    }

    private static void checkCell(CsvLine line, CsvColumn<?> column) {
        String cell = line.text(column.name());
        if (cell != null) {
            (column.holdsCodes() ? SpreadsheetCell.damageToCode(cell) : SpreadsheetCell.failure(cell))
                    .ifPresent(damage -> line.addFinding(column.name(), damage));
        }
    }

    /** Finds a line with the same code, in any spelling. */
    private void checkCode(CsvLine line) {
        CsvLine same = line.code().isEmpty()
                ? null
                : lines.putIfAbsent(columns.sameCode().apply(line.code()), line);
        if (same != null) {
            line.addFinding(
                    CsvColumns.CODE,
                    same.code().equals(line.code())
                            ? SAME_CODE.with(same.number())
                            : EQUAL_CODE.with(same.number(), same.code()));
        }
    }
}
