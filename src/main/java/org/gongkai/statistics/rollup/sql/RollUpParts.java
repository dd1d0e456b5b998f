package org.gongkai.statistics.rollup.sql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RowOrder;

/**
 * The parts of the statement that a query needs: the choices in the files of the statement, which explain each. The database plans only these parts, and queries with the same parts share
 * a plan.
 *
 * @param keys the columns of a group
 * @param numberKeys the same with numbers for codes
 * @param sameGroup the condition that two tables are about the same group
 * @param order the order of the rows, in SQL
 * @param seriesList the series that are added up, as the right side of a condition in SQL
 * @param places the places in the districts of the query, as the right side of a condition in SQL
 * @param kind the kind of the agencies that count, as a text in SQL
 * @param ofGovernments whether these are governments
 * @param byYear whether rows are grouped by year
 * @param byDistrict whether rows are grouped by district
 * @param byCategory whether rows are grouped by category
 * @param byAgency whether rows are grouped by agency
 * @param byPlace whether districts matter
 * @param atLevel whether districts are grouped at a level
 * @param inDistricts whether districts are filtered
 * @param inCategories whether categories are filtered
 * @param inAgencies whether agencies are filtered
 * @param sameArea whether the rosters list all agencies that count, and these belong to one district
 * @param manyYears whether several years count
 * @param hasUnlisted whether any agency has reported without being on a roster
 * @param hasUnopened whether any of the years has not been opened
 * @param hasRunning whether any of the years is not over
 * @param manySpans whether the figures are on the forms of different years
 * @param formerNames whether agencies are named as in the year of the row
 * @param grouped whether rows are grouped by anything that differs between reports
 * @param atCoverage whether a value needs a minimum of coverage
 * @param compared whether rows are compared with each other
 * @param byReport whether the reports in a row are described
 */
public record RollUpParts(
        String keys,
        String numberKeys,
        String sameGroup,
        String order,
        String seriesList,
        String places,
        String kind,
        boolean ofGovernments,
        boolean byYear,
        boolean byDistrict,
        boolean byCategory,
        boolean byAgency,
        boolean byPlace,
        boolean atLevel,
        boolean inDistricts,
        boolean inCategories,
        boolean inAgencies,
        boolean sameArea,
        boolean manyYears,
        boolean hasUnlisted,
        boolean hasUnopened,
        boolean hasRunning,
        boolean manySpans,
        boolean formerNames,
        boolean grouped,
        boolean atCoverage,
        boolean compared,
        boolean byReport) {

    private static final String SEVERAL_PLACES = "= any(:'places')";
    private static final String ONE_PLACE = "= :'place'";
    private static final String SEVERAL_SERIES = "= any(:'seriesNumbers')";
    private static final String ONE_SERIES = "= :'seriesNumber'";

    /** Returns the parts that a query needs for all its years. */
    static RollUpParts of(ResolvedQuery resolved) {
        return of(resolved, resolved.countedYears());
    }

    /** Returns the parts that a query needs for some of its years. */
    static RollUpParts of(ResolvedQuery resolved, List<Integer> years) {
        RollUpQuery query = resolved.query();
        boolean current = query.onCurrentBoundaries();
        boolean inDistricts = !query.districts().isEmpty();
        return new RollUpParts(
                keys(query),
                numberKeys(query),
                sameGroup(query),
                RowOrder.inSql(query),
                resolved.series().size() == 1 ? ONE_SERIES : SEVERAL_SERIES,
                resolved.scope().places().size() == 1 ? ONE_PLACE : SEVERAL_PLACES,
                "'" + query.kind().name() + "'",
                query.kind() == AgencyKind.GOVERNMENT,
                query.by(Dimension.YEAR),
                query.by(Dimension.DISTRICT),
                query.by(Dimension.CATEGORY),
                query.by(Dimension.AGENCY),
                query.by(Dimension.DISTRICT) || current && inDistricts,
                query.level().isPresent(),
                inDistricts,
                !query.categories().isEmpty(),
                !query.agencies().isEmpty(),
                isSameArea(resolved),
                years.size() != 1,
                resolved.scope().hasUnlisted(),
                resolved.scope().hasUnopened(),
                years.stream().anyMatch(year -> year > resolved.scope().lastYear()),
                resolved.spans().size() > 1,
                query.by(Dimension.YEAR) && !current,
                query.groupsReports(),
                query.minCoverage().isPresent(),
                query.comparesRows(),
                query.describesReports());
    }

    /** Returns the tables that the statement for a query reads. */
    static SourceTables tables(ResolvedQuery resolved) {
        return tables(resolved, resolved.countedYears());
    }

    /** Returns the tables that the statement for some years of a query reads. */
    static SourceTables tables(ResolvedQuery resolved, List<Integer> years) {
        String condition = years.size() == 1 ? SourceTables.ONE_YEAR : SourceTables.SEVERAL_YEARS;
        return SourceTables.of(resolved.query().asOf(), resolved.query().basis(), condition);
    }

    private static String keys(RollUpQuery query) {
        Stream<String> keys =
                query.groupBy().stream().filter(Dimension::ofReports).map(key -> "key_" + key.code());
        return Stream.concat(Stream.of("span"), keys).collect(Collectors.joining(", "));
    }

    private static String sameGroup(RollUpQuery query) {
        return Arrays.stream(keys(query).split(", "))
                .map(key -> "v." + key + " = g." + key)
                .collect(Collectors.joining(" and "));
    }

    private static String numberKeys(RollUpQuery query) {
        Stream<String> keys = query.groupBy().stream()
                .filter(Dimension::ofReports)
                .map(key -> "group_" + (key == Dimension.DISTRICT ? "place" : key.code()));
        return Stream.concat(Stream.of("group_span"), keys).collect(Collectors.joining(", "));
    }

    private static boolean isSameArea(ResolvedQuery resolved) {
        RollUpQuery query = resolved.query();
        return !query.onCurrentBoundaries()
                && query.districts().size() == 1
                && query.agencies().isEmpty()
                && !resolved.scope().hasUnlisted();
    }
}
