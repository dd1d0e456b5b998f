package org.gongkai.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.http.Csv;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;

/** A file that holds a register, or part of it, read as far as it can be, with everything that is wrong with it by itself. */
final class SheetFile<E> {

    private static final Text EMPTY = new Text("文件是空的，至少应有标题行", "The file is empty; it has at least a header line");
    private static final Text NO_COMMAS = new Text(
            "应以逗号分隔，标题行中却有分号或制表符", "Cells are separated by commas, but the header line holds semicolons or tabs");
    private static final Text TWICE = new Text("此列重复", "The column is there twice");
    private static final Text MISSING = new Text("缺少此列", "The column is missing");
    private static final Text TOO_MANY = new Text("单元格比标题行的多", "More cells than the header line has");
    private static final Text BROKEN = new Text(
            "引号不成对，或引号之后还有内容；自此行起未能读取",
            "A quote is not closed, or followed by more; nothing could be read from here on");

    /**
     * A line and what it says.
     *
     * @param line the line
     * @param entry its entry, without what could not be read
     */
    record Draft<E>(SheetLine line, E entry) {}

    private final Sheet<E> sheet;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Draft<E>> drafts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private List<String> header = List.of();

    /** Reads a body, of which it is known that it is UTF-8. */
    static <E> SheetFile<E> read(Sheet<E> sheet, byte[] body) {
        return new SheetFile<>(sheet, new String(body, StandardCharsets.UTF_8));
    }

    private SheetFile(Sheet<E> sheet, String csv) {
        this.sheet = sheet;
        Csv.CsvLines read = Csv.read(csv);
        List<Csv.CsvLine> filled =
                read.lines().stream().filter(line -> !line.isBlank()).toList();
        if (!filled.isEmpty()) {
            header(filled.get(0));
        } else if (read.broken().isEmpty()) {
            faults.add(SheetLine.at(1, EMPTY));
        }
        if (header.contains(Sheet.CODE)) {
            filled.subList(1, filled.size()).forEach(this::line);
        }
        read.broken().ifPresent(number -> faults.add(SheetLine.at(number, BROKEN)));
    }

    Sheet<E> sheet() {
        return sheet;
    }

    /** The lines, without the header. */
    List<Draft<E>> drafts() {
        return drafts;
    }

    /** What is wrong with the file as a whole: with its header, or its quotes. */
    List<Fault> faults() {
        return faults;
    }

    /** Whether a column that must be there is not: no line can have anything in it. */
    boolean lacks(SheetColumn<E> column) {
        return column.required() && !header.contains(column.name());
    }

    private void header(Csv.CsvLine line) {
        if (line.cells().stream().anyMatch(name -> name.indexOf(';') >= 0 || name.indexOf('\t') >= 0)) {
            faults.add(SheetLine.at(line.number(), NO_COMMAS));
            return;
        }
        header = withoutBlankEnd(line.cells());
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!sheet.names().contains(name)) {
                faults.add(SheetLine.at(line.number(), name, unknown()));
            } else if (!seen.add(name)) {
                faults.add(SheetLine.at(line.number(), name, TWICE));
            }
        }
        sheet.columns().stream()
                .filter(this::lacks)
                .forEach(column -> faults.add(SheetLine.at(line.number(), column.name(), MISSING)));
    }

    /** Spreadsheets write every line as long as the longest, and sometimes longer. */
    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return cells.subList(0, size);
    }

    private Text unknown() {
        return new Text("没有这一列，可用的列：%s", "There is no such column; the columns are %s")
                .with(String.join(", ", sheet.names()));
    }

    private void line(Csv.CsvLine read) {
        List<String> cells = withoutBlankEnd(read.cells());
        Map<String, String> byColumn = new HashMap<>();
        for (int position = 0; position < Math.min(cells.size(), header.size()); position++) {
            if (!cells.get(position).isBlank()) {
                byColumn.putIfAbsent(header.get(position), cells.get(position));
            }
        }
        SheetLine line = new SheetLine(read.number(), byColumn);
        if (cells.size() > header.size()) {
            line.fault(TOO_MANY);
        }
        Integer same = line.code().isEmpty() ? null : numbers.putIfAbsent(line.code(), line.number());
        if (same != null) {
            line.fault(Sheet.CODE, new Text("与第 %s 行的代码相同", "Line %s has the same code").with(same));
        }
        drafts.add(new Draft<>(line, sheet.entry().apply(line)));
    }
}
