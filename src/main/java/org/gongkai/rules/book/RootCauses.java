package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Relation;
import org.gongkai.rules.SuspectCell;
import org.gongkai.rules.Term;

/**
 * Finds the cells that explain several broken equations at once. A cell is tried with the number that one of its broken equations
 * wants; printed totals that agreed with it before follow. It is an explanation when that repairs two findings or more and
 * breaks nothing. The one that repairs most, with the fewest changes, comes first; then the rest is explained likewise.
 */
final class RootCauses {

    private static final int MIN_EXPLAINED = 2;

    private static final Comparator<Trial> BEST_FIRST = Comparator.<Trial>comparingInt(
                    trial -> -trial.repaired().size())
            .thenComparingInt(trial -> trial.changes().size());

    private final Contents report;
    private final List<Relation> relations;
    private final Map<Relation, Finding> broken;

    /**
     * Starts the search.
     *
     * @param relations the equations of the form whose cells can all be read
     * @param broken those of them that do not hold, with what was found
     */
    RootCauses(Contents report, List<Relation> relations, Map<Relation, Finding> broken) {
        this.report = report;
        this.relations = relations;
        this.broken = new LinkedHashMap<>(broken);
    }

    List<SuspectCell> find() {
        List<SuspectCell> causes = new ArrayList<>();
        List<Trial> best = bestCandidates();
        while (!best.isEmpty()) {
            causes.add(suspectCell(best));
            broken.keySet().removeAll(best.get(0).repaired());
            best = bestCandidates();
        }
        return causes;
    }

    /** The best explanation, and those as good as it that explain the same. */
    private List<Trial> bestCandidates() {
        List<Trial> trials = broken.keySet().stream()
                .flatMap(relation -> terms(relation).map(term -> candidate(term.cell(), relation)))
                .flatMap(Optional::stream)
                .sorted(BEST_FIRST)
                .toList();
        return trials.stream()
                .filter(trial -> BEST_FIRST.compare(trial, trials.get(0)) == 0)
                .filter(trial -> trial.repaired().equals(trials.get(0).repaired()))
                .distinct()
                .toList();
    }

    private Optional<Trial> candidate(Cell cell, Relation wanting) {
        BigDecimal change = imbalance(wanting, Map.of()).negate();
        Map<Cell, BigDecimal> changes = new LinkedHashMap<>();
        changes.put(cell, onLeft(wanting, cell) ? change : change.negate());
        updateTotals(changes);
        Set<Relation> repaired = broken.keySet().stream()
                .filter(relation -> imbalance(relation, changes).signum() == 0)
                .collect(Collectors.toSet());
        boolean sound = relations.stream()
                        .filter(relation -> !broken.containsKey(relation))
                        .allMatch(relation -> imbalance(relation, changes).signum() == 0)
                && changes.entrySet().stream()
                        .allMatch(changed ->
                                number(changed.getKey()).add(changed.getValue()).signum() >= 0);
        return sound && repaired.size() >= MIN_EXPLAINED
                ? Optional.of(new Trial(cell, changes, repaired))
                : Optional.empty();
    }

    /** Lets printed totals follow that agreed with their parts before. */
    private void updateTotals(Map<Cell, BigDecimal> changes) {
        Optional<Relation> left = outdatedTotal(changes);
        while (left.isPresent()) {
            changes.put(left.get().carrier(), imbalance(left.get(), changes).negate());
            left = outdatedTotal(changes);
        }
    }

    private Optional<Relation> outdatedTotal(Map<Cell, BigDecimal> changes) {
        return relations.stream()
                .filter(relation -> !broken.containsKey(relation) && isTotal(relation))
                .filter(relation -> !changes.containsKey(relation.carrier()))
                .filter(relation -> imbalance(relation, changes).signum() != 0)
                .findFirst();
    }

    private static boolean isTotal(Relation relation) {
        return relation.left().size() == 1 && relation.left().get(0).cell().equals(relation.carrier());
    }

    /** Left side minus right side, after the changes. */
    private BigDecimal imbalance(Relation relation, Map<Cell, BigDecimal> changes) {
        return sum(relation.left(), changes).subtract(sum(relation.right(), changes));
    }

    private BigDecimal sum(List<Term> terms, Map<Cell, BigDecimal> changes) {
        return terms.stream()
                .map(Term::cell)
                .map(cell -> number(cell).add(changes.getOrDefault(cell, BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal number(Cell cell) {
        return report.figures().at(cell);
    }

    private static Stream<Term> terms(Relation relation) {
        return Stream.concat(relation.left().stream(), relation.right().stream());
    }

    private static boolean onLeft(Relation relation, Cell cell) {
        return relation.left().stream().anyMatch(term -> term.cell().equals(cell));
    }

    private SuspectCell suspectCell(List<Trial> best) {
        Trial trial = best.get(0);
        BigDecimal value = number(trial.cell());
        return new SuspectCell(
                trial.cell(),
                value,
                value.add(trial.changes().get(trial.cell())),
                trial.changes().keySet().stream()
                        .filter(cell -> !cell.equals(trial.cell()))
                        .toList(),
                broken.entrySet().stream()
                        .filter(entry -> trial.repaired().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                best.stream().skip(1).map(Trial::cell).distinct().toList());
    }

    private record Trial(Cell cell, Map<Cell, BigDecimal> changes, Set<Relation> repaired) {}
}
