package org.gongkai.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.report.Figure;

/**
 * A figure, or a rate, that rows are wanted for.
 *
 * @param code its code
 * @param figures the figures of the forms it is made of: itself, or those of the rate; none for a rate made of reports
 * @param years the years asked for on whose form these are
 */
record AskedFigure(String code, List<Figure> figures, List<Integer> years) {

    Optional<Rate> rate() {
        return Rate.of(code);
    }

    /** Codes of the sums its rows are made from; of a rate made of reports, itself. */
    Stream<String> sums() {
        return figures.isEmpty() ? Stream.of(code) : figures.stream().map(Figure::code);
    }

    boolean byApplicantType() {
        return !figures.isEmpty() && figures.stream().allMatch(Figure::byApplicantType);
    }
}
