package org.gongkai.statistics.rollup.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.AgencyCounts;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.text.Text;

/** Estimates the rows and the work of a roll-up from counts, before any sums are made. */
@ApplicationScoped
public class RowEstimate {

    /** The largest number of rows of a roll-up; exports have no limit. */
    static final int MAX_ROWS = 100_000;

    private static final int LARGE_ROWS = 10_000;
    private static final int LARGE_FIGURES = 100_000;

    private static final SqlScript COUNTS = SqlScript.of(RollUpStatement.FOLDER + "group-counts.sql");

    private static final Text TOO_MANY = new Text(
            "预计结果约 %s 行，超过上限 %s 行。请用 year、district、category 或 agency 缩小范围，减少 groupBy，或用 format=ndjson 取得全部各行",
            "The answer would have about %s rows; the limit is %s. Narrow it by year, district, category or agency, group"
                    + " by less, or get all rows with format=ndjson");

    private final AgencyCounts agencies;

    RowEstimate(AgencyCounts agencies) {
        this.agencies = agencies;
    }

    /** The parts of the statement that counts groups. */
    public record GroupParts(boolean inDistricts, boolean inCategories, boolean inAgencies, boolean byArea) {}

    /** The numbers of a year: agencies, districts, categories, and pairs of both. */
    private record Year(int year, long agencies, long districts, long categories, long both) {

        private long groups(RollUpQuery query) {
            if (query.by(Dimension.AGENCY)) {
                return agencies;
            }
            if (query.by(Dimension.DISTRICT)) {
                return query.by(Dimension.CATEGORY) ? both : districts;
            }
            return query.by(Dimension.CATEGORY) ? categories : 1;
        }
    }

    /**
     * Returns whether a roll-up needs so much time or memory that others must not wait for it.
     *
     * @param known the versions of the data
     */
    public boolean isLarge(RollUpQuery query, DataVersions known) throws SQLException {
        AgencyCounts.Counts counts = agencies.of(filter(query), known);
        long years = query.years().isEmpty() ? counts.years() : query.years().size();
        long series = series(query);
        long rows = groups(query, counts) * (query.by(Dimension.YEAR) ? years : 1) * series;
        return counts.agencies() * years * series > LARGE_FIGURES || rows > LARGE_ROWS;
    }

    /** Returns about how many series are added up. */
    private static long series(RollUpQuery query) {
        long figures = query.figures().isEmpty()
                ? Forms.catalogue().figures().size()
                : query.figures().size();
        boolean byType =
                query.by(Dimension.APPLICANT_TYPE) || !query.applicantTypes().isEmpty();
        return figures * (byType ? Forms.applicantTypes().size() : 1);
    }

    /**
     * Refuses a roll-up that would have too many rows.
     *
     * @throws ProblemException if it certainly has; the count of the rows themselves may still refuse it
     */
    void refuseTooMany(ResolvedQuery resolved, DataVersions known, Connection connection) throws SQLException {
        if (!canBeCounted(resolved.query()) || possibleRows(resolved, known, connection) <= MAX_ROWS) {
            return;
        }
        long rows = rows(resolved, connection);
        if (rows > MAX_ROWS) {
            throw tooMany(rows);
        }
    }

    /** Returns how many rows there can be at most, if agencies have not moved since. */
    private long possibleRows(ResolvedQuery resolved, DataVersions known, Connection connection) throws SQLException {
        RollUpQuery query = resolved.query();
        long years = query.by(Dimension.YEAR) ? resolved.countedYears().size() : 1;
        long ofGroup = (long) resolved.figures().size() * resolved.rowTypes().size();
        return groups(query, agencies.of(filter(query), known, connection)) * years * ofGroup;
    }

    /** Returns the refusal of a roll-up. */
    static ProblemException tooMany(long rows) {
        return new ProblemException(ProblemType.TOO_MANY_ROWS, TOO_MANY.with(rows, MAX_ROWS));
    }

    /** Returns whether the groups are those of the reports in force, in the districts that these reports belong to. */
    private static boolean canBeCounted(RollUpQuery query) {
        return query.limit().isEmpty()
                && query.minCoverage().isEmpty()
                && RollUpStatement.readsWhatIsInForce(query)
                && (query.level().isEmpty() || query.by(Dimension.AGENCY));
    }

    private static AgencyCounts.Filter filter(RollUpQuery query) {
        return new AgencyCounts.Filter(query.kind().name(), query.districts(), query.categories(), query.agencies());
    }

    /** Returns how many groups a year can have at most. */
    private static long groups(RollUpQuery query, AgencyCounts.Counts counts) {
        if (query.by(Dimension.AGENCY)) {
            return counts.agencies();
        }
        long districts = query.by(Dimension.DISTRICT) ? counts.districts() : 1;
        long categories = query.by(Dimension.CATEGORY) ? counts.categories() : 1;
        return Math.min(districts * categories, Math.max(1, counts.agencies()));
    }

    private static long rows(ResolvedQuery resolved, Connection connection) throws SQLException {
        RollUpQuery query = resolved.query();
        GroupParts parts = new GroupParts(
                !query.districts().isEmpty(),
                !query.categories().isEmpty(),
                !query.agencies().isEmpty(),
                !query.by(Dimension.AGENCY));
        Map<Integer, Long> groups = COUNTS.with(parts).list(connection, values(resolved), RowEstimate::year).stream()
                .collect(Collectors.toMap(Year::year, year -> year.groups(query)));
        long ofTypes = IntStream.range(0, resolved.spans().size())
                .mapToLong(span -> resolved.figures(span).size() * groups(resolved, span, groups))
                .sum();
        return ofTypes * resolved.rowTypes().size();
    }

    /** Returns the groups of a span: those of all its years, or at least those of the year with the most. */
    private static long groups(ResolvedQuery resolved, int span, Map<Integer, Long> groups) {
        LongStream ofYears = resolved.spans().get(span).stream().mapToLong(year -> groups.getOrDefault(year, 0L));
        return resolved.query().by(Dimension.YEAR)
                ? ofYears.sum()
                : ofYears.max().orElse(0);
    }

    private static Map<String, Object> values(ResolvedQuery resolved) {
        RollUpQuery query = resolved.query();
        Map<String, Object> values = new HashMap<>();
        values.put("yearList", RollUpValues.numbers(resolved.countedYears()));
        values.put("lastYear", resolved.scope().lastYear());
        values.put("places", resolved.scope().places().toArray(Integer[]::new));
        values.put("categories", RollUpValues.texts(query.categories()));
        values.put("agencies", RollUpValues.texts(query.agencies()));
        return values;
    }

    private static Year year(ResultSet row) throws SQLException {
        return new Year(
                row.getInt("year"),
                row.getLong("agencies"),
                row.getLong("districts"),
                row.getLong("categories"),
                row.getLong("both"));
    }
}
