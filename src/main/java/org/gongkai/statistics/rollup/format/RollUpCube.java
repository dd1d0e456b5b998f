package org.gongkai.statistics.rollup.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Named;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A roll-up as a cube: an axis for each dimension, and a cell wherever members of all of them meet. Of dimensions that depend on
 * each other, such as agency and district, most cells are empty.
 */
final class RollUpCube {

    /** Most cells of a cube. Who reads one may hold them all in memory, also the empty ones. */
    private static final long MOST_CELLS = 10_000_000;

    /** Up to so many cells, empty ones are listed, which is easier to read. */
    private static final long FEW_CELLS = 10_000;

    /** The key of a full cell is about as long as so many empty cells. */
    private static final long EMPTY_CELLS_PER_KEY = 3;

    private final Map<Dimension, List<Named>> axes = new LinkedHashMap<>();
    private final Map<Long, RollUpRow> rows = new TreeMap<>();
    private final long size;

    RollUpCube(RollUp rollUp, Language language) {
        Dimension.of(rollUp).forEach(dimension -> axes.put(dimension, axis(dimension, rollUp, language)));
        size = size();
        Map<Dimension, Map<String, Integer>> positions = new LinkedHashMap<>();
        axes.forEach((dimension, axis) -> positions.put(dimension, positions(axis)));
        rollUp.rows().forEach(row -> rows.put(cell(row, positions, language), row));
    }

    /** The members of each dimension that any row is about, in an order of their own. */
    Map<Dimension, List<Named>> axes() {
        return axes;
    }

    /**
     * What is in the cells, in row-major order: a list of all cells with {@code null} for the empty ones, or where that would be
     * mostly empty, a map of the full ones by their place in this list.
     */
    Object cells(Function<RollUpRow, Object> content) {
        boolean dense = size <= Math.max(FEW_CELLS, (1 + EMPTY_CELLS_PER_KEY) * rows.size());
        return dense
                ? LongStream.range(0, size)
                        .mapToObj(cell -> content(cell, content))
                        .collect(Collectors.toCollection(ArrayList::new))
                : full(row -> Optional.ofNullable(content.apply(row)));
    }

    /** What is in the cells that there is anything in, by their place among all cells. */
    <T> Map<Long, T> full(Function<RollUpRow, Optional<T>> content) {
        Map<Long, T> cells = new LinkedHashMap<>();
        rows.forEach((cell, row) -> content.apply(row).ifPresent(something -> cells.put(cell, something)));
        return cells;
    }

    private Object content(long cell, Function<RollUpRow, Object> content) {
        RollUpRow row = rows.get(cell);
        return row == null ? null : content.apply(row);
    }

    private long size() {
        long cells = 1;
        for (List<Named> axis : axes.values()) {
            cells *= axis.size();
            if (cells > MOST_CELLS) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_ROWS,
                        new Text(
                                        "数据立方体超过 %s 个单元格；请减少分组项（按机关分组时，行政区划和部门类别已随之确定）",
                                        "The cube would have more than %s cells; group by less (an agency lies in one district and"
                                                + " one category)")
                                .with(MOST_CELLS));
            }
        }
        return cells;
    }

    /** What is called otherwise in other years is called as in the last of them. */
    private static List<Named> axis(Dimension dimension, RollUp rollUp, Language language) {
        Map<String, Named> members = new LinkedHashMap<>();
        rollUp.rows().stream()
                .sorted(Comparator.comparing(RollUpRow::year, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(row -> dimension.of(row, language))
                .forEach(member -> members.put(member.code(), member));
        return members.values().stream()
                .sorted(Comparator.comparing(Named::code, order(dimension)))
                .toList();
    }

    /** Figures and types of applicant in print order, figures that are on no form last, all others by code. */
    private static Comparator<String> order(Dimension dimension) {
        Comparator<String> byCode = Comparator.naturalOrder();
        return switch (dimension) {
            case APPLICANT_TYPE -> Comparator.comparing(Forms.applicantTypes()::indexOf);
            case FIGURE -> {
                List<String> printed =
                        Forms.catalogue().figures().stream().map(Figure::code).toList();
                Comparator<String> unprinted = Comparator.comparing(code -> !printed.contains(code));
                yield unprinted.thenComparing(printed::indexOf).thenComparing(byCode);
            }
            case YEAR, DISTRICT, CATEGORY, AGENCY -> byCode;
        };
    }

    private static Map<String, Integer> positions(List<Named> axis) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        axis.forEach(member -> positions.put(member.code(), positions.size()));
        return positions;
    }

    private long cell(RollUpRow row, Map<Dimension, Map<String, Integer>> positions, Language language) {
        long cell = 0;
        for (Dimension dimension : axes.keySet()) {
            Map<String, Integer> axis = positions.get(dimension);
            cell = cell * axis.size() + axis.get(dimension.of(row, language).code());
        }
        return cell;
    }
}
