package org.gongkai.intake;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints lines in columns. A Chinese character is as wide as two others. */
final class ImportTable {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    ImportTable(String... headings) {
        lines.add(List.of(headings));
    }

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    void print(PrintStream out) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], width(line.get(column)));
            }
        });
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                text.append(cell)
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(character -> Character.isIdeographic(character) || character >= 0xFF00 ? 2 : 1)
                .sum();
    }
}
