package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Relation;
import org.gongkai.rules.SuspectCell;
import org.gongkai.rules.SuspectCell.Fault;

/**
 * The suspect cells of equations that have cells in common. A number that was merely chosen to fit explains nothing;
 * so repairs that share equations must repair more of these than they have chosen numbers.
 */
final class RepairExplanation {

    private final Equations equations;
    private final Map<Relation, Finding> findings;
    private final RepairSearch search;
    private final long[] original;
    private final boolean[] broken;
    private final List<Repair> repairs;

    /**
     * Creates the explanation.
     *
     * @param equations the equations with the numbers of the report
     * @param findings the findings of the broken ones
     */
    RepairExplanation(Equations equations, Map<Relation, Finding> findings) {
        this.equations = equations;
        this.findings = findings;
        this.search = new RepairSearch(equations);
        this.original = numbers(equations);
        this.broken = equations.broken();
        this.repairs = convincing(search.repair());
    }

    /** Returns the suspect cells, in the order of the repairs. */
    Stream<SuspectCell> suspects() {
        return repairs.stream()
                .flatMap(repair -> IntStream.range(0, repair.suspects()).mapToObj(suspect -> suspect(repair, suspect)));
    }

    private SuspectCell suspect(Repair repair, int index) {
        int cell = repair.changes().get(index).cell();
        boolean exchange = repair.fault() == Fault.EXCHANGED;
        int partner = exchange ? repair.changes().get(index ^ 1).cell() : cell;
        List<Integer> changed = repair.fault() == Fault.NUMBER ? repair.cells() : List.of(cell, partner);
        return new SuspectCell(
                equations.cell(cell),
                repair.fault(),
                BigDecimal.valueOf(original[cell]),
                BigDecimal.valueOf(equations.number(cell)),
                exchange ? equations.cell(partner) : null,
                totals(repair),
                repaired(changed).stream()
                        .map(equation -> findings.get(equations.relation(equation)))
                        .toList(),
                alternatives(repair, index));
    }

    private List<Cell> totals(Repair repair) {
        return repair.cells().stream()
                .skip(repair.suspects())
                .filter(cell -> repairs.stream().noneMatch(other -> other.isAbout(cell)))
                .map(equations::cell)
                .toList();
    }

    /** Returns the cells of repairs that have the same effect and change as many numbers. */
    private List<Cell> alternatives(Repair repair, int index) {
        if (repair.fault() == Fault.EMPTY_TOTAL) {
            return List.of();
        }
        boolean[] effect = equations.broken();
        equations.undo(repair);
        List<Cell> alternatives = search.candidates(firstChanged(effect)).stream()
                .filter(other -> other.isOfSameSize(repair) && hasEffect(other, effect))
                .map(other -> other.changes().get(index).cell())
                .filter(cell -> cell != repair.changes().get(index).cell())
                .distinct()
                .map(equations::cell)
                .toList();
        equations.apply(repair);
        return alternatives;
    }

    private int firstChanged(boolean[] effect) {
        return IntStream.range(0, effect.length)
                .filter(equation -> equations.isBroken(equation) && !effect[equation])
                .findFirst()
                .orElseThrow();
    }

    private boolean hasEffect(Repair other, boolean[] effect) {
        equations.apply(other);
        boolean same = Arrays.equals(effect, equations.broken());
        equations.undo(other);
        return same;
    }

    /** Keeps the convincing repairs, and takes the others back. */
    private List<Repair> convincing(List<Repair> found) {
        List<Repair> kept = new ArrayList<>();
        for (List<Repair> group : groups(found)) {
            Set<Integer> repaired = new TreeSet<>();
            group.forEach(repair -> repaired.addAll(repaired(repair.cells())));
            if (repaired.size() > group.stream().mapToInt(Repair::chosenAmounts).sum()) {
                kept.addAll(group);
            } else {
                group.forEach(equations::undo);
            }
        }
        return kept;
    }

    /** Returns the repairs in groups that share no repaired equation. */
    private List<List<Repair>> groups(List<Repair> found) {
        List<List<Repair>> groups = new ArrayList<>();
        for (Repair repair : found) {
            Set<Integer> repaired = repaired(repair.cells());
            List<Repair> joined = new ArrayList<>();
            for (List<Repair> group : List.copyOf(groups)) {
                if (group.stream().anyMatch(other -> shares(repaired(other.cells()), repaired))) {
                    joined.addAll(group);
                    groups.remove(group);
                }
            }
            joined.add(repair);
            groups.add(joined);
        }
        return groups;
    }

    private static boolean shares(Set<Integer> some, Set<Integer> others) {
        return some.stream().anyMatch(others::contains);
    }

    /** Returns the repaired equations that contain one of the cells. */
    private Set<Integer> repaired(List<Integer> cells) {
        Set<Integer> repaired = new TreeSet<>();
        cells.forEach(cell -> Arrays.stream(equations.equationsOf(cell))
                .filter(equation -> broken[equation] && !equations.isBroken(equation))
                .forEach(repaired::add));
        return repaired;
    }

    private static long[] numbers(Equations equations) {
        return IntStream.range(0, equations.cellCount())
                .mapToLong(equations::number)
                .toArray();
    }
}
