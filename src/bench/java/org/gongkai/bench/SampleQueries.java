package org.gongkai.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Roll-ups that somebody asks for. */
final class SampleQueries {

    private static final List<String> FIGURES = List.of(
            "requests.newlyReceived",
            "requests.outcomes.disclosed",
            "requests.outcomes.partlyDisclosed",
            "requests.outcomes.unableToProvide.notHeld");

    /** A year of every scale, on the form of 2021. */
    private static final int YEAR = 2030;

    private static final int NUMBER = 20;

    private SampleQueries() {}

    /** By category over everything, of one year and figure: all of a year's reports are read. */
    static List<String> large(Scale scale) {
        return IntStream.range(0, NUMBER)
                .mapToObj(i ->
                        "/api/v1/statistics?groupBy=category&year=%d&figure=%s".formatted(year(scale, i), figure(i)))
                .distinct()
                .toList();
    }

    /** One number: of one district, year and figure. */
    static List<String> small(Scale scale) {
        List<String> districts = SampleRegistry.of(scale).districts();
        return IntStream.range(0, NUMBER)
                .mapToObj(i -> "/api/v1/statistics?district=%s&year=%d&figure=%s"
                        .formatted(districts.get(i * 7 % districts.size()), year(scale, i), figure(i)))
                .distinct()
                .toList();
    }

    /** Those that are asked of data of two sizes, by name. */
    static Map<String, String> growing() {
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

    /** Those of them that are answered quickly over data of any size. */
    static List<String> quick() {
        return growing().entrySet().stream()
                .filter(question -> question.getKey().startsWith("one "))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int year(Scale scale, int number) {
        int years = Math.min(5, scale.years().size());
        return scale.lastYear - number / FIGURES.size() % years;
    }

    private static String figure(int number) {
        return FIGURES.get(number % FIGURES.size());
    }
}
