package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gongkai.transcription.place.Box;

/**
 * The cells between the lines of a table. Its lines divide an area into small fields; fields without a line between them
 * are one cell.
 */
final class Lattice {

    private static final float APART = 4;
    /** A table has two columns, at least: three vertical lines. */
    private static final int MIN_SIDES = 3;

    private static final int MAX_COLUMNS = 60;
    private static final int MAX_ROWS = 1_000;

    private final float[] xs;
    private final float[] ys;

    /** The number of the cell of each field. */
    private final int[] cell;

    private Lattice(float[] xs, float[] ys, List<Rule> rules) {
        this.xs = xs;
        this.ys = ys;
        this.cell = new int[columns() * rows()];
        for (int field = 0; field < cell.length; field++) {
            cell[field] = field;
        }
        joinFields(rules);
    }

    /** Returns the table of a group of lines; {@code null} if they are none. */
    static Lattice of(List<Rule> rules, PdfBudget budget) {
        float[] xs = positions(rules, false);
        float[] ys = positions(rules, true);
        if (xs.length < MIN_SIDES || ys.length < 2 || xs.length > MAX_COLUMNS + 1 || ys.length > MAX_ROWS + 1) {
            return null;
        }
        budget.steps((long) xs.length * ys.length * rules.size());
        return new Lattice(xs, ys, rules);
    }

    /** Returns the positions of the lines of one direction, and the ends of the others: a table may be open at its sides. */
    private static float[] positions(List<Rule> rules, boolean horizontal) {
        double[] sorted = rules.stream()
                .flatMapToDouble(rule -> rule.horizontal() == horizontal
                        ? DoubleStream.of(rule.position())
                        : DoubleStream.of(rule.from(), rule.to()))
                .sorted()
                .toArray();
        List<Float> positions = new ArrayList<>();
        for (double position : sorted) {
            if (positions.isEmpty() || position - positions.get(positions.size() - 1) > APART) {
                positions.add((float) position);
            }
        }
        return toArray(withoutInnerEnds(positions, rules, horizontal));
    }

    /** Returns the positions without those at which lines of the other direction only end inside of the table. */
    private static List<Float> withoutInnerEnds(List<Float> positions, List<Rule> rules, boolean horizontal) {
        return positions.stream()
                .filter(position -> position.equals(positions.get(0))
                        || position.equals(positions.get(positions.size() - 1))
                        || rules.stream()
                                .filter(rule -> rule.horizontal() == horizontal)
                                .anyMatch(rule -> Math.abs(rule.position() - position) <= APART))
                .toList();
    }

    private static float[] toArray(List<Float> positions) {
        float[] array = new float[positions.size()];
        for (int index = 0; index < array.length; index++) {
            array[index] = positions.get(index);
        }
        return array;
    }

    private void joinFields(List<Rule> rules) {
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (column + 1 < columns() && !isWall(rules, false, xs[column + 1], ys[row], ys[row + 1])) {
                    join(field(row, column), field(row, column + 1));
                }
                if (row + 1 < rows() && !isWall(rules, true, ys[row + 1], xs[column], xs[column + 1])) {
                    join(field(row, column), field(row + 1, column));
                }
            }
        }
    }

    private static boolean isWall(List<Rule> rules, boolean horizontal, float position, float from, float to) {
        return rules.stream()
                .anyMatch(rule -> rule.horizontal() == horizontal
                        && Math.abs(rule.position() - position) <= APART
                        && rule.covers(from, to));
    }

    private void join(int one, int other) {
        int first = cellOf(one);
        int second = cellOf(other);
        cell[Math.max(first, second)] = Math.min(first, second);
    }

    private int cellOf(int field) {
        int root = field;
        while (cell[root] != root) {
            root = cell[root];
        }
        return root;
    }

    private int field(int row, int column) {
        return row * columns() + column;
    }

    int columns() {
        return xs.length - 1;
    }

    int rows() {
        return ys.length - 1;
    }

    /** Returns the number of the cell at a field. */
    int cell(int row, int column) {
        return cellOf(field(row, column));
    }

    /** Returns the number of the cell at a place; -1 if it lies outside. */
    int cellAt(float x, float y) {
        int column = index(xs, x);
        int row = index(ys, y);
        return column < 0 || row < 0 ? -1 : cell(row, column);
    }

    private static int index(float[] positions, float value) {
        for (int index = 0; index + 1 < positions.length; index++) {
            if (positions[index] <= value && value < positions[index + 1]) {
                return index;
            }
        }
        return -1;
    }

    float x(int index) {
        return xs[index];
    }

    float y(int index) {
        return ys[index];
    }

    Box box() {
        return new Box(xs[0], ys[0], xs[xs.length - 1], ys[ys.length - 1]);
    }
}
