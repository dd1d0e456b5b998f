package org.gongkai.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series of a form, and the addends of each: the cells that are not totals themselves. */
final class FormSeries {

    private final Set<Series> all;

    /** The series of each cell, by pointer to the cell, as their places in the order of all. */
    private final Map<String, List<Integer>> placesByCell = new LinkedHashMap<>();

    FormSeries(Form form) {
        Map<Series, List<Cell>> addends = new LinkedHashMap<>();
        form.figures().stream()
                .filter(figure -> figure.additive() && figure.role() != FigureRole.TOTAL)
                .forEach(figure -> add(form, figure, addends));
        this.all = Collections.unmodifiableSet(addends.keySet());
        int place = 0;
        for (List<Cell> cells : addends.values()) {
            for (Cell cell : cells) {
                placesByCell
                        .computeIfAbsent(cell.pointer(), pointer -> new ArrayList<>())
                        .add(place);
            }
            place++;
        }
    }

    private static void add(Form form, Figure figure, Map<Series, List<Cell>> addends) {
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
        return all;
    }

    /** Returns the contribution of a report to each series, without zeros. Most cells of a report are 0. */
    Map<Series, BigDecimal> sums(Figures figures) {
        BigDecimal[] totals = new BigDecimal[all.size()];
        placesByCell.forEach((cell, places) -> {
            BigDecimal value = figures.at(cell);
            if (value.signum() != 0) {
                places.forEach(place -> totals[place] = totals[place] == null ? value : totals[place].add(value));
            }
        });
        Map<Series, BigDecimal> sums = new LinkedHashMap<>();
        int place = 0;
        for (Series series : all) {
            BigDecimal total = totals[place++];
            if (total != null && total.signum() != 0) {
                sums.put(series, total);
            }
        }
        return sums;
    }
}
