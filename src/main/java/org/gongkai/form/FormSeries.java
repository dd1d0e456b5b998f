package org.gongkai.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series of a form, each with its addends: the cells that are not totals themselves. */
final class FormSeries {

    private final Map<Series, List<Cell>> addends = new LinkedHashMap<>();

    FormSeries(Form form) {
        form.figures().stream()
                .filter(figure -> figure.additive() && figure.role() != FigureRole.TOTAL)
                .forEach(figure -> add(form, figure));
    }

    private void add(Form form, Figure figure) {
        List<Cell> cells = figure.leaves().stream()
                .flatMap(leaf -> form.figure(leaf).orElseThrow().cells().stream())
                .filter(cell -> !cell.total())
                .toList();
        addends.put(Series.of(figure, Series.ALL_APPLICANTS), cells);
        figure.applicantTypes()
                .forEach(type -> addends.put(
                        Series.of(figure, type),
                        cells.stream()
                                .filter(cell -> type.equals(cell.applicantType()))
                                .toList()));
    }

    Set<Series> all() {
        return addends.keySet();
    }

    /** Returns the contribution of a report to each series, without zeros. */
    Map<Series, BigDecimal> sums(Figures figures) {
        Map<Series, BigDecimal> sums = new LinkedHashMap<>();
        addends.forEach((series, cells) -> {
            BigDecimal sum = cells.stream().map(figures::at).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() != 0) {
                sums.put(series, sum);
            }
        });
        return sums;
    }
}
