package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;

/**
 * Chooses between the possible readings of rows of table 三 by the sums of its columns: the total of the outcomes, and
 * the balance of requests received and closed.
 */
final class ColumnSums {

    private static final int MAX_COMBINATIONS = 20_000;
    private static final int MAX_PASSES = 5;

    /** An equation between rows: in each column, the sum of the rows times their factors is zero. */
    private record Equation(Map<String, Integer> factors) {}

    private final List<Equation> equations = new ArrayList<>();
    private final Map<String, List<List<BigDecimal>>> ways;

    private ColumnSums(Form form, Map<String, List<List<BigDecimal>>> ways) {
        this.ways = ways;
        Map<String, Integer> balance = new LinkedHashMap<>();
        balance.put("requests.newlyReceived", 1);
        balance.put("requests.carriedOver", 1);
        balance.put("requests.outcomes.total", -1);
        balance.put("requests.carriedForward", -1);
        equations.add(new Equation(balance));
        form.rowsOf(3)
                .filter(figure -> figure.role() == FigureRole.TOTAL)
                .forEach(total -> equations.add(outcomes(total)));
    }

    private static Equation outcomes(Figure total) {
        Map<String, Integer> factors = new LinkedHashMap<>();
        factors.put(total.code(), -1);
        total.leaves().forEach(leaf -> factors.put(leaf, 1));
        return new Equation(factors);
    }

    /**
     * Removes the readings that cannot be right.
     *
     * @param ways the possible readings of each row, by its code; unreadable rows are absent
     */
    static Map<String, List<List<BigDecimal>>> choose(Form form, Map<String, List<List<BigDecimal>>> ways) {
        ColumnSums sums = new ColumnSums(form, new LinkedHashMap<>(ways));
        boolean changed = true;
        for (int pass = 0; changed && pass < MAX_PASSES; pass++) {
            changed = false;
            for (Equation equation : sums.equations) {
                changed |= sums.apply(equation);
            }
        }
        return sums.ways;
    }

    private boolean apply(Equation equation) {
        if (!ways.keySet().containsAll(equation.factors().keySet())) {
            return false;
        }
        List<String> open = equation.factors().keySet().stream()
                .filter(row -> ways.get(row).size() > 1)
                .toList();
        long combinations = 1;
        for (String row : open) {
            combinations =
                    Math.min(MAX_COMBINATIONS + 1L, combinations * ways.get(row).size());
        }
        if (open.isEmpty() || combinations > MAX_COMBINATIONS) {
            return false;
        }
        Map<String, Set<List<BigDecimal>>> possible = new LinkedHashMap<>();
        open.forEach(row -> possible.put(row, new HashSet<>()));
        search(equation, open, 0, fixed(equation, open), new ArrayList<>(), possible);
        return keep(possible);
    }

    private List<BigDecimal> fixed(Equation equation, List<String> open) {
        List<BigDecimal> sum =
                Collections.nCopies(ways.values().iterator().next().get(0).size(), BigDecimal.ZERO);
        for (Map.Entry<String, Integer> row : equation.factors().entrySet()) {
            if (!open.contains(row.getKey())) {
                sum = plus(sum, ways.get(row.getKey()).get(0), row.getValue());
            }
        }
        return sum;
    }

    private void search(
            Equation equation,
            List<String> open,
            int next,
            List<BigDecimal> sum,
            List<List<BigDecimal>> chosen,
            Map<String, Set<List<BigDecimal>>> possible) {
        if (next == open.size()) {
            if (sum.stream().allMatch(column -> column.signum() == 0)) {
                for (int row = 0; row < open.size(); row++) {
                    possible.get(open.get(row)).add(chosen.get(row));
                }
            }
            return;
        }
        String row = open.get(next);
        for (List<BigDecimal> way : ways.get(row)) {
            chosen.add(way);
            search(equation, open, next + 1, plus(sum, way, equation.factors().get(row)), chosen, possible);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Keeps the possible readings. If none adds up, the document itself is wrong, and all readings are kept. */
    private boolean keep(Map<String, Set<List<BigDecimal>>> possible) {
        boolean changed = false;
        for (Map.Entry<String, Set<List<BigDecimal>>> row : possible.entrySet()) {
            List<List<BigDecimal>> before = ways.get(row.getKey());
            List<List<BigDecimal>> after =
                    before.stream().filter(row.getValue()::contains).toList();
            if (!after.isEmpty() && after.size() < before.size()) {
                ways.put(row.getKey(), after);
                changed = true;
            }
        }
        return changed;
    }

    private static List<BigDecimal> plus(List<BigDecimal> sum, List<BigDecimal> row, int factor) {
        List<BigDecimal> result = new ArrayList<>(sum.size());
        for (int column = 0; column < sum.size(); column++) {
            result.add(sum.get(column).add(row.get(column).multiply(BigDecimal.valueOf(factor))));
        }
        return result;
    }
}
