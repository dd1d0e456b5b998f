package org.gongkai.statistics;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Series;

/** The values a question is bound to its statement with. */
final class RollUpValues {

    private RollUpValues() {}

    /**
     * The values by the names of the parameters.
     *
     * @param most how many rows an answer may have
     */
    static Map<String, Object> of(Question question, SeriesRegister register, int most) {
        Map<String, Object> values = new HashMap<>();
        question.asOf().ifPresent(instant -> values.put("asOf", instant.atOffset(ZoneOffset.UTC)));
        values.put("level", question.level().map(DistrictLevel::rank).orElse(0));
        values.put("asked", texts(question.districts()));
        values.put("categories", texts(question.categories()));
        values.put("agencies", texts(question.agencies()));
        values.put("most", most);
        putOneOrMany(values, "year", "years", numbers(question.countedYears()));
        putOneOrMany(values, "district", "districts", texts(question.scope().within()));
        putOneOrMany(
                values,
                "oneSeries",
                "series",
                question.series().stream().map(register::numberOf).toArray(Short[]::new));
        putSpans(values, question, register);
        return values;
    }

    private static void putSpans(Map<String, Object> values, Question question, SeriesRegister register) {
        List<Integer> spanOfYear = new ArrayList<>();
        List<Integer> yearOfSpan = new ArrayList<>();
        List<Integer> spanOfSeries = new ArrayList<>();
        List<Short> seriesOfSpan = new ArrayList<>();
        List<Integer> rowsOfSpan = new ArrayList<>();
        List<List<Integer>> spans = question.spans();
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                spanOfYear.add(span);
                yearOfSpan.add(year);
            }
            for (Series series : question.series(span)) {
                spanOfSeries.add(span);
                seriesOfSpan.add(register.numberOf(series));
            }
            rowsOfSpan.add(question.figures(span).size() * question.rowTypes().size());
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

    static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
