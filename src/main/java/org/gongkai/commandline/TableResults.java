package org.gongkai.commandline;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** Prints results in aligned columns; without results, nothing. A Chinese character is as wide as two others. */
final class TableResults implements Results {

    private static final String GAP = "  ";

    private final Language language;
    private final PrintWriter out;
    private final List<List<String>> lines = new ArrayList<>();

    TableResults(List<ResultColumn> columns, Language language, PrintWriter out) {
        this.language = language;
        this.out = out;
        lines.add(columns.stream().map(column -> column.heading().in(language)).toList());
    }

    @Override
    public void add(Object... values) {
        lines.add(Arrays.stream(values).map(this::cell).toList());
    }

    private String cell(Object value) {
        Object shown = value instanceof Choice choice ? choice.label() : value;
        Object text = shown instanceof Text both ? both.in(language) : shown;
        return text == null ? "" : text.toString();
    }

    @Override
    public void close() {
        if (lines.size() == 1) {
            return;
        }
        int[] widths = widths();
        lines.forEach(line -> out.println(aligned(line, widths)));
        out.flush();
    }

    private int[] widths() {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(line.get(column)));
            }
        }
        return widths;
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = line.get(column);
            text.append(cell).append(" ".repeat(widths[column] - width(cell))).append(GAP);
        }
        return text.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(character -> Character.isIdeographic(character) || character >= 0xFF00 ? 2 : 1)
                .sum();
    }
}
