package org.gongkai.statistics;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Figure;
import org.gongkai.report.Forms;
import org.gongkai.report.Series;

/** The values a question is bound to its statement with. */
final class RollUpValues {

    /** Whether all that is counted is one series. */
    static boolean countsOneSeries(Question question) {
        return question.figures().stream()
                                .flatMap(asked -> asked.figures().stream())
                                .distinct()
                                .count()
                        == 1
                && seriesTypes(question).size() == 1;
    }

    /** The type of rows in which all types of applicant are added up. */
    private static final String NO_TYPE = "";

    private final Question question;
    private final SeriesRegister register;
    private final List<List<Integer>> spans;

    private RollUpValues(Question question, SeriesRegister register) {
        this.question = question;
        this.register = register;
        this.spans = question.spans();
    }

    static Map<String, Object> of(Question question, SeriesRegister register, int most) {
        return new RollUpValues(question, register).all(most);
    }

    private Map<String, Object> all(int most) {
        Map<String, Object> values = new HashMap<>();
        question.asOf().ifPresent(instant -> values.put("asOf", instant.atOffset(ZoneOffset.UTC)));
        putOneOrMany(values, "year", "years", numbers(question.countedYears()));
        values.put("level", question.level().map(DistrictLevel::rank).orElse(0));
        values.put("asked", texts(question.districts()));
        putOneOrMany(values, "district", "districts", texts(question.within()));
        values.put("categories", texts(question.categories()));
        values.put("agencies", texts(question.agencies()));
        values.put("types", texts(rowTypes()));
        values.put("most", most);
        putSpans(values);
        putFigures(values);
        putSeries(values);
        return values;
    }

    private void putSpans(Map<String, Object> values) {
        List<Integer> spanOfYear = new ArrayList<>();
        List<Integer> yearOfSpan = new ArrayList<>();
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                spanOfYear.add(span);
                yearOfSpan.add(year);
            }
        }
        values.put("spanOfYear", numbers(spanOfYear));
        values.put("yearOfSpan", numbers(yearOfSpan));
    }

    private void putFigures(Map<String, Object> values) {
        Map<String, Integer> spanOfFigure = new LinkedHashMap<>();
        question.figures()
                .forEach(asked -> asked.sums().forEach(code -> spanOfFigure.put(code, spans.indexOf(asked.years()))));
        values.put("figures", texts(spanOfFigure.keySet()));
        values.put("spanOfFigure", numbers(spanOfFigure.values()));
    }

    private void putSeries(Map<String, Object> values) {
        List<Short> series = new ArrayList<>();
        List<String> figureOfSeries = new ArrayList<>();
        List<String> typeOfSeries = new ArrayList<>();
        List<Integer> spanOfSeries = new ArrayList<>();
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (AskedFigure asked : question.figures()) {
            for (Figure figure : asked.figures()) {
                if (figures.putIfAbsent(figure.code(), figure) == null) {
                    for (String type : seriesTypes(question)) {
                        series.add(register.numberOf(Series.of(figure, type)));
                        figureOfSeries.add(figure.code());
                        typeOfSeries.add(question.by(Dimension.APPLICANT_TYPE) ? type : NO_TYPE);
                        spanOfSeries.add(spans.indexOf(asked.years()));
                    }
                }
            }
        }
        putOneOrMany(values, "oneSeries", "series", series.toArray(Short[]::new));
        values.put("figureOfSeries", texts(figureOfSeries));
        values.put("typeOfSeries", texts(typeOfSeries));
        values.put("spanOfSeries", numbers(spanOfSeries));
    }

    private static void putOneOrMany(Map<String, Object> values, String one, String many, Object[] all) {
        values.put(many, all);
        values.put(one, all.length == 0 ? null : all[0]);
    }

    /** The types of applicant whose series are added up. */
    private static List<String> seriesTypes(Question question) {
        return question.applicantTypes().isEmpty() && !question.by(Dimension.APPLICANT_TYPE)
                ? List.of(Series.ALL_APPLICANTS)
                : types(question);
    }

    /** The types of applicant that get a row each. */
    private List<String> rowTypes() {
        return question.by(Dimension.APPLICANT_TYPE) ? types(question) : List.of(NO_TYPE);
    }

    private static List<String> types(Question question) {
        return Forms.applicantTypes().stream()
                .filter(type -> question.applicantTypes().isEmpty()
                        || question.applicantTypes().contains(type))
                .toList();
    }

    private static Short[] numbers(Collection<Integer> values) {
        return values.stream().map(Integer::shortValue).toArray(Short[]::new);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
