package org.gongkai.statistics.bi;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.form.Series;

/**
 * A series that the view {@code bi_figure} lists for every report on a form. A figure is listed by type of applicant if
 * the form has such columns, and otherwise once: the sum of its rows is then its value, and nothing is counted twice.
 *
 * @param firstYear first report year of the form
 * @param series the series
 * @param position its position on the form, from 1
 * @param figure the figure of the series
 */
record PublishedSeries(int firstYear, Series series, int position, Figure figure) {

    /** Returns the series of a form, in print order. */
    static Stream<PublishedSeries> of(Form form) {
        List<Figure> figures = form.figures().stream()
                .filter(figure -> figure.additive() && figure.role() != FigureRole.TOTAL)
                .toList();
        return IntStream.range(0, figures.size()).boxed().flatMap(index -> types(figures.get(index)).stream()
                .map(type -> new PublishedSeries(
                        form.firstYear(), Series.of(figures.get(index), type), index + 1, figures.get(index))));
    }

    /** Returns whether the value is the sum of other figures that are listed, too. */
    boolean composed() {
        return figure.role() == FigureRole.GROUP;
    }

    private static List<String> types(Figure figure) {
        return figure.byApplicantType() ? figure.applicantTypes() : List.of(Series.ALL_APPLICANTS);
    }
}
