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
 * Finds the cells that explain several broken equations at once. Each cell of a broken equation is a candidate, with
 * the number that this equation requires. Printed totals that were consistent before change with it. The candidate
 * explains the findings if it repairs at least two of them and breaks no other equation. The one that repairs most,
 * with the fewest changes, comes first. Then the search continues with the remaining findings.
 */
final class RootCauses {

    private static final int MIN_EXPLAINED = 2;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingInt(
                    candidate -> -candidate.repaired().size())
            .thenComparingInt(candidate -> candidate.changes().size());

    private final Contents report;
    private final List<Relation> relations;
    private final Map<Relation, Finding> broken;

    /**
     * Creates the search.
     *
     * @param relations the equations of the form whose numbers are all known
     * @param broken the broken ones among them, with their findings
     */
    RootCauses(Contents report, List<Relation> relations, Map<Relation, Finding> broken) {
        this.report = report;
        this.relations = relations;
        this.broken = new LinkedHashMap<>(broken);
    }

    List<SuspectCell> find() {
        List<SuspectCell> suspects = new ArrayList<>();
        List<Candidate> best = bestCandidates();
        while (!best.isEmpty()) {
            suspects.add(suspectCell(best));
            broken.keySet().removeAll(best.get(0).repaired());
            best = bestCandidates();
        }
        return suspects;
    }

    /** Returns the best candidate, and equally good ones that explain the same findings. */
    private List<Candidate> bestCandidates() {
        List<Candidate> candidates = broken.keySet().stream()
                .flatMap(relation -> terms(relation).map(term -> candidate(term.cell(), relation)))
                .flatMap(Optional::stream)
                .sorted(BEST_FIRST)
                .toList();
        return candidates.stream()
                .filter(candidate -> BEST_FIRST.compare(candidate, candidates.get(0)) == 0)
                .filter(candidate ->
                        candidate.repaired().equals(candidates.get(0).repaired()))
                .distinct()
                .toList();
    }

    private Optional<Candidate> candidate(Cell cell, Relation equation) {
        BigDecimal change = imbalance(equation, Map.of()).negate();
        Map<Cell, BigDecimal> changes = new LinkedHashMap<>();
        changes.put(cell, onLeft(equation, cell) ? change : change.negate());
        updateTotals(changes);
        Set<Relation> repaired = broken.keySet().stream()
                .filter(relation -> imbalance(relation, changes).signum() == 0)
                .collect(Collectors.toSet());
        boolean breaksNothing = relations.stream()
                        .filter(relation -> !broken.containsKey(relation))
                        .allMatch(relation -> imbalance(relation, changes).signum() == 0)
                && changes.entrySet().stream()
                        .allMatch(changed ->
                                number(changed.getKey()).add(changed.getValue()).signum() >= 0);
        return breaksNothing && repaired.size() >= MIN_EXPLAINED
                ? Optional.of(new Candidate(cell, changes, repaired))
                : Optional.empty();
    }

    /** Updates the printed totals that were consistent before. */
    private void updateTotals(Map<Cell, BigDecimal> changes) {
        Optional<Relation> outdated = outdatedTotal(changes);
        while (outdated.isPresent()) {
            changes.put(
                    outdated.get().carrier(), imbalance(outdated.get(), changes).negate());
            outdated = outdatedTotal(changes);
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

    /** Returns the left side minus the right side, after the changes. */
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

    private SuspectCell suspectCell(List<Candidate> best) {
        Candidate candidate = best.get(0);
        BigDecimal value = number(candidate.cell());
        return new SuspectCell(
                candidate.cell(),
                value,
                value.add(candidate.changes().get(candidate.cell())),
                candidate.changes().keySet().stream()
                        .filter(cell -> !cell.equals(candidate.cell()))
                        .toList(),
                broken.entrySet().stream()
                        .filter(entry -> candidate.repaired().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                best.stream().skip(1).map(Candidate::cell).distinct().toList());
    }

    private record Candidate(Cell cell, Map<Cell, BigDecimal> changes, Set<Relation> repaired) {}
}
