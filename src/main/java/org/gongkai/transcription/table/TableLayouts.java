package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;

/**
 * Brings printed tables into the layout of the form, where their heads say how: rows that are printed as columns, rows that
 * are stacked in one, and columns that are printed in several tables.
 */
final class TableLayouts {

    /** The number of heads by which a table is known to have them in its rows or columns. */
    private static final int MIN_HEADS = 3;

    /** Matches the title of a block of table 2. */
    private static final Pattern BLOCK_TITLE = Pattern.compile("第二十条第[一二三四五六七八九十]+项");

    private final PrintedTable table;
    private final Set<String> columns;

    TableLayouts(PrintedTable table) {
        this.table = table;
        this.columns = table.columns().stream().map(TextNormalizer::comparable).collect(Collectors.toSet());
    }

    /** Returns the rows of tables as in the form. If a table goes beyond the lines, they are returned as they are. */
    List<Line> arranged(List<Line> lines) {
        List<Line> rows = lines.stream().filter(Line::row).toList();
        List<Grid> grids = grids(rows);
        if (rows.size() != grids.stream().mapToInt(grid -> grid.rows().size()).sum()) {
            return rows;
        }
        List<Grid> arranged = grids.stream()
                .flatMap(this::upright)
                .map(grid -> new StackedRows(table, grid).separated())
                .toList();
        return joined(arranged).stream().flatMap(Line::rowsOf).toList();
    }

    /** Returns the tables in which rows stand. */
    private static List<Grid> grids(List<Line> rows) {
        List<Grid> grids = new ArrayList<>();
        for (Line row : rows) {
            Grid grid = row.gridRow().orElseThrow().grid();
            if (grids.isEmpty() || grids.get(grids.size() - 1) != grid) {
                grids.add(grid);
            }
        }
        return grids;
    }

    /** Returns a table with its heads above the columns. If the table has blocks, only some of them may be turned. */
    private Stream<Grid> upright(Grid grid) {
        List<Grid> blocks = blocks(grid);
        return blocks.stream().anyMatch(this::isTurned)
                ? blocks.stream().map(block -> isTurned(block) ? transposed(block) : block)
                : Stream.of(grid);
    }

    /** Returns the blocks of a table. They begin with their titles, and the first one with the table. */
    private static List<Grid> blocks(Grid grid) {
        List<Integer> starts = IntStream.range(0, grid.rows().size())
                .filter(row -> row == 0 || isTitle(grid.begunIn(row)))
                .boxed()
                .toList();
        return IntStream.range(0, starts.size())
                .mapToObj(block -> grid.part(
                        starts.get(block),
                        block + 1 < starts.size()
                                ? starts.get(block + 1)
                                : grid.rows().size()))
                .toList();
    }

    private static boolean isTitle(List<PrintedCell> cells) {
        List<PrintedCell> printed =
                cells.stream().filter(cell -> !cell.isBlank()).toList();
        return printed.size() == 1
                && BLOCK_TITLE
                        .matcher(TextNormalizer.comparable(printed.get(0).text()))
                        .matches();
    }

    private boolean isTurned(Grid grid) {
        return grid.rows().size() <= GridBuilder.MAX_COLUMNS
                && mostHeads(grid) < 2
                && mostHeads(transposed(grid)) >= MIN_HEADS;
    }

    private int mostHeads(Grid grid) {
        return grid.rows().stream()
                .mapToInt(row -> heads(row.stream()).size())
                .max()
                .orElse(0);
    }

    /** Returns the different heads of the form among cells. */
    private Set<String> heads(Stream<PrintedCell> cells) {
        return cells.map(cell -> TextNormalizer.comparable(cell.text()))
                .filter(columns::contains)
                .collect(Collectors.toSet());
    }

    private static Grid transposed(Grid grid) {
        return new Grid(
                IntStream.range(0, grid.width())
                        .mapToObj(column -> IntStream.range(0, grid.rows().size())
                                .mapToObj(row -> turnedCell(grid, row, column))
                                .toList())
                        .toList(),
                grid.path());
    }

    private static PrintedCell turnedCell(Grid grid, int row, int column) {
        List<PrintedCell> cells = grid.rows().get(row);
        PrintedCell cell = column < cells.size() ? cells.get(column) : PrintedCell.blank(row, column, Place.UNKNOWN);
        return cell.at(cell.column(), cell.row());
    }

    /** Joins tables that have the same rows and different heads. */
    private List<Grid> joined(List<Grid> grids) {
        List<Grid> joined = new ArrayList<>();
        for (Grid grid : grids) {
            Grid before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && hasOtherColumns(before, grid)) {
                joined.set(joined.size() - 1, sideBySide(before, grid));
            } else {
                joined.add(grid);
            }
        }
        return joined;
    }

    private boolean hasOtherColumns(Grid one, Grid other) {
        return one.rows().size() - headRows(one) == other.rows().size() - headRows(other)
                && columnHeads(one).stream().noneMatch(columnHeads(other)::contains)
                && !columnHeads(one).isEmpty()
                && !columnHeads(other).isEmpty()
                && labels(one).equals(labels(other));
    }

    /** Returns the labels below the heads. Table 4 has none. */
    private List<String> labels(Grid grid) {
        return grid.rows().stream()
                .skip(headRows(grid))
                .map(row -> row.isEmpty() ? "" : row.get(0).text())
                .filter(text -> !Entries.isNumber(text))
                .toList();
    }

    /** Returns the heads of the columns, each with the block of table 4 in which it stands. */
    private Set<String> columnHeads(Grid grid) {
        int heads = headRows(grid);
        int width = grid.rows().stream().limit(heads).mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, width)
                .mapToObj(column -> grid.rows().stream()
                        .limit(heads)
                        .filter(row -> column < row.size())
                        .map(row -> TextNormalizer.comparable(row.get(column).text()))
                        .toList())
                .filter(texts -> !texts.isEmpty() && columns.contains(texts.get(texts.size() - 1)))
                .map(texts -> ColumnHeads.blockOf(texts) + texts.get(texts.size() - 1))
                .collect(Collectors.toSet());
    }

    /** Returns the number of rows down to the last one with heads. */
    private int headRows(Grid grid) {
        return IntStream.range(0, grid.rows().size())
                        .filter(row -> !heads(grid.rows().get(row).stream()).isEmpty())
                        .filter(row -> grid.begunIn(row).stream().noneMatch(cell -> Entries.isNumber(cell.text())))
                        .max()
                        .orElse(-1)
                + 1;
    }

    private Grid sideBySide(Grid left, Grid right) {
        int rows = Math.max(left.rows().size(), right.rows().size());
        int width = left.width();
        List<List<PrintedCell>> joined = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<PrintedCell> cells = new ArrayList<>(shifted(left, row, rows, 0));
            while (cells.size() < width) {
                cells.add(PrintedCell.blank(row, cells.size(), Place.UNKNOWN));
            }
            cells.addAll(shifted(right, row, rows, width));
            joined.add(cells);
        }
        return new Grid(joined, left.path());
    }

    /** Returns a row of a table whose last row stands in the last row of a larger one. */
    private static List<PrintedCell> shifted(Grid grid, int row, int rows, int columns) {
        int down = rows - grid.rows().size();
        return row < down
                ? List.of()
                : grid.rows().get(row - down).stream()
                        .map(cell -> cell.at(cell.row() + down, cell.column() + columns))
                        .toList();
    }
}
