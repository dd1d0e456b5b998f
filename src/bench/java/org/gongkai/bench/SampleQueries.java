package org.gongkai.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sample roll-up queries. */
final class SampleQueries {

    private static final List<String> FIGURES = List.of(
            "requests.newlyReceived",
            "requests.outcomes.disclosed",
            "requests.outcomes.partlyDisclosed",
            "requests.outcomes.unableToProvide.notHeld");

    /** A year that all scales have, in the 2021 form. */
    private static final int YEAR = 2024;

    private static final int COUNT = 20;

    private SampleQueries() {}

    /** Returns queries by category over everything, for one year and figure. They read all reports of the year. */
    static List<String> large(Scale scale) {
        return IntStream.range(0, COUNT)
                .mapToObj(i ->
                        "/api/v1/statistics?groupBy=category&year=%d&figure=%s".formatted(year(scale, i), figure(i)))
                .distinct()
                .toList();
    }

    /** Returns queries for a single number: one district, year and figure. */
    static List<String> small(Scale scale) {
        List<String> districts = SampleRegistry.of(scale).districts();
        return IntStream.range(0, COUNT)
                .mapToObj(i -> "/api/v1/statistics?district=%s&year=%d&figure=%s"
                        .formatted(districts.get(i * 7 % districts.size()), year(scale, i), figure(i)))
                .distinct()
                .toList();
    }

    /** Returns the queries that run over data of two sizes, by name. */
    static Map<String, String> growthQueries() {
        Map<String, String> questions = new LinkedHashMap<>();
        String figure = "figure=" + FIGURES.get(0);
        questions.put(
                "one district, one year", figure + "&district=" + SampleRegistry.firstDistrict() + "&year=" + YEAR);
        questions.put("one city, one year", figure + "&district=" + SampleRegistry.firstCity() + "&year=" + YEAR);
        questions.put("all of one year", figure + "&year=" + YEAR);
        questions.put("everything by year", figure + "&groupBy=year");
        questions.replaceAll((name, query) -> "/api/v1/statistics?" + query);
        return questions;
    }

    /** Returns those of the growth queries that are fast over data of any size. */
    static List<String> shortQueries() {
        return growthQueries().entrySet().stream()
                .filter(question -> question.getKey().startsWith("one "))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int year(Scale scale, int number) {
        int years = Math.min(5, scale.years().size());
        return Scale.LAST_YEAR - number / FIGURES.size() % years;
    }

    private static String figure(int number) {
        return FIGURES.get(number % FIGURES.size());
    }
}
