package org.gongkai.statistics.rollup.sql;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Series;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.rollup.RollUpQuery;

/** The values a question is bound to its statement with. */
public final class RollUpValues {

    private RollUpValues() {}

    /**
     * The values by the names of the parameters.
     *
     * @param most how many rows an answer may have
     */
    static Map<String, Object> of(RollUpQuery rollUpQuery, SeriesRegister register, int most) {
        Map<String, Object> values = new HashMap<>();
        rollUpQuery.asOf().ifPresent(instant -> values.put("asOf", instant.atOffset(ZoneOffset.UTC)));
        values.put("level", rollUpQuery.level().map(DistrictLevel::rank).orElse(0));
        values.put("asked", texts(rollUpQuery.districts()));
        values.put("categories", texts(rollUpQuery.categories()));
        values.put("agencies", texts(rollUpQuery.agencies()));
        values.put("most", most);
        putOneOrMany(values, "year", "years", numbers(rollUpQuery.countedYears()));
        putOneOrMany(values, "district", "districts", texts(rollUpQuery.scope().within()));
        putOneOrMany(
                values,
                "oneSeries",
                "series",
                rollUpQuery.series().stream().map(register::numberOf).toArray(Short[]::new));
        putSpans(values, rollUpQuery, register);
        return values;
    }

    private static void putSpans(Map<String, Object> values, RollUpQuery rollUpQuery, SeriesRegister register) {
        List<Integer> spanOfYear = new ArrayList<>();
        List<Integer> yearOfSpan = new ArrayList<>();
        List<Integer> spanOfSeries = new ArrayList<>();
        List<Short> seriesOfSpan = new ArrayList<>();
        List<Integer> rowsOfSpan = new ArrayList<>();
        List<List<Integer>> spans = rollUpQuery.spans();
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                spanOfYear.add(span);
                yearOfSpan.add(year);
            }
            for (Series series : rollUpQuery.series(span)) {
                spanOfSeries.add(span);
                seriesOfSpan.add(register.numberOf(series));
            }
            rowsOfSpan.add(
                    rollUpQuery.figures(span).size() * rollUpQuery.rowTypes().size());
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

    public static Short[] numbers(Collection<Integer> values) {
        return values.stream().map(Integer::shortValue).toArray(Short[]::new);
    }

    public static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
