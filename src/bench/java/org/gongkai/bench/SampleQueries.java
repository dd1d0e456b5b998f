package org.gongkai.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sample roll-up queries. */
final class SampleQueries {

    static final List<String> FIGURES = List.of(
            "requests.newlyReceived",
            "requests.outcomes.disclosed",
            "requests.outcomes.partlyDisclosed",
            "requests.outcomes.unableToProvide.notHeld");

    /** A year that all scales have, in the 2021 form. */
    private static final int YEAR = 2024;

    private SampleQueries() {}

    /** Returns the queries that run over data of two sizes, by name. */
    static Map<String, String> growthQueries() {
        Map<String, String> questions = new LinkedHashMap<>();
        String statistics = "/api/v1/statistics?figure=" + FIGURES.get(0);
        String district = "&district=" + SampleRegistry.firstDistrict();
        String city = "&district=" + SampleRegistry.firstCity();
        String year = "&year=" + YEAR;
        questions.put("one district, one year", statistics + district + year);
        questions.put("one district, one year, by category", statistics + "&groupBy=category" + district + year);
        questions.put("one district by year", statistics + "&groupBy=year" + district);
        questions.put(
                "one district, agencies ranked",
                statistics + "&groupBy=agency&orderBy=-value&limit=20" + district + year);
        questions.put(
                "one consolidated report of a district",
                "/api/v1/consolidated-reports/%d?%s".formatted(YEAR, district.substring(1)));
        questions.put("one city, one year", statistics + city + year);
        questions.put("one city by year", statistics + "&groupBy=year" + city);
        questions.put("all of one year", statistics + year);
        questions.put("all of one year, by category", statistics + "&groupBy=category" + year);
        questions.put("everything by year", statistics + "&groupBy=year");
        questions.put("the 20 first agencies of all", statistics + "&groupBy=agency&orderBy=-value&limit=20" + year);
        return questions;
    }

    /** Returns those of the growth queries that are fast over data of any size. */
    static List<String> shortQueries() {
        return growthQueries().entrySet().stream()
                .filter(question -> question.getKey().startsWith("one "))
                .map(Map.Entry::getValue)
                .toList();
    }

    static int year(Scale scale, int number) {
        int years = Math.min(5, scale.years().size());
        return Scale.LAST_YEAR - number / FIGURES.size() % years;
    }

    private static String figure(int number) {
        return FIGURES.get(number % FIGURES.size());
    }
}
