package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.form.Series;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.text.Characters;

/** The values of the parameters in the statements of roll-ups. */
final class RollUpValues {

    private RollUpValues() {}

    /**
     * Returns the values by the names of the parameters.
     *
     * @param maxRows the maximum number of rows of the answer
     */
    static Map<String, Object> of(ResolvedQuery resolved, SeriesRegister register, int maxRows) {
        return of(resolved, resolved.countedYears(), register, maxRows);
    }

    /**
     * Returns the values for some years of a query.
     *
     * @param years the years
     * @param maxRows the maximum number of rows of the answer
     */
    static Map<String, Object> of(ResolvedQuery resolved, List<Integer> years, SeriesRegister register, int maxRows) {
        RollUpQuery query = resolved.query();
        Map<String, Object> values = new HashMap<>();
        query.asOf().ifPresent(instant -> values.put("instant", instant));
        values.put("level", query.level().map(DistrictLevel::rank).orElse(0));
        values.put("askedDistricts", texts(query.districts()));
        values.put("categories", texts(query.categories()));
        values.put("agencies", texts(query.agencies()));
        values.put("lastYear", resolved.scope().lastYear());
        values.put("maxRows", maxRows);
        putOneOrMany(values, "year", "yearList", numbers(years));
        putOneOrMany(values, "place", "places", resolved.scope().places().toArray(Integer[]::new));
        putOneOrMany(
                values,
                "seriesNumber",
                "seriesNumbers",
                resolved.series().stream().map(register::numberOf).toArray(Short[]::new));
        putSpans(values, resolved, years, register);
        return values;
    }

    /** Returns the values for a statement that makes rows. */
    static Map<String, Object> ofRows(
            ResolvedQuery resolved, List<Measure> measures, SeriesRegister register, int maxRows) {
        RollUpQuery query = resolved.query();
        Map<String, Object> values = of(resolved, register, maxRows);
        values.put("minCoverage", query.minCoverage().orElse(BigDecimal.ZERO));
        values.put("rowLimit", Math.min(query.limit().orElse(Integer.MAX_VALUE), maxRows + 1));
        values.put(
                "measures", numbers(IntStream.range(0, measures.size()).boxed().toList()));
        values.put("measureSpans", numbers(measures.stream().map(Measure::span).toList()));
        values.put(
                "figurePositions",
                numbers(measures.stream().map(Measure::figurePosition).toList()));
        values.put(
                "typePositions",
                numbers(measures.stream().map(Measure::typePosition).toList()));
        values.put("measureKinds", numbers(measures.stream().map(Measure::kind).toList()));
        putParts(values, measures, register);
        return values;
    }

    private static void putParts(Map<String, Object> values, List<Measure> measures, SeriesRegister register) {
        List<Integer> measureOfPart = new ArrayList<>();
        List<Short> seriesOfPart = new ArrayList<>();
        List<Integer> sideOfPart = new ArrayList<>();
        for (int measure = 0; measure < measures.size(); measure++) {
            for (int side = 0; side < Measure.SIDES; side++) {
                for (Series series : measures.get(measure).series(side)) {
                    measureOfPart.add(measure);
                    seriesOfPart.add(register.numberOf(series));
                    sideOfPart.add(side);
                }
            }
        }
        values.put("partMeasures", numbers(measureOfPart));
        values.put("partSeries", seriesOfPart.toArray(Short[]::new));
        values.put("partSides", numbers(sideOfPart));
    }

    private static void putSpans(
            Map<String, Object> values, ResolvedQuery resolved, List<Integer> years, SeriesRegister register) {
        List<Integer> spanOfYear = new ArrayList<>();
        List<Integer> yearOfSpan = new ArrayList<>();
        List<Integer> spanOfSeries = new ArrayList<>();
        List<Short> seriesOfSpan = new ArrayList<>();
        List<Integer> rowsOfSpan = new ArrayList<>();
        List<List<Integer>> spans = resolved.spans();
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                if (years.contains(year)) {
                    spanOfYear.add(span);
                    yearOfSpan.add(year);
                }
            }
            for (Series series : resolved.series(span)) {
                spanOfSeries.add(span);
                seriesOfSpan.add(register.numberOf(series));
            }
            rowsOfSpan.add(resolved.figures(span).size() * resolved.rowTypes().size());
        }
        values.put("spanOfYear", numbers(spanOfYear));
        values.put("yearOfSpan", numbers(yearOfSpan));
        values.put("spanOfSeries", numbers(spanOfSeries));
        values.put("seriesOfSpan", seriesOfSpan.toArray(Short[]::new));
        values.put("rowsOfSpan", numbers(rowsOfSpan));
    }

    private static void putOneOrMany(Map<String, Object> values, String one, String many, Object[] all) {
        values.put(many, all);
        values.put(one, all.length == 0 ? null : all[0]);
    }

    static Short[] numbers(Collection<Integer> values) {
        return values.stream().map(Integer::shortValue).toArray(Short[]::new);
    }

    /** Returns the codes that the database can look up. The others are unknown, which is reported after the statement. */
    static String[] texts(Collection<String> codes) {
        return codes.stream().filter(Characters::areStorable).toArray(String[]::new);
    }
}
