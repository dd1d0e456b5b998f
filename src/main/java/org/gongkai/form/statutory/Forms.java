package org.gongkai.form.statutory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gongkai.form.Catalogue;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/** The statutory forms in use, each for a range of report years. */
public final class Forms {

    /** The form of 国办公开办函〔2019〕60号, for report years 2019 and 2020. */
    public static final Form OF_2019 =
            new Form("2019", new Text("国办公开办函〔2019〕60号", "Notice 国办公开办函〔2019〕60号"), AnnualReport2019.class, 2019);

    /** The form of 国办公开办函〔2021〕30号, for report years from 2021 on. */
    public static final Form OF_2021 =
            new Form("2021", new Text("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"), AnnualReport.class, 2021);

    /** The last possible report year. Years have four digits. */
    public static final int LAST_YEAR = 9999;

    private static final List<Form> ALL = List.of(OF_2019, OF_2021);

    private static final Map<Set<Form>, Catalogue> CATALOGUES = new ConcurrentHashMap<>();

    private static final List<String> APPLICANT_TYPES =
            newest().applicantColumns().stream().map(Cell::applicantType).toList();

    private Forms() {}

    /** Returns all forms, the oldest first. */
    public static List<Form> all() {
        return ALL;
    }

    /** Returns the newest form. */
    public static Form newest() {
        return ALL.get(ALL.size() - 1);
    }

    /** Returns the form for a report year; empty if no form covers it. */
    public static Optional<Form> of(int year) {
        return ALL.stream()
                .filter(form -> form.firstYear() <= year && year <= LAST_YEAR)
                .max(Comparator.comparingInt(Form::firstYear));
    }

    /** Returns the combined figures of all forms. */
    public static Catalogue catalogue() {
        return catalogue(Set.copyOf(ALL));
    }

    /**
     * Returns the combined figures of the forms for these report years; those of the newest form if there is no year.
     */
    public static Catalogue catalogueOf(Collection<Integer> years) {
        return years.isEmpty()
                ? catalogue(Set.of(newest()))
                : catalogue(years.stream().flatMap(year -> of(year).stream()).collect(Collectors.toSet()));
    }

    /** Returns the types of applicant, in print order. */
    public static List<String> applicantTypes() {
        return APPLICANT_TYPES;
    }

    /** Returns the first report year that a form covers. */
    public static int firstYear() {
        return ALL.stream().mapToInt(Form::firstYear).min().orElseThrow();
    }

    private static Catalogue catalogue(Set<Form> forms) {
        return CATALOGUES.computeIfAbsent(forms, Catalogue::of);
    }
}
