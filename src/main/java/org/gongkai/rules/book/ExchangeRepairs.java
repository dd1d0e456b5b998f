package org.gongkai.rules.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.rules.Relation;
import org.gongkai.rules.book.Repair.Change;

/**
 * Exchanges of numbers: of two cells of one row or one column, and of all cells of two rows or two columns. The latter
 * are found as pairs of equations over the same rows or over the same columns.
 */
final class ExchangeRepairs {

    private static final String END_OF_SIDE = "=";

    private final List<int[][]> exchanges = new ArrayList<>();

    ExchangeRepairs(Equations equations) {
        for (int one = 0; one < equations.cellCount(); one++) {
            for (int other = one + 1; other < equations.cellCount(); other++) {
                if (areBeside(equations.cell(one), equations.cell(other))) {
                    exchanges.add(new int[][] {{one}, {other}});
                }
            }
        }
        addParallel(equations, Cell::figure);
        addParallel(equations, Cell::applicantType);
    }

    /** Adds the exchanges of equations over the same rows, or over the same columns. */
    private void addParallel(Equations equations, Function<Cell, String> coordinate) {
        Map<List<String>, List<Integer>> parallel = new LinkedHashMap<>();
        for (int equation = 0; equation < equations.size(); equation++) {
            List<String> shape = shape(equations.relation(equation), coordinate);
            parallel.computeIfAbsent(shape, key -> new ArrayList<>()).add(equation);
        }
        parallel.forEach((shape, same) -> {
            for (int other = 1; other < same.size(); other++) {
                for (int one = 0; one < other; one++) {
                    exchanges.add(new int[][] {equations.cellsOf(same.get(one)), equations.cellsOf(same.get(other))});
                }
            }
        });
    }

    private static List<String> shape(Relation relation, Function<Cell, String> coordinate) {
        return Stream.of(relation.left(), relation.right())
                .flatMap(side -> Stream.concat(
                        side.stream().map(term -> String.valueOf(coordinate.apply(term.cell()))),
                        Stream.of(END_OF_SIDE)))
                .toList();
    }

    /** Returns the number of exchanges that are tried. */
    int size() {
        return exchanges.size();
    }

    /** Returns the exchanges that break no equation and repair at least the given number. */
    List<Repair> of(Equations equations, int atLeast) {
        boolean[] broken = equations.broken();
        List<Repair> repairs = new ArrayList<>();
        for (int[][] exchange : exchanges) {
            if (touches(equations, broken, exchange[0]) || touches(equations, broken, exchange[1])) {
                int before = equations.brokenCount();
                exchange(equations, exchange);
                boolean repairing = before - equations.brokenCount() >= atLeast
                        && !breaks(equations, broken, exchange[0])
                        && !breaks(equations, broken, exchange[1]);
                exchange(equations, exchange);
                if (repairing) {
                    repairs.add(Repair.ofExchange(changes(equations, exchange)));
                }
            }
        }
        return repairs;
    }

    private static void exchange(Equations equations, int[][] exchange) {
        for (int pair = 0; pair < exchange[0].length; pair++) {
            long difference = equations.number(exchange[1][pair]) - equations.number(exchange[0][pair]);
            if (difference != 0) {
                equations.add(exchange[0][pair], difference);
                equations.add(exchange[1][pair], -difference);
            }
        }
    }

    private static boolean touches(Equations equations, boolean[] broken, int... cells) {
        for (int cell : cells) {
            for (int equation : equations.equationsOf(cell)) {
                if (broken[equation]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean breaks(Equations equations, boolean[] broken, int... cells) {
        for (int cell : cells) {
            for (int equation : equations.equationsOf(cell)) {
                if (!broken[equation] && equations.isBroken(equation)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Change> changes(Equations equations, int[][] exchange) {
        List<Change> changes = new ArrayList<>();
        for (int pair = 0; pair < exchange[0].length; pair++) {
            long difference = equations.number(exchange[1][pair]) - equations.number(exchange[0][pair]);
            if (difference != 0) {
                changes.add(new Change(exchange[0][pair], difference));
                changes.add(new Change(exchange[1][pair], -difference));
            }
        }
        return changes;
    }

    private static boolean areBeside(Cell one, Cell other) {
        return one.applicantType() != null
                && (one.figure().equals(other.figure()) || one.applicantType().equals(other.applicantType()));
    }
}
