package org.gongkai.rules.book;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.rules.Relation;
import org.gongkai.rules.Term;

/**
 * The equations of a report with the numbers of their cells. A search changes the numbers and restores them. Equations
 * and cells are known by their index, as a search tries many thousands of changes.
 */
final class Equations {

    /** The result of {@link #totalOf} for an equation that defines no total. */
    static final int NO_TOTAL = -1;

    private final List<Relation> relations;
    private final List<Cell> cells;
    private final int[][] cellsOf;
    private final int[][] equationsOf;
    private final int[][] signsOf;
    private final int[] totalOf;
    private final long[] numbers;
    private final long[] imbalances;
    private int broken;

    /**
     * Creates the equations.
     *
     * @param relations the equations, all between cells of one report
     * @param number returns the number in a cell
     */
    Equations(List<Relation> relations, ToLongFunction<Cell> number) {
        this.relations = List.copyOf(relations);
        this.cells = relations.stream()
                .flatMap(Equations::cells)
                .collect(Collectors.toMap(Cell::pointer, cell -> cell, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        Map<String, Integer> indexes = new HashMap<>();
        cells.forEach(cell -> indexes.put(cell.pointer(), indexes.size()));
        this.cellsOf = relations.stream()
                .map(relation -> cells(relation)
                        .mapToInt(cell -> indexes.get(cell.pointer()))
                        .toArray())
                .toArray(int[][]::new);
        this.equationsOf = IntStream.range(0, cells.size())
                .mapToObj(cell -> IntStream.range(0, cellsOf.length)
                        .filter(equation -> contains(equation, cell))
                        .toArray())
                .toArray(int[][]::new);
        this.signsOf = IntStream.range(0, cells.size())
                .mapToObj(cell -> IntStream.of(equationsOf[cell])
                        .map(equation -> sign(relations.get(equation), cells.get(cell)))
                        .toArray())
                .toArray(int[][]::new);
        this.totalOf = relations.stream()
                .mapToInt(relation ->
                        isTotal(relation) ? indexes.get(relation.carrier().pointer()) : NO_TOTAL)
                .toArray();
        this.numbers = new long[cells.size()];
        this.imbalances = new long[relations.size()];
        IntStream.range(0, numbers.length).forEach(cell -> add(cell, number.applyAsLong(cells.get(cell))));
    }

    int size() {
        return cellsOf.length;
    }

    Relation relation(int equation) {
        return relations.get(equation);
    }

    int cellCount() {
        return cells.size();
    }

    Cell cell(int index) {
        return cells.get(index);
    }

    long number(int cell) {
        return numbers[cell];
    }

    /** Returns the cells of an equation, in the order of its terms. */
    int[] cellsOf(int equation) {
        return cellsOf[equation];
    }

    /** Returns the equations that contain a cell. */
    int[] equationsOf(int cell) {
        return equationsOf[cell];
    }

    /** Returns the cell that an equation defines as the total of its other cells, or {@link #NO_TOTAL}. */
    int totalOf(int equation) {
        return totalOf[equation];
    }

    boolean isBroken(int equation) {
        return imbalances[equation] != 0;
    }

    boolean[] broken() {
        boolean[] flags = new boolean[imbalances.length];
        for (int equation = 0; equation < flags.length; equation++) {
            flags[equation] = isBroken(equation);
        }
        return flags;
    }

    int brokenCount() {
        return broken;
    }

    /** Returns the sum of the differences between both sides of all equations. */
    long imbalance() {
        return Arrays.stream(imbalances).sum();
    }

    /** Returns the change of a cell after which an equation that contains it holds. */
    long required(int equation, int cell) {
        for (int place = 0; place < equationsOf[cell].length; place++) {
            if (equationsOf[cell][place] == equation) {
                return -imbalances[equation] * signsOf[cell][place];
            }
        }
        throw new IllegalArgumentException("Not in the equation: " + cells.get(cell));
    }

    /** Changes a number. */
    void add(int cell, long change) {
        numbers[cell] += change;
        for (int place = 0; place < equationsOf[cell].length; place++) {
            int equation = equationsOf[cell][place];
            long before = imbalances[equation];
            long after = before + change * signsOf[cell][place];
            imbalances[equation] = after;
            broken += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        }
    }

    void apply(Repair repair) {
        for (Repair.Change change : repair.changes()) {
            add(change.cell(), change.by());
        }
    }

    void undo(Repair repair) {
        for (Repair.Change change : repair.changes()) {
            add(change.cell(), -change.by());
        }
    }

    /** Returns whether all numbers stay within the range of the form after a repair. */
    boolean allows(Repair repair) {
        for (Repair.Change change : repair.changes()) {
            long number = numbers[change.cell()] + change.by();
            if (number < 0 || number > Form.MAX_COUNT) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(int equation, int cell) {
        return Arrays.stream(cellsOf[equation]).anyMatch(member -> member == cell);
    }

    private static boolean isTotal(Relation relation) {
        return relation.left().size() == 1 && relation.left().get(0).cell().equals(relation.carrier());
    }

    private static Stream<Cell> cells(Relation relation) {
        return Stream.concat(relation.left().stream(), relation.right().stream())
                .map(Term::cell);
    }

    private static int sign(Relation relation, Cell cell) {
        int left = sign(relation.left(), cell);
        return left == 0 ? -sign(relation.right(), cell) : left;
    }

    private static int sign(List<Term> terms, Cell cell) {
        return terms.stream()
                .filter(term -> term.cell().pointer().equals(cell.pointer()))
                .mapToInt(term -> term.subtracted() ? -1 : 1)
                .findFirst()
                .orElse(0);
    }
}
