package org.gongkai.statistics.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Catalogue;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** Finds the figures that rows are wanted for, on the forms of the years asked for. */
final class RequestedFigures {

    private final List<Integer> years;
    private final Catalogue catalogue;
    private final boolean brokenDown;
    private final boolean byApplicantType;
    private final List<ParameterFault> faults = new ArrayList<>();

    /**
     * Prepares to find them.
     *
     * @param years the years asked for
     * @param brokenDown whether groups are broken down into the figures the form prints a number for
     * @param byApplicantType whether figures must be broken down by type of applicant
     */
    RequestedFigures(List<Integer> years, boolean brokenDown, boolean byApplicantType) {
        this.years = years;
        this.catalogue = Forms.catalogueOf(years);
        this.brokenDown = brokenDown;
        this.byApplicantType = byApplicantType;
    }

    /** All codes that can be asked for. */
    static List<String> codes() {
        return Stream.concat(Forms.catalogue().figures().stream().map(Figure::code), Rate.codes())
                .toList();
    }

    /** The codes asked for, or of all leaves where none is named and figures are broken down. */
    List<String> named(Set<String> codes) {
        return codes.isEmpty() && brokenDown
                ? catalogue
                        .breakdown()
                        .filter(figure -> figure.byApplicantType() || !byApplicantType)
                        .map(Figure::code)
                        .toList()
                : List.copyOf(codes);
    }

    /** The figures that rows are wanted for. */
    List<RequestedFigure> rows(Collection<String> codes) {
        List<RequestedFigure> figures =
                codes.stream().flatMap(this::rows).distinct().toList();
        figures.stream()
                .filter(figure -> byApplicantType && !figure.byApplicantType())
                .forEach(figure -> faults.add(ParameterFault.invalid(
                        "figure",
                        figure.code(),
                        new Text("此指标不分申请人类型", "This figure is not broken down by type of applicant"))));
        return figures;
    }

    List<ParameterFault> faults() {
        return faults;
    }

    private Stream<RequestedFigure> rows(String code) {
        return Rate.of(code)
                .map(rate -> Stream.of(asked(
                        code,
                        rate.figures().stream()
                                .flatMap(part -> figure(part).stream())
                                .toList())))
                .orElseGet(() -> figure(code).stream()
                        .flatMap(this::brokenDown)
                        .map(figure -> asked(figure.code(), List.of(figure))));
    }

    private RequestedFigure asked(String code, List<Figure> figures) {
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

    /** As the forms of the years asked for have it; a figure that none of them has, as the others do. */
    private Optional<Figure> figure(String code) {
        return catalogue.figure(code).or(() -> Forms.catalogue().figure(code));
    }

    /** Grouped by figure, each figure the form prints a number for stands for itself; a group is broken down. */
    private Stream<Figure> brokenDown(Figure figure) {
        if (!brokenDown || figure.role() != FigureRole.GROUP) {
            return Stream.of(figure);
        }
        return catalogue.figure(figure.code()).isPresent()
                ? catalogue.breakdown(figure)
                : Forms.catalogue().breakdown(figure);
    }
}
