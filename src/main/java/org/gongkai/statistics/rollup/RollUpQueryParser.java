package org.gongkai.statistics.rollup;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.ListParameter;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.statistics.data.AsOf;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.Scope;
import org.gongkai.text.Text;

/** Makes a question of the parameters, or says everything that is wrong with them. */
public final class RollUpQueryParser {

    /** What reading a question needs to know of the data. */
    interface Data {

        /** The years to count where none is named. */
        List<Integer> years(Basis basis, Optional<Instant> asOf) throws SQLException;

        /** What they say about years and districts that are asked for. */
        Scope scope(List<Integer> years, List<String> districts, Optional<Instant> asOf) throws SQLException;

        /** The codes that are not in a register, as faults. */
        List<ParameterFault> unknown(CodeList codeList, Collection<String> codes) throws SQLException;
    }

    private final RollUpParameters parameters;
    private final Data data;
    private final List<ParameterFault> faults = new ArrayList<>();

    private RollUpQueryParser(RollUpParameters parameters, Data data) {
        this.parameters = parameters;
        this.data = data;
    }

    public static RollUpQuery read(RollUpParameters parameters, Data data) throws SQLException {
        return new RollUpQueryParser(parameters, data).question();
    }

    private RollUpQuery question() throws SQLException {
        Set<Dimension> groupBy = dimensions();
        Set<String> types =
                known("applicantType", filter("applicantType", parameters.applicantType), Forms.applicantTypes());
        YearRanges named = new YearRanges(filter("year", parameters.year));
        faults.addAll(named.faults());
        List<String> districts = List.copyOf(filter(CodeList.DISTRICT.parameter(), parameters.district));
        List<String> categories = registered(CodeList.CATEGORY, parameters.category);
        List<String> agencies = registered(CodeList.AGENCY, parameters.agency);
        Basis basis = basis();
        Optional<Instant> asOf = AsOf.read(parameters.asOf, faults);
        List<Integer> years = named.years().isEmpty() ? data.years(basis, asOf) : named.years();
        Scope scope = data.scope(years, districts, asOf);
        if (!scope.within().containsAll(districts)) {
            faults.addAll(data.unknown(CodeList.DISTRICT, districts));
        }
        boolean byType = groupBy.contains(Dimension.APPLICANT_TYPE) || !types.isEmpty();
        RequestedFigures figures = new RequestedFigures(years, groupBy.contains(Dimension.FIGURE), byType);
        List<String> asked = figures.named(codes(groupBy));
        RollUpQuery rollUpQuery = new RollUpQuery(
                asked,
                figures.rows(asked),
                groupBy,
                level(groupBy),
                years,
                named.years().size() == 1,
                districts,
                scope,
                categories,
                agencies,
                List.copyOf(types),
                parameters.lineage == null ? Boundaries.REPORTED : parameters.lineage,
                basis,
                asOf,
                order(groupBy),
                limit());
        faults.addAll(figures.faults());
        refuse();
        AdditivityCheck.check(rollUpQuery);
        return rollUpQuery;
    }

    private Set<Dimension> dimensions() {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        known("groupBy", ListParameter.values(parameters.groupBy), Dimension.codes())
                .forEach(code -> Dimension.of(code).ifPresent(dimensions::add));
        return dimensions;
    }

    private Set<String> codes(Set<Dimension> groupBy) {
        Set<String> codes = ListParameter.values(parameters.figure);
        if (codes.isEmpty() && !groupBy.contains(Dimension.FIGURE)) {
            faults.add(new ParameterFault(
                    "figure",
                    null,
                    new Text("请用 figure 指定要汇总的指标，或按 figure 分组", "Name a figure, or group by figure"),
                    RequestedFigures.codes()));
        }
        return known("figure", codes, RequestedFigures.codes());
    }

    private Optional<DistrictLevel> level(Set<Dimension> groupBy) {
        if (parameters.level != null && !groupBy.contains(Dimension.DISTRICT)) {
            faults.add(ParameterFault.invalid(
                    "level",
                    parameters.level.code(),
                    new Text("只能与 groupBy=district 同时使用", "Goes with groupBy=district only")));
        }
        return Optional.ofNullable(parameters.level);
    }

    private Basis basis() {
        String code = parameters.basis;
        boolean known =
                code == null || !known("basis", Set.of(code), Basis.codes()).isEmpty();
        return known ? Basis.of(code) : Basis.ACCEPTED;
    }

    private List<RowSort> order(Set<Dimension> groupBy) {
        List<RowSort> order = known("orderBy", filter("orderBy", parameters.orderBy), RowSort.codes()).stream()
                .flatMap(code -> RowSort.of(code).stream())
                .toList();
        order.stream()
                .filter(sort -> sort.key()
                        .dimension()
                        .filter(key -> !groupBy.contains(key))
                        .isPresent())
                .forEach(sort -> faults.add(ParameterFault.invalid(
                        "orderBy", sort.code(), new Text("结果没有按此项分组", "Rows are not grouped by it"))));
        return order;
    }

    private Optional<Integer> limit() {
        if (parameters.limit == null) {
            return Optional.empty();
        }
        if (!parameters.limit.matches("[1-9][0-9]{0,8}")) {
            faults.add(ParameterFault.invalid(
                    "limit", parameters.limit, new Text("应为 1 以上的整数", "Must be an integer from 1 on")));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(parameters.limit));
    }

    private List<String> registered(CodeList codeList, List<String> parameter) throws SQLException {
        Set<String> codes = filter(codeList.parameter(), parameter);
        faults.addAll(data.unknown(codeList, codes));
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

    /** Those of the values that are known; the others become faults. */
    private Set<String> known(String parameter, Set<String> values, List<String> known) {
        Set<String> accepted = new LinkedHashSet<>(values);
        accepted.retainAll(known);
        values.stream()
                .filter(value -> !accepted.contains(value))
                .forEach(value -> faults.add(ParameterFault.unknownValue(parameter, value, known)));
        return accepted;
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
    }
}
