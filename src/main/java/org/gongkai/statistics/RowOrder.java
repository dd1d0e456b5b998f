package org.gongkai.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.report.Forms;

/**
 * Orders rows by what is asked for, and then by their keys, in the order in which these were asked for; figures and types of
 * applicant in print order.
 */
final class RowOrder {

    private RowOrder() {}

    static Comparator<RollUpRow> of(Question question) {
        List<String> figures =
                question.figures().stream().map(AskedFigure::code).toList();
        Stream<Comparator<RollUpRow>> keys = Stream.concat(question.groupBy().stream(), Stream.of(Dimension.FIGURE))
                .map(key -> by(key, figures));
        return Stream.concat(question.order().stream().map(RowSort::comparator), keys)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<RollUpRow> by(Dimension key, List<String> figures) {
        return switch (key) {
            case YEAR -> Comparator.comparing(RollUpRow::year);
            case DISTRICT -> Comparator.comparing(row -> row.district().code());
            case CATEGORY -> Comparator.comparing(row -> row.category().code());
            case AGENCY -> Comparator.comparing(row -> row.agency().code());
            case APPLICANT_TYPE ->
                Comparator.comparing(row -> Forms.applicantTypes().indexOf(row.applicantType()));
            case FIGURE -> Comparator.comparing(row -> figures.indexOf(row.figure()));
        };
    }
}
