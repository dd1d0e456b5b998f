package org.gongkai.statistics.rollup.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A roll-up as a cube: an axis for each dimension, and a cell for each combination of members. When dimensions depend
 * on each other, such as agency and district, most cells are empty.
 */
final class RollUpCube {

    /** The maximum number of cells. A client may hold all of them in memory, including the empty ones. */
    private static final long MAX_CELLS = 10_000_000;

    /** The maximum number of cells of a cube that always lists its empty cells, which is easier to read. */
    private static final long FEW_CELLS = 10_000;

    /** The number of empty cells that take as many bytes as the key of one cell. */
    private static final long EMPTY_CELLS_PER_KEY = 3;

    private final Map<Dimension, List<Named>> axes = new LinkedHashMap<>();
    private final List<Placed> rows;
    private final long size;

    /** A row and the position of its cell. */
    private record Placed(long cell, RollUpRow row) {}

    /** The contents of cells, which are made while they are written. */
    interface Cells extends JsonSerializable {

        @Override
        default void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(json, provider);
        }
    }

    RollUpCube(RollUp rollUp, Language language) {
        Dimension.of(rollUp).forEach(dimension -> axes.put(dimension, axis(dimension, rollUp, language)));
        size = size();
        Map<Dimension, Map<String, Integer>> positions = new LinkedHashMap<>();
        axes.forEach((dimension, axis) -> positions.put(dimension, positions(axis)));
        rows = rollUp.rows().stream()
                .map(row -> new Placed(cell(row, positions, language), row))
                .sorted(Comparator.comparingLong(Placed::cell))
                .toList();
    }

    /** Returns the members of each dimension that have rows, in the order of the axis. */
    Map<Dimension, List<Named>> axes() {
        return axes;
    }

    /**
     * Returns the contents of the cells, in row-major order: a list of all cells with {@code null} for the empty ones;
     * or, when most cells are empty, an object with the others by their position in this list.
     */
    Cells cells(Function<RollUpRow, Object> content) {
        boolean dense = size <= Math.max(FEW_CELLS, (1 + EMPTY_CELLS_PER_KEY) * rows.size());
        return dense ? (json, provider) -> writeAll(json, content) : (json, provider) -> writeFull(json, content);
    }

    /** Returns the contents of the cells that are not empty, by their position among all cells; null if all are empty. */
    Cells full(Function<RollUpRow, Object> content) {
        return rows.stream().allMatch(placed -> content.apply(placed.row) == null)
                ? null
                : (json, provider) -> writeFull(json, content);
    }

    private void writeAll(JsonGenerator json, Function<RollUpRow, Object> content) throws IOException {
        json.writeStartArray();
        long next = 0;
        for (Placed placed : rows) {
            for (; next < placed.cell; next++) {
                json.writeNull();
            }
            json.writeObject(content.apply(placed.row));
            next++;
        }
        for (; next < size; next++) {
            json.writeNull();
        }
        json.writeEndArray();
    }

    private void writeFull(JsonGenerator json, Function<RollUpRow, Object> content) throws IOException {
        json.writeStartObject();
        for (Placed placed : rows) {
            Object value = content.apply(placed.row);
            if (value != null) {
                json.writeFieldName(Long.toString(placed.cell));
                json.writeObject(value);
            }
        }
        json.writeEndObject();
    }

    private long size() {
        long cells = 1;
        for (List<Named> axis : axes.values()) {
            cells *= axis.size();
            if (cells > MAX_CELLS) {
                throw new ProblemException(
                        ProblemType.TOO_MANY_ROWS,
                        new Text(
                                        "数据立方体超过 %s 个单元格；请减少分组维度（机关已确定其行政区划和部门类别）",
                                        "The cube would have more than %s cells; group by fewer dimensions (an"
                                                + " agency has one district and one category)")
                                .with(MAX_CELLS));
            }
        }
        return cells;
    }

    /** Returns the members of an axis. A member with different names over the years has the name of the last year. */
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

    /**
     * Returns the order of an axis: print order for figures and types of applicant, figures on no form last; codes for
     * all others.
     */
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
