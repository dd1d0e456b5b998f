package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.text.Text;

/**
 * An equation between cells: the sum of the terms on the left equals the sum of the terms on the right.
 *
 * @param carrier the cell to which findings point
 * @param left the terms of the left side
 * @param right the terms of the right side
 */
public record Relation(Cell carrier, List<Term> left, List<Term> right) implements Condition {

    /** Returns an equation within a column. Its formula names the terms by the ordinals of their rows. */
    public static Relation ofRows(Cell carrier, List<Cell> left, List<Cell> right) {
        return new Relation(carrier, terms(left, Term::byRow), terms(right, Term::byRow));
    }

    /** Returns an equation within a row or a block. Its formula names the terms by the labels of their columns. */
    public static Relation ofColumns(Cell total, List<Cell> parts) {
        return new Relation(total, List.of(Term.byLabel(total)), terms(parts, Term::byLabel));
    }

    @Override
    public String pointer() {
        return carrier.pointer();
    }

    @Override
    public Text cell() {
        return carrier.place();
    }

    @Override
    public Text formula() {
        return new Text("%s = %s", "%s = %s").with(sum(left, Term::name), sum(right, Term::name));
    }

    /** Returns whether a cell of the report itself is a term, on either side. */
    public boolean contains(Cell cell) {
        return Stream.concat(left.stream(), right.stream())
                .anyMatch(term -> term.yearsAgo() == 0 && term.cell().equals(cell));
    }

    /**
     * Checks the equation. Finds nothing if a number is unknown: the shape check reports it, or there is no such
     * report.
     */
    @Override
    public Optional<Violation> check(Situation situation) {
        if (!isKnown(situation)) {
            return Optional.empty();
        }
        BigDecimal leftSum = value(left, situation);
        BigDecimal rightSum = value(right, situation);
        return leftSum.compareTo(rightSum) == 0
                ? Optional.empty()
                : Optional.of(Violation.ofNumbers(filledIn(situation), leftSum, rightSum));
    }

    /** Returns whether all its numbers are known. */
    public boolean isKnown(Situation situation) {
        return areKnown(left, situation) && areKnown(right, situation);
    }

    /** Visits the terms without a stream, as each report has some hundred equations. */
    private static boolean areKnown(List<Term> terms, Situation situation) {
        for (Term term : terms) {
            if (!term.isKnown(situation)) {
                return false;
            }
        }
        return true;
    }

    private Text filledIn(Situation situation) {
        Function<Term, Text> withNumber = term -> {
            String number = Violation.plain(term.value(situation).abs());
            return new Text("%s[%s]", "%s[%s]").with(term.name(), number);
        };
        return new Text("%s ≠ %s", "%s ≠ %s").with(sum(left, withNumber), sum(right, withNumber));
    }

    private static Text sum(List<Term> terms, Function<Term, Text> write) {
        Text sum = write.apply(terms.get(0));
        for (Term term : terms.subList(1, terms.size())) {
            String sign = term.subtracted() ? "−" : "+";
            sum = new Text("%s %s %s", "%s %s %s").with(sum, sign, write.apply(term));
        }
        return sum;
    }

    private static BigDecimal value(List<Term> terms, Situation situation) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            sum = sum.add(term.value(situation));
        }
        return sum;
    }

    private static List<Term> terms(List<Cell> cells, Function<Cell, Term> term) {
        return cells.stream().map(term).toList();
    }
}
