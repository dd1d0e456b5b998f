package org.gongkai.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/** A parsed CSV file with entries, and the findings on the file itself. It is read up to the first unreadable line. */
public final class CsvFile<E> {

    private static final Text EMPTY =
            new Text("文件为空，至少应有标题行", "The file is empty; it must have at least a header line");
    private static final Text NO_COMMAS = new Text(
            "应以逗号分隔，标题行中却有分号或制表符",
            "Cells must be separated by commas, but the header line contains semicolons or tabs");
    private static final Text TWICE = new Text("此列重复", "The column is repeated");
    private static final Text MISSING = new Text("缺少此列", "The column is missing");
    private static final Text TOO_MANY = new Text("单元格多于标题行", "The line has more cells than the header line");
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
    private final Map<String, Integer> numbers = new HashMap<>();
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

    /** Returns whether the file lacks a required column, so that no line can have a value in it. */
    private boolean lacks(CsvColumn<E> column) {
        return column.required() && !header.contains(column.name());
    }

    boolean lacks(String column) {
        return columns.columns().stream().anyMatch(known -> known.name().equals(column) && lacks(known));
    }

    private void header(Csv.CsvLine line) {
        if (line.cells().stream().anyMatch(name -> name.indexOf(';') >= 0 || name.indexOf('\t') >= 0)) {
            findings.add(CsvLine.at(line.number(), NO_COMMAS));
            return;
        }
        header = withoutBlankEnd(line.cells());
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

    /**
     * Removes blank cells at the end: spreadsheets write every line as long as the longest one, and sometimes longer.
     */
    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
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
        Map<String, String> byColumn = new HashMap<>();
        for (int position = 0; position < Math.min(cells.size(), header.size()); position++) {
            if (!cells.get(position).isBlank()) {
                byColumn.putIfAbsent(header.get(position), cells.get(position));
            }
        }
        CsvLine line = new CsvLine(read.number(), byColumn);
        if (cells.size() > header.size()) {
            line.addFinding(TOO_MANY);
        }
        Integer same = line.code().isEmpty() ? null : numbers.putIfAbsent(line.code(), line.number());
        if (same != null) {
            line.addFinding(CsvColumns.CODE, new Text("与第 %s 行的代码相同", "Line %s has the same code").with(same));
        }
        parsedLines.add(new ParsedLine<>(line, columns.entry().apply(line)));
    }
}
