package org.gongkai.rules.book;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.rules.Relation;
import org.gongkai.rules.Term;

/** Derives the equations within a report, and with last year's report, from the catalogue of a form. */
final class Arithmetic {

    private static final int REQUESTS = 3;
    private static final int DISPUTES = 4;

    private Arithmetic() {}

    /**
     * Returns the equation of each column of table 三: requests received and carried over equal requests closed and
     * open.
     */
    static List<Relation> balance(Form form) {
        List<Cell> received = cells(form, "requests.newlyReceived");
        List<Cell> carriedOver = cells(form, "requests.carriedOver");
        List<Cell> closed = cells(form, "requests.outcomes.total");
        List<Cell> carriedForward = cells(form, "requests.carriedForward");
        return IntStream.range(0, closed.size())
                .mapToObj(column -> Relation.ofRows(
                        closed.get(column),
                        List.of(received.get(column), carriedOver.get(column)),
                        List.of(closed.get(column), carriedForward.get(column))))
                .toList();
    }

    /** Returns the equation of each column of table 三: the printed total of the outcomes equals their sum. */
    static List<Relation> outcomes(Form form) {
        Figure total = figure(form, "requests.outcomes.total");
        return IntStream.range(0, total.cells().size())
                .mapToObj(column -> Relation.ofRows(
                        total.cells().get(column),
                        List.of(total.cells().get(column)),
                        total.leaves().stream()
                                .map(leaf -> cells(form, leaf).get(column))
                                .toList()))
                .toList();
    }

    /** Returns the equation of each row of table 三: the printed total equals the sum over the types of applicant. */
    static List<Relation> rowTotals(Form form) {
        return form.rowsOf(REQUESTS).map(Arithmetic::rowTotal).toList();
    }

    /** Returns the equation of each block of table 四: the printed total equals the sum of the results. */
    static List<Relation> resultTotals(Form form) {
        return form.rowsOf(DISPUTES)
                .filter(figure -> figure.role() == FigureRole.TOTAL)
                .map(total -> Relation.ofColumns(
                        total.cells().get(0),
                        total.leaves().stream()
                                .flatMap(leaf -> cells(form, leaf).stream())
                                .toList()))
                .toList();
    }

    /** Returns the equation of each column of table 三: requests carried over equal those carried forward last year. */
    static List<Relation> carryOver(Form form) {
        Figure carriedOver = figure(form, "requests.carriedOver");
        return carriedOver.cells().stream()
                .map(cell -> new Relation(
                        cell,
                        List.of(Term.byRow(cell)),
                        carriedOver.opensWith().stream()
                                .map(code -> figure(form, code).cellBeside(cell).orElseThrow())
                                .map(opening -> Term.byRow(opening).ofLastYear())
                                .toList()))
                .toList();
    }

    /**
     * Returns the equation of each kind of document that the form counts by documents in force: those in force last
     * year, plus those issued, minus those repealed.
     */
    static List<Relation> inForce(Form form) {
        return form.figures().stream()
                .filter(figure -> figure.code().endsWith(".inForce"))
                .map(figure -> {
                    String kind = figure.code().substring(0, figure.code().lastIndexOf('.'));
                    Term inForce = only(form, figure.code());
                    return new Relation(
                            inForce.cell(),
                            List.of(inForce),
                            List.of(
                                    inForce.ofLastYear(),
                                    only(form, kind + ".issued"),
                                    only(form, kind + ".repealed").asSubtracted()));
                })
                .toList();
    }

    private static Term only(Form form, String code) {
        return Term.byLabel(cells(form, code).get(0));
    }

    private static Relation rowTotal(Figure row) {
        Predicate<Cell> inTotalColumn = cell -> !row.applicantTypes().contains(cell.applicantType());
        Cell total = row.cells().stream().filter(inTotalColumn).findFirst().orElseThrow();
        return Relation.ofColumns(
                total, row.cells().stream().filter(inTotalColumn.negate()).toList());
    }

    private static List<Cell> cells(Form form, String code) {
        return figure(form, code).cells();
    }

    private static Figure figure(Form form, String code) {
        return form.figure(code).orElseThrow(() -> new IllegalArgumentException("No figure " + code));
    }
}
