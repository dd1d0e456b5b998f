package org.gongkai.transcription.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** The layouts of a draft as text. */
enum TextPrinter {
    CSV {
        @Override
        List<String> rows(DraftTable table) {
            return joined(table, cells -> cells.stream()
                    .map(cell -> cell.contains(",") || cell.contains("\n") ? '"' + cell + '"' : cell)
                    .collect(Collectors.joining(",")));
        }
    },
    BARS {
        @Override
        List<String> rows(DraftTable table) {
            return joined(table, cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
        }
    },
    TABS {
        @Override
        List<String> rows(DraftTable table) {
            return joined(table, cells -> String.join("\t", cells));
        }
    },
    RUNNING {
        @Override
        List<String> rows(DraftTable table) {
            return joined(
                    table,
                    cells -> cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("  ")));
        }
    },
    /** As {@code pdftotext -layout}: the cells stand below each other. */
    COLUMNS {
        @Override
        List<String> rows(DraftTable table) {
            List<Integer> widths = Draft.upTo(table.columns()).stream()
                    .map(column -> table.rows().stream()
                                    .filter(row -> column < row.size())
                                    .mapToInt(row -> width(row, column))
                                    .max()
                                    .orElse(1)
                            + 2)
                    .toList();
            return joined(table, cells -> IntStream.range(0, cells.size())
                    .mapToObj(column -> cells.get(column)
                            + " "
                                    .repeat(Math.max(
                                            1,
                                            widths.get(column)
                                                    - cells.get(column).length())))
                    .collect(Collectors.joining())
                    .stripTrailing());
        }
    },
    CELL_A_LINE {
        @Override
        List<String> rows(DraftTable table) {
            return begun(table).stream()
                    .flatMap(List::stream)
                    .map(cell -> cell.cell().text())
                    .toList();
        }
    },
    /** As {@code pdftotext}: the labels of some rows, and then the numbers of these rows. */
    LABELS_THEN_NUMBERS {
        @Override
        List<String> rows(DraftTable table) {
            List<String> lines = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            int waiting = 0;
            for (List<Spanned> row : begun(table)) {
                for (Spanned cell : row) {
                    (cell.cell().isNumber() ? numbers : lines).add(cell.cell().text());
                }
                if (++waiting % 3 == 0) {
                    lines.addAll(numbers);
                    numbers.clear();
                }
            }
            lines.addAll(numbers);
            return lines;
        }
    };

    /** Joins the texts of a row. */
    @FunctionalInterface
    private interface Joining {

        String of(List<String> cells);
    }

    abstract List<String> rows(DraftTable table);

    byte[] print(Draft draft) {
        List<String> lines = draft.printed()
                .flatMap(
                        block -> block instanceof DraftTable table ? rows(table).stream() : Stream.of(block.toString()))
                .toList();
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static int width(List<DraftCell> row, int column) {
        DraftCell cell = row.get(column);
        boolean single = row.stream().filter(other -> other == cell).count() == 1;
        return single ? cell.text().length() : 2;
    }

    private static List<List<Spanned>> begun(DraftTable table) {
        return Draft.upTo(table.rows().size()).stream().map(table::begunIn).toList();
    }

    /** Returns the rows: a merged cell stands at its first position only. */
    private static List<String> joined(DraftTable table, Joining joining) {
        List<String> lines = new ArrayList<>();
        List<List<Spanned>> begun = begun(table);
        for (int row = 0; row < begun.size(); row++) {
            String[] cells = new String[table.rows().get(row).size()];
            java.util.Arrays.fill(cells, "");
            begun.get(row).forEach(cell -> cells[cell.column()] = cell.cell().text());
            lines.add(joining.of(List.of(cells)));
        }
        return lines;
    }
}
