package org.gongkai.statistics.rollup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.statutory.Forms;

/**
 * Orders rows as requested, and then by their keys, in the order of the request. Figures and types of applicant are in
 * print order.
 */
public final class RowOrder {

    private RowOrder() {}

    public static Comparator<RollUpRow> of(ResolvedQuery resolved) {
        List<String> figures =
                resolved.figures().stream().map(RequestedFigure::code).toList();
        Stream<Comparator<RollUpRow>> keys = Stream.concat(
                        resolved.query().groupBy().stream(), Stream.of(Dimension.FIGURE))
                .map(key -> by(key, figures));
        return Stream.concat(resolved.query().order().stream().map(RowSort::comparator), keys)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** Returns the same order in SQL, of the columns in {@code rows.sql}. */
    public static String inSql(RollUpQuery query) {
        Stream<String> keys = Stream.concat(query.groupBy().stream(), Stream.of(Dimension.FIGURE))
                .map(RowOrder::column);
        return Stream.concat(query.order().stream().map(RowOrder::inSql), keys).collect(Collectors.joining(", "));
    }

    private static String inSql(RowSort sort) {
        String column = sort.key()
                .dimension()
                .map(RowOrder::column)
                .orElse("c." + sort.key().code());
        return column + (sort.descending() ? " desc nulls last" : " nulls last");
    }

    private static String column(Dimension key) {
        return switch (key) {
            case YEAR -> "c.key_year";
            case DISTRICT, CATEGORY, AGENCY -> "c.key_" + key.code() + " collate \"C\"";
            case APPLICANT_TYPE -> "c.type_position";
            case FIGURE -> "c.figure_position";
        };
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
