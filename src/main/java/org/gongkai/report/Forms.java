package org.gongkai.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The statutory forms in use, each for a range of report years. */
public final class Forms {

    /** 国办公开办函〔2021〕30号, for report years from 2021 on. */
    public static final Form OF_2021 = new Form("2021", AnnualReport.class, 2021);

    /** The last report year that can be named: years are written with four digits. */
    public static final int LAST_YEAR = 9999;

    private static final List<Form> ALL = List.of(OF_2021);

    private static final List<String> APPLICANT_TYPES = figures()
            .map(Figure::applicantTypes)
            .filter(types -> !types.isEmpty())
            .findFirst()
            .orElseThrow();

    private Forms() {}

    /** The form a report of that year is written on; empty for a year that no form covers. */
    public static Optional<Form> of(int year) {
        return ALL.stream()
                .filter(form -> form.firstYear() <= year && year <= LAST_YEAR)
                .max(Comparator.comparingInt(Form::firstYear));
    }

    /** The figure of that code, on whichever form has it. */
    public static Optional<Figure> figure(String code) {
        return ALL.stream().flatMap(form -> form.figure(code).stream()).findFirst();
    }

    /** All figures of all forms, in print order. */
    public static Stream<Figure> figures() {
        return ALL.stream().flatMap(form -> form.figures().stream());
    }

    /** The types of applicant, in print order. */
    public static List<String> applicantTypes() {
        return APPLICANT_TYPES;
    }

    /** The first report year that a form covers. */
    public static int firstYear() {
        return ALL.stream().mapToInt(Form::firstYear).min().orElseThrow();
    }
}
