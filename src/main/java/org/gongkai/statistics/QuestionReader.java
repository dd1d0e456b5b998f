package org.gongkai.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.http.ListParameter;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.registry.Register;
import org.gongkai.report.Catalogue;
import org.gongkai.report.Figure;
import org.gongkai.report.FigureRole;
import org.gongkai.report.Forms;
import org.gongkai.report.Text;

/** Makes a question of the parameters, or says everything that is wrong with them. */
final class QuestionReader {

    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:\\.\\.([0-9]{4}))?");
    private static final int MOST_YEARS = 100;

    private final List<ParameterFault> faults = new ArrayList<>();

    private final Supplier<List<Integer>> allYears;

    private QuestionReader(Supplier<List<Integer>> allYears) {
        this.allYears = allYears;
    }

    /**
     * Reads the parameters.
     *
     * @param allYears the years to count where none is named
     */
    static Question read(QuestionParameters parameters, Supplier<List<Integer>> allYears) {
        return new QuestionReader(allYears).question(parameters);
    }

    private Question question(QuestionParameters parameters) {
        Set<Dimension> groupBy = dimensions(parameters.groupBy);
        Set<String> applicantTypes =
                known("applicantType", filter("applicantType", parameters.applicantType), Forms.applicantTypes());
        boolean byApplicantType = groupBy.contains(Dimension.APPLICANT_TYPE) || !applicantTypes.isEmpty();
        Set<Integer> named = years(parameters.year);
        List<Integer> years = named.isEmpty() ? allYears.get() : List.copyOf(named);
        List<Figure> asked = figures(parameters.figure, groupBy, byApplicantType, Forms.catalogueOf(years));
        known("basis", parameters.basis == null ? Set.of() : Set.of(parameters.basis), List.of("accepted"));
        Question question = new Question(
                asked.stream().map(Figure::code).toList(),
                asked.stream()
                        .flatMap(figure -> rows(figure, groupBy, Forms.catalogueOf(years)))
                        .map(figure -> new AskedFigure(figure.code(), figure.leaves(), onForm(figure, years)))
                        .distinct()
                        .toList(),
                groupBy,
                level(parameters.level, groupBy),
                years,
                named.size() == 1,
                registered(Register.DISTRICT, parameters.district),
                registered(Register.CATEGORY, parameters.category),
                registered(Register.AGENCY, parameters.agency),
                List.copyOf(applicantTypes),
                parameters.lineage == null ? Lineage.REPORTED : parameters.lineage);
        refuse();
        Summability.check(asked, question);
        return question;
    }

    private Set<Dimension> dimensions(List<String> parameter) {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        known("groupBy", ListParameter.values(parameter), Dimension.codes())
                .forEach(code -> Dimension.of(code).ifPresent(dimensions::add));
        return dimensions;
    }

    private Optional<DistrictLevel> level(DistrictLevel level, Set<Dimension> groupBy) {
        if (level != null && !groupBy.contains(Dimension.DISTRICT)) {
            faults.add(ParameterFault.invalid(
                    "level", level.code(), new Text("只与 groupBy=district 一起使用", "Goes with groupBy=district only")));
        }
        return Optional.ofNullable(level);
    }

    private List<Figure> figures(
            List<String> parameter, Set<Dimension> groupBy, boolean byApplicantType, Catalogue catalogue) {
        Set<String> codes = ListParameter.values(parameter);
        if (codes.isEmpty() && groupBy.contains(Dimension.FIGURE)) {
            return catalogue
                    .breakdown()
                    .filter(figure -> figure.byApplicantType() || !byApplicantType)
                    .toList();
        }
        List<String> all =
                Forms.catalogue().figures().stream().map(Figure::code).toList();
        if (codes.isEmpty()) {
            faults.add(new ParameterFault(
                    "figure", null, new Text("请指明要汇总的数，或按 figure 分组", "Name a figure, or group by figure"), all));
        }
        List<Figure> figures = known("figure", codes, all).stream()
                .flatMap(code -> figure(code, catalogue).stream())
                .toList();
        figures.stream()
                .filter(figure -> byApplicantType && !figure.byApplicantType())
                .forEach(figure -> faults.add(ParameterFault.invalid(
                        "figure",
                        figure.code(),
                        new Text("此数不分申请人类型", "This figure is not broken down by type of applicant"))));
        return figures;
    }

    private Set<Integer> years(List<String> parameter) {
        Set<Integer> years = new TreeSet<>();
        for (String value : filter("year", parameter)) {
            Matcher range = YEARS.matcher(value);
            if (!range.matches()) {
                yearFault(value, new Text("应为年度或年度区间，如 2021..2024", "Must be a year or a range such as 2021..2024"));
                continue;
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last - first >= MOST_YEARS) {
                yearFault(
                        value,
                        new Text("区间应由早到晚，最多 %s 年", "A range goes forward, over at most %s years").with(MOST_YEARS));
            } else if (Forms.of(first).isEmpty()) {
                yearFault(
                        value,
                        new Text("没有适用的格式，最早的年度是 %s", "No form covers it; the first year is %s")
                                .with(Forms.firstYear()));
            } else {
                IntStream.rangeClosed(first, last).forEach(years::add);
            }
        }
        if (years.size() > MOST_YEARS) {
            yearFault(String.join(",", parameter), new Text("最多 %s 年", "At most %s years").with(MOST_YEARS));
        }
        return years;
    }

    private void yearFault(String value, Text message) {
        faults.add(ParameterFault.invalid("year", value, message));
    }

    private List<String> registered(Register register, List<String> parameter) {
        Set<String> codes = filter(register.parameter(), parameter);
        faults.addAll(register.unknown(codes));
        return List.copyOf(codes);
    }

    /** A filter that is there but empty must not silently mean everything. */
    private Set<String> filter(String parameter, List<String> given) {
        Set<String> values = ListParameter.values(given);
        if (given != null && !given.isEmpty() && values.isEmpty()) {
            faults.add(ParameterFault.invalid(parameter, "", new Text("不能为空", "Must not be empty")));
        }
        return values;
    }

    /** The same values, of which the unknown ones become faults. */
    private Set<String> known(String parameter, Set<String> values, List<String> known) {
        values.stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> faults.add(ParameterFault.unknownValue(parameter, value, known)));
        return values;
    }

    /** As the forms of the years asked for have it; a figure that none of them has, as the others do. */
    private static Optional<Figure> figure(String code, Catalogue catalogue) {
        return catalogue.figure(code).or(() -> Forms.catalogue().figure(code));
    }

    /** Grouped by figure, each figure the form prints a number for stands for itself; a group is broken down. */
    private static Stream<Figure> rows(Figure figure, Set<Dimension> groupBy, Catalogue catalogue) {
        boolean brokenDown = groupBy.contains(Dimension.FIGURE) && figure.role() == FigureRole.GROUP;
        return !brokenDown
                ? Stream.of(figure)
                : catalogue.figure(figure.code()).isPresent()
                        ? catalogue.breakdown(figure)
                        : Forms.catalogue().breakdown(figure);
    }

    private static List<Integer> onForm(Figure figure, List<Integer> years) {
        return years.stream()
                .filter(year -> Forms.of(year)
                        .flatMap(form -> form.figure(figure.code()))
                        .isPresent())
                .toList();
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
    }
}
