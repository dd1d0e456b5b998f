package org.gongkai.bench;

import java.util.List;
import java.util.stream.IntStream;

/** The questions that the service, PostgREST and pgbench answer side by side. */
enum Question {
    Q1(
            "one figure by category, one year",
            "/api/v1/statistics?groupBy=category&year=%1$d&figure=%3$s",
            "/figure_in_force?select=category,value.sum()&applicant_type=eq._T&year=eq.%1$d&figure=eq.%3$s",
            "/rpc/by_category?asked_year=%1$d&asked_figure=%3$s"),
    Q2(
            "one district, one year, by category",
            "/api/v1/statistics?groupBy=category&district=%2$s&year=%1$d&figure=%3$s",
            "/figure_in_force?select=category,value.sum()&applicant_type=eq._T&district=eq.%2$s&year=eq.%1$d&figure=eq.%3$s",
            "/rpc/by_category_of_district?asked_district=%2$s&asked_year=%1$d&asked_figure=%3$s"),
    Q3(
            "everything by year",
            "/api/v1/statistics?groupBy=year&figure=%3$s",
            "/figure_in_force?select=year,value.sum()&applicant_type=eq._T&figure=eq.%3$s",
            "/rpc/by_year?asked_figure=%3$s"),
    Q4(
            "agencies of a district ranked, the first 20",
            "/api/v1/statistics?groupBy=agency&orderBy=-value&limit=20&district=%2$s&year=%1$d&figure=%3$s",
            "/figure_in_force?select=agency,agency_name,value&order=value.desc&limit=20"
                    + "&applicant_type=eq._T&district=eq.%2$s&year=eq.%1$d&figure=eq.%3$s",
            "/rpc/ranking?asked_district=%2$s&asked_year=%1$d&asked_figure=%3$s"),
    Q5(
            "consolidated report of one district and year",
            "/api/v1/consolidated-reports/%1$d?district=%2$s",
            "/figure_in_force?select=figure,applicant_type,value.sum()&district=eq.%2$s&year=eq.%1$d",
            "/rpc/consolidated?asked_district=%2$s&asked_year=%1$d");

    /** The number of different answers that are asked for in turn. */
    private static final int VARIANTS = 20;

    final String title;
    private final String service;
    private final String view;
    private final String function;

    /**
     * Defines a question.
     *
     * @param service the path of the service, with the year, the district and the figure
     * @param view the path of PostgREST for the aggregates of a view
     * @param function the path of PostgREST for a function
     */
    Question(String title, String service, String view, String function) {
        this.title = title;
        this.service = service;
        this.view = view;
        this.function = function;
    }

    /** A year, a district and a figure to ask about. */
    record Variant(int year, String district, String figure) {

        private String in(String path) {
            return path.formatted(year, district, figure);
        }
    }

    static List<Variant> variants(Scale scale) {
        List<String> districts = SampleRegistry.of(scale).districts();
        List<String> figures = SampleQueries.FIGURES;
        // Different steps, so that no two variants are the same.
        return IntStream.range(0, VARIANTS)
                .mapToObj(i -> new Variant(
                        SampleQueries.year(scale, i),
                        districts.get(i * 7 % districts.size()),
                        figures.get(i % figures.size())))
                .toList();
    }

    List<String> paths(List<Variant> variants) {
        return paths(service, variants);
    }

    List<String> viewPaths(List<Variant> variants) {
        return paths(view, variants);
    }

    List<String> functionPaths(List<Variant> variants) {
        return paths(function, variants);
    }

    private static List<String> paths(String path, List<Variant> variants) {
        return variants.stream().map(variant -> variant.in(path)).distinct().toList();
    }
}
