package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics;

/** Compares the rows of a roll-up with those of the year before. */
final class YearBefore {

    private static final int PERCENT = 100;

    /** The number of decimals of a percentage. */
    private static final int SCALE = 2;

    /** The number of agencies up to which only the agencies in the rows are asked for. */
    private static final int MAX_AGENCIES = 1_000;

    private final ResolvedQuery resolved;
    private final SelectedRows rows;

    YearBefore(ResolvedQuery resolved, SelectedRows rows) {
        this.resolved = resolved;
        this.rows = rows;
    }

    /** Returns the query for the values of the year before; empty when no form covers any such year. */
    Optional<RollUpQuery> query() {
        RollUpQuery query = resolved.query();
        List<Integer> years = resolved.years().stream()
                .map(year -> year - 1)
                .filter(year -> Forms.of(year).isPresent())
                .toList();
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(query.ofAllRows().ofYears(years).ofAgencies(agencies(query)));
    }

    /** Returns the agencies in the rows, if these are few of many. */
    private List<String> agencies(RollUpQuery query) {
        List<String> inRows = rows.rows().stream()
                .map(RollUpRow::agency)
                .filter(Objects::nonNull)
                .map(Named::code)
                .distinct()
                .sorted()
                .toList();
        return query.by(Dimension.AGENCY) && query.limit().isPresent() && inRows.size() <= MAX_AGENCIES
                ? inRows
                : query.agencies();
    }

    /** Returns the rows with their changes. */
    SelectedRows compare(List<RollUpRow> before) {
        Map<List<Object>, RollUpRow> rowsBefore = new HashMap<>();
        before.forEach(row -> rowsBefore.put(key(row, 1), row));
        return new SelectedRows(
                rows.snapshot(),
                rows.rows().stream()
                        .map(row -> row.with(change(row, rowsBefore.get(key(row, 0)))))
                        .toList());
    }

    /** Returns what a row and the row of the year before have in common. */
    private static List<Object> key(RollUpRow row, int yearsLater) {
        return Arrays.asList(
                row.year() == null ? null : row.year() + yearsLater,
                code(row.district()),
                code(row.category()),
                code(row.agency()),
                row.applicantType(),
                row.figure());
    }

    private static String code(Named named) {
        return named == null ? null : named.code();
    }

    private static RowStatistics.YearlyChange change(RollUpRow row, RollUpRow before) {
        if (row.value() == null || before == null || before.value() == null) {
            return null;
        }
        return new RowStatistics.YearlyChange(
                RollUpRows.plain(row.value().subtract(before.value())),
                percent(exact(row), exact(before)),
                before.reports(),
                before.expected());
    }

    private static BigDecimal percent(BigDecimal value, BigDecimal before) {
        return before.signum() <= 0
                ? null
                : RollUpRows.plain(value.subtract(before)
                        .multiply(BigDecimal.valueOf(PERCENT))
                        .divide(before, SCALE, RoundingMode.HALF_UP));
    }

    /** Returns the value; of a rate, before it is rounded. */
    private static BigDecimal exact(RollUpRow row) {
        return row.denominator() == null
                ? row.value()
                : row.numerator().divide(row.denominator(), MathContext.DECIMAL128);
    }
}
