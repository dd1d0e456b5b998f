package org.gongkai.publication;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/** Prints reports as rows of text: a merged cell stands at its first position only. */
final class PrintedRows {

    private PrintedRows() {}

    static String csv(OfficialDocument document) {
        return print(
                document,
                "",
                cells -> cells.stream()
                                .map(cell -> cell.contains(",") || cell.contains("\"")
                                        ? "\"" + cell.replace("\"", "\"\"") + "\""
                                        : cell)
                                .collect(Collectors.joining(","))
                        + "\r\n");
    }

    static String markdown(OfficialDocument document) {
        return print(document, "## ", cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String print(OfficialDocument document, String mark, Function<List<String>, String> row) {
        StringBuilder text = new StringBuilder(mark.replace("##", "#"))
                .append(document.title())
                .append('\n');
        for (Part part : document.parts().toList()) {
            text.append(mark).append(part.heading()).append('\n');
            part.lines().forEach(line -> text.append(line).append('\n'));
            part.table().ifPresent(table -> IntStream.range(0, table.rows())
                    .forEach(index -> text.append(row.apply(cells(table, index)))));
        }
        return text.toString();
    }

    private static List<String> cells(Grid table, int row) {
        return IntStream.range(0, table.columns())
                .mapToObj(column -> {
                    GridCell cell = table.at(row, column);
                    return cell.startsAt(row, column) ? cell.content().text() : "";
                })
                .toList();
    }
}
