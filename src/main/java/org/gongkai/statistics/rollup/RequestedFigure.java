package org.gongkai.statistics.rollup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Figure;

/**
 * A figure, or a rate, that gets rows.
 *
 * @param code its code
 * @param figures the figures of the forms that it is made of: itself, or the figures of the rate; none for a rate of
 *     reports
 * @param years the years of the query whose form has these figures
 */
public record RequestedFigure(String code, List<Figure> figures, List<Integer> years) {

    public Optional<Rate> rate() {
        return Rate.of(code);
    }

    /** Returns its figures that have one of these codes. */
    public Stream<Figure> among(List<String> codes) {
        return figures.stream().filter(figure -> codes.contains(figure.code()));
    }

    boolean byApplicantType() {
        return !figures.isEmpty() && figures.stream().allMatch(Figure::byApplicantType);
    }
}
