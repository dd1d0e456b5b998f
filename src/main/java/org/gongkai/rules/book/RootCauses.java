package org.gongkai.rules.book;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Relation;
import org.gongkai.rules.SuspectCell;

/**
 * Finds the cells that explain the broken equations of a report: those of the smallest set of repairs after which the
 * equations hold. A single finding names its cell itself and is not explained.
 */
final class RootCauses {

    private static final int MIN_EXPLAINED = 2;

    private static final Comparator<SuspectCell> LIKELIEST_FIRST =
            Comparator.comparingInt(suspect -> -suspect.explained().size());

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
        this.broken = broken;
    }

    List<SuspectCell> find() {
        return broken.size() < MIN_EXPLAINED
                ? List.of()
                : parts().stream()
                        .filter(part -> part.stream().anyMatch(broken::containsKey))
                        .flatMap(part -> explanation(part).suspects())
                        .sorted(LIKELIEST_FIRST.thenComparing(inFormOrder()))
                        .toList();
    }

    private RepairExplanation explanation(List<Relation> part) {
        return new RepairExplanation(
                new Equations(part, cell -> report.figures().at(cell).longValueExact()), broken);
    }

    private Comparator<SuspectCell> inFormOrder() {
        List<Cell> cells = report.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .toList();
        return Comparator.comparingInt(suspect -> cells.indexOf(suspect.cell()));
    }

    /** Returns the equations in groups that have no cell in common. */
    private List<List<Relation>> parts() {
        Map<String, BitSet> parts = new LinkedHashMap<>();
        for (int equation = 0; equation < relations.size(); equation++) {
            BitSet part = new BitSet();
            part.set(equation);
            cells(relations.get(equation))
                    .filter(parts::containsKey)
                    .map(parts::get)
                    .distinct()
                    .forEach(part::or);
            part.stream().mapToObj(relations::get).flatMap(RootCauses::cells).forEach(cell -> parts.put(cell, part));
        }
        return parts.values().stream()
                .distinct()
                .map(part -> part.stream().mapToObj(relations::get).toList())
                .toList();
    }

    private static Stream<String> cells(Relation relation) {
        return Stream.concat(relation.left().stream(), relation.right().stream())
                .map(term -> term.cell().pointer());
    }
}
