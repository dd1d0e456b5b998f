package org.gongkai.statistics.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;

/**
 * A roll-up as its parameters describe it. Equal queries are equal records, in any spelling of the request. Codes of
 * districts, categories and agencies may still be unknown.
 *
 * @param figures codes of the figures, in the order of the rows; empty for all leaves of the form
 * @param groupBy the keys of a row, in the order of the request
 * @param level the level of the districts in the rows; empty for the agencies' own districts
 * @param years the report years that count, sorted; empty for all years with reports
 * @param districts codes of the districts that count, sorted; empty for all
 * @param categories codes of the categories that count, sorted; empty for all
 * @param agencies codes of the agencies that count, sorted; empty for all
 * @param applicantTypes the types of applicant that count, sorted; empty for all
 * @param boundaries whether agencies and districts count as reported, or on current boundaries
 * @param basis the revisions that count
 * @param asOf the instant of the data; empty for now
 * @param order the order of rows, before their keys
 * @param limit the maximum number of rows; empty for all
 * @param minCoverage the share of expected reports that a value needs; empty for any
 * @param stats the statistics that rows gain
 * @param kind the kind of the agencies that count
 */
public record RollUpQuery(
        List<String> figures,
        List<Dimension> groupBy,
        Optional<DistrictLevel> level,
        List<Integer> years,
        List<String> districts,
        List<String> categories,
        List<String> agencies,
        List<String> applicantTypes,
        Boundaries boundaries,
        Basis basis,
        Optional<Instant> asOf,
        List<RowSort> order,
        Optional<Integer> limit,
        Optional<BigDecimal> minCoverage,
        Set<Statistic> stats,
        AgencyKind kind) {

    /** Returns the same query on other figures. */
    public RollUpQuery ofFigures(List<String> others) {
        return with(others, years, agencies);
    }

    /** Returns the same query on other years. */
    public RollUpQuery ofYears(List<Integer> others) {
        return with(figures, others, agencies);
    }

    /** Returns the same query on other agencies. */
    public RollUpQuery ofAgencies(List<String> others) {
        return with(figures, years, others);
    }

    private RollUpQuery with(List<String> otherFigures, List<Integer> otherYears, List<String> otherAgencies) {
        return new RollUpQuery(
                otherFigures,
                groupBy,
                level,
                otherYears,
                districts,
                categories,
                otherAgencies,
                applicantTypes,
                boundaries,
                basis,
                asOf,
                order,
                limit,
                minCoverage,
                stats,
                kind);
    }

    /** Returns this query for all its rows in any order, without statistics. */
    public RollUpQuery ofAllRows() {
        return ofAllRows(minCoverage);
    }

    /** Returns this query without what does not change its sums. */
    public RollUpQuery forSums() {
        return ofAllRows(Optional.empty());
    }

    private RollUpQuery ofAllRows(Optional<BigDecimal> coverage) {
        return new RollUpQuery(
                figures,
                groupBy,
                level,
                years,
                districts,
                categories,
                agencies,
                applicantTypes,
                boundaries,
                basis,
                asOf,
                List.of(),
                Optional.empty(),
                coverage,
                Set.of(),
                kind);
    }

    public boolean by(Dimension dimension) {
        return groupBy.contains(dimension);
    }

    /** Returns whether rows are grouped by anything that differs between reports. */
    public boolean groupsReports() {
        return groupBy.stream().anyMatch(Dimension::ofReports);
    }

    /** Returns whether only some rows are wanted, or rows with statistics that the database computes. */
    public boolean selectsRows() {
        return limit.isPresent() || comparesRows() || describesReports();
    }

    public boolean comparesRows() {
        return stats.stream().anyMatch(Statistic::comparesRows);
    }

    public boolean describesReports() {
        return stats.stream().anyMatch(Statistic::describesReports);
    }

    public boolean onCurrentBoundaries() {
        return boundaries == Boundaries.CURRENT;
    }

    /**
     * Returns the data that an answer depends on. The years with reports are those of all districts. On current
     * boundaries, an agency counts in a district although its reports are from another one. Changes to the year before
     * depend on that year, too.
     */
    public DataScope scope() {
        return onCurrentBoundaries() || years.isEmpty() ? DataScope.EVERYTHING : DataScope.of(readYears(), districts);
    }

    /** Returns whether the query is about the years for which departments have reports in force, as it names none. */
    public boolean followsReportYears() {
        return years.isEmpty() && asOf.isEmpty() && basis == Basis.ACCEPTED && kind == AgencyKind.DEPARTMENT;
    }

    private Set<Integer> readYears() {
        Stream<Integer> before =
                stats.contains(Statistic.CHANGE) ? years.stream().map(year -> year - 1) : Stream.empty();
        return Stream.concat(years.stream(), before).collect(Collectors.toSet());
    }

    /** Returns the canonical URI of the query under the path of its resource. */
    public CanonicalUri uri(String path) {
        return new CanonicalUri(path)
                .with("figure", figures)
                .with("groupBy", groupBy.stream().map(Dimension::code).toList())
                .with("level", level.map(DistrictLevel::code))
                .with("year", yearRange())
                .with("district", districts)
                .with("category", categories)
                .with("agency", agencies)
                .with("applicantType", applicantTypes)
                .with("boundaries", Optional.of(boundaries.code()).filter(code -> boundaries != Boundaries.AS_REPORTED))
                .with("basis", Optional.of(basis.code()).filter(code -> basis != Basis.ACCEPTED))
                .with("asOf", asOf.map(Instant::toString))
                .with("orderBy", order.stream().map(RowSort::code).toList())
                .with("limit", limit.map(String::valueOf))
                .with("minCoverage", minCoverage.map(BigDecimal::toPlainString))
                .with("stats", stats.stream().map(Statistic::code).toList())
                .with("kind", Optional.of(kind.name()).filter(name -> kind != AgencyKind.DEPARTMENT));
    }

    private List<String> yearRange() {
        List<String> each = years.stream()
                .map(year -> String.format(Locale.ROOT, "%04d", year))
                .toList();
        boolean isRange = years.size() > 2
                && IntStream.range(1, years.size()).allMatch(next -> years.get(next) == years.get(next - 1) + 1);
        return isRange ? List.of(each.get(0) + ".." + each.get(each.size() - 1)) : each;
    }
}
