package org.gongkai.statistics.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.statistics.data.AsOf;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.text.Text;

/** Parses the parameters of a roll-up, without the database, and collects all their faults. */
public final class RollUpQueryParser {

    private final RollUpParameters parameters;
    private final RowParameters ofRows;
    private final List<ParameterFault> faults = new ArrayList<>();

    private RollUpQueryParser(RollUpParameters parameters, RowParameters ofRows) {
        this.parameters = parameters;
        this.ofRows = ofRows;
    }

    public static Parsed<RollUpQuery> parse(RollUpParameters parameters, RowParameters ofRows) {
        RollUpQueryParser parser = new RollUpQueryParser(parameters, ofRows);
        RollUpQuery query = parser.parse();
        return new Parsed<>(query, parser.faults);
    }

    private RollUpQuery parse() {
        List<Dimension> groupBy = groupBy();
        List<String> types =
                known("applicantType", filter("applicantType", parameters.applicantType), Forms.applicantTypes());
        List<Integer> years = years();
        List<String> districts = filter(CodeList.DISTRICT.parameter(), parameters.district);
        List<String> categories = filter(CodeList.CATEGORY.parameter(), parameters.category);
        List<String> agencies = filter(CodeList.AGENCY.parameter(), parameters.agency);
        Basis basis = Basis.parse(parameters.basis, faults);
        Optional<Instant> asOf = AsOf.parse(parameters.asOf, faults);
        return new RollUpQuery(
                figures(groupBy),
                groupBy,
                level(groupBy),
                years,
                sorted(districts),
                sorted(categories),
                sorted(agencies),
                sorted(types),
                ParameterFault.collect(parameters.boundaries, Boundaries::fromString, faults)
                        .orElse(Boundaries.AS_REPORTED),
                basis,
                asOf,
                order(groupBy),
                limit(),
                minCoverage(),
                stats(groupBy, years),
                ParameterFault.collect(ofRows.kind, AgencyKind::fromString, faults)
                        .orElse(AgencyKind.DEPARTMENT));
    }

    private List<Dimension> groupBy() {
        return known("groupBy", values(parameters.groupBy), Dimension.codes()).stream()
                .flatMap(code -> Dimension.of(code).stream())
                .toList();
    }

    private List<String> figures(List<Dimension> groupBy) {
        List<String> codes = values(parameters.figure);
        if (codes.isEmpty() && !groupBy.contains(Dimension.FIGURE)) {
            faults.add(new ParameterFault(
                    "figure",
                    null,
                    new Text("请指明要汇总的指标，或按 figure 分组", "Name a figure, or group by figure"),
                    RequestedFigures.codes()));
        }
        return known("figure", codes, RequestedFigures.codes());
    }

    private List<Integer> years() {
        YearRanges ranges = new YearRanges(filter("year", parameters.year));
        faults.addAll(ranges.faults());
        return ranges.years();
    }

    private Optional<DistrictLevel> level(List<Dimension> groupBy) {
        Optional<DistrictLevel> level = ParameterFault.collect(parameters.level, DistrictLevel::fromString, faults);
        if (level.isPresent() && !groupBy.contains(Dimension.DISTRICT)) {
            faults.add(ParameterFault.invalid(
                    "level",
                    parameters.level,
                    new Text("只能与 groupBy=district 一起使用", "Can only be used with groupBy=district")));
        }
        return level;
    }

    private List<RowSort> order(List<Dimension> groupBy) {
        List<RowSort> order = known("orderBy", filter("orderBy", parameters.orderBy), RowSort.codes()).stream()
                .flatMap(code -> RowSort.of(code).stream())
                .toList();
        order.stream()
                .filter(sort -> sort.key()
                        .dimension()
                        .filter(key -> !groupBy.contains(key))
                        .isPresent())
                .forEach(sort -> faults.add(ParameterFault.invalid(
                        "orderBy",
                        sort.code(),
                        new Text("结果没有按此项分组；请加入 groupBy", "Rows are not grouped by it; add it to groupBy"))));
        return order;
    }

    private Optional<Integer> limit() {
        if (parameters.limit == null) {
            return Optional.empty();
        }
        if (!parameters.limit.matches("[1-9][0-9]{0,8}")) {
            faults.add(ParameterFault.invalid(
                    "limit",
                    parameters.limit,
                    new Text("应为 1 至 999999999 的整数", "Must be an integer from 1 to 999999999")));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(parameters.limit));
    }

    private Optional<BigDecimal> minCoverage() {
        if (ofRows.minCoverage == null) {
            return Optional.empty();
        }
        if (!ofRows.minCoverage.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
            faults.add(ParameterFault.invalid(
                    "minCoverage",
                    ofRows.minCoverage,
                    new Text(
                            "应为 0 至 1 的数，最多六位小数，如 0.8",
                            "Must be a number from 0 to 1 with at most six decimals, such as 0.8")));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(ofRows.minCoverage).stripTrailingZeros());
    }

    private Set<Statistic> stats(List<Dimension> groupBy, List<Integer> years) {
        List<String> codes = known("stats", filter("stats", ofRows.stats), Statistic.codes());
        Set<Statistic> stats = codes.stream()
                .flatMap(code -> Statistic.of(code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (stats.contains(Statistic.CHANGE) && !groupBy.contains(Dimension.YEAR) && years.size() != 1) {
            faults.add(ParameterFault.invalid(
                    "stats",
                    Statistic.CHANGE.code(),
                    new Text(
                            "比上年增减须按年度分组（groupBy=year），或只查询一个年度",
                            "A change on the year before needs groupBy=year, or a single year")));
        }
        return stats;
    }

    /** Refuses a filter that is present but empty: it must not silently select everything. */
    private List<String> filter(String parameter, List<String> given) {
        List<String> values = values(given);
        if (given != null && !given.isEmpty() && values.isEmpty()) {
            faults.add(ParameterFault.invalid(parameter, "", new Text("不能为空", "Must not be empty")));
        }
        return values;
    }

    /** Returns the values that are known. The others become faults. */
    private List<String> known(String parameter, List<String> values, List<String> known) {
        Set<String> accepted = new LinkedHashSet<>(values);
        accepted.retainAll(known);
        values.stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value -> faults.add(ParameterFault.unknownValue(parameter, value, known)));
        return List.copyOf(accepted);
    }

    private static List<String> values(List<String> parameter) {
        return List.copyOf(ListParameter.values(parameter));
    }

    private static List<String> sorted(List<String> values) {
        return values.stream().sorted().toList();
    }
}
