package org.gongkai.statistics.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Catalogue;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** Finds the figures that get rows, on the forms of the years of a query. */
final class RequestedFigures {

    private final RollUpQuery query;
    private final List<Integer> years;
    private final Catalogue catalogue;
    private final List<ParameterFault> faults = new ArrayList<>();

    /**
     * Prepares the search.
     *
     * @param query the query
     * @param years the report years that count
     */
    RequestedFigures(RollUpQuery query, List<Integer> years) {
        this.query = query;
        this.years = years;
        this.catalogue = Forms.catalogueOf(years);
    }

    /** Returns all codes that a query can name. */
    static List<String> codes() {
        return Stream.concat(Forms.catalogue().figures().stream().map(Figure::code), Rate.codes())
                .toList();
    }

    /** Returns the codes in the query, or the codes of all leaves when it names none and groups by figure. */
    List<String> named() {
        return query.figures().isEmpty() && isBrokenDown()
                ? catalogue
                        .breakdown()
                        .filter(figure -> figure.byApplicantType() || !needsApplicantTypes())
                        .map(Figure::code)
                        .toList()
                : query.figures();
    }

    /** Returns whether groups are broken down into the figures that the form prints a number for. */
    private boolean isBrokenDown() {
        return query.by(Dimension.FIGURE);
    }

    /** Returns whether each figure must be broken down by type of applicant. */
    private boolean needsApplicantTypes() {
        return query.by(Dimension.APPLICANT_TYPE) || !query.applicantTypes().isEmpty();
    }

    /** Returns the figures that get rows. */
    List<RequestedFigure> rows(Collection<String> codes) {
        List<RequestedFigure> figures =
                codes.stream().flatMap(this::rows).distinct().toList();
        figures.stream()
                .filter(figure -> needsApplicantTypes() && !figure.byApplicantType())
                .forEach(figure -> faults.add(ParameterFault.invalid(
                        "figure",
                        figure.code(),
                        new Text("此项指标不分申请人类型", "This figure is not broken down by type of applicant"))));
        return figures;
    }

    List<ParameterFault> faults() {
        return faults;
    }

    private Stream<RequestedFigure> rows(String code) {
        return Rate.of(code)
                .map(rate -> Stream.of(requested(
                        code,
                        rate.figures().stream()
                                .flatMap(part -> figure(part).stream())
                                .toList())))
                .orElseGet(() -> figure(code).stream()
                        .flatMap(this::brokenDown)
                        .map(figure -> requested(figure.code(), List.of(figure))));
    }

    private RequestedFigure requested(String code, List<Figure> figures) {
        return new RequestedFigure(
                code,
                figures,
                years.stream()
                        .filter(year -> figures.stream().allMatch(figure -> isOnForm(figure, year)))
                        .toList());
    }

    private static boolean isOnForm(Figure figure, int year) {
        return Forms.of(year).flatMap(form -> form.figure(figure.code())).isPresent();
    }

    /** Returns the figure as on the forms of the years; a figure that none of them has, as on the other forms. */
    private Optional<Figure> figure(String code) {
        return catalogue.figure(code).or(() -> Forms.catalogue().figure(code));
    }

    /**
     * Returns the parts of a group when rows are grouped by figure. A figure that the form prints a number for is kept
     * whole.
     */
    private Stream<Figure> brokenDown(Figure figure) {
        if (!isBrokenDown() || figure.role() != FigureRole.GROUP) {
            return Stream.of(figure);
        }
        return catalogue.figure(figure.code()).isPresent()
                ? catalogue.breakdown(figure)
                : Forms.catalogue().breakdown(figure);
    }
}
