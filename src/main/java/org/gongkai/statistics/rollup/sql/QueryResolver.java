package org.gongkai.statistics.rollup.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.Scope;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Text;

/**
 * Looks up in the database what a query depends on: its codes, the years with reports, and the parts that its roll-up
 * needs.
 */
final class QueryResolver {

    static final SqlScript YEARS = SqlScript.of(SourceTables.FILE, RollUpStatement.FOLDER + "years.sql");
    static final SqlScript SCOPE = SqlScript.of(SourceTables.FILE, RollUpStatement.FOLDER + "scope.sql");

    private static final Text IS_GOVERNMENT = new Text(
            "是政府：汇总默认只统计部门的报告，政府的报告已包含各部门。加上 kind=GOVERNMENT 可统计政府自身的报告；与各部门合计的对比见" + " /api/v1/consolidated-reports",
            "Is a government: roll-ups count departments only by default, whose reports a government's own report contains."
                    + " Add kind=GOVERNMENT for its own figures; see /api/v1/consolidated-reports for the comparison");

    private static final Text IS_DEPARTMENT =
            new Text("是部门：kind=GOVERNMENT 只统计政府自身的报告", "Is a department: with kind=GOVERNMENT, only governments count");

    private final Connection connection;
    private final Instant now;
    private final KnownScopes known;

    /** Finds facts about a query that need not be read. */
    interface KnownScopes {

        Optional<Scope> find(RollUpQuery query, List<Integer> years, int lastYear);
    }

    QueryResolver(Connection connection, Instant now, KnownScopes known) {
        this.connection = connection;
        this.now = now;
        this.known = known;
    }

    /** Creates a resolver that reads everything. */
    QueryResolver(Connection connection, Instant now) {
        this(connection, now, (query, years, lastYear) -> Optional.empty());
    }

    /**
     * Resolves a query.
     *
     * @throws org.gongkai.problem.ProblemException when the query cannot be answered; it reports all faults
     */
    ResolvedQuery resolve(Parsed<RollUpQuery> parsed) throws SQLException {
        RollUpQuery query = parsed.query();
        List<ParameterFault> faults = new ArrayList<>(parsed.faults());
        faults.addAll(RegisteredCodes.unknown(CodeList.CATEGORY, query.categories(), connection));
        faults.addAll(RegisteredCodes.unknown(CodeList.AGENCY, query.agencies(), connection));
        List<Integer> years = query.years().isEmpty() ? years(query) : query.years();
        Scope scope = scope(query, years);
        if (!scope.districts().containsAll(query.districts())) {
            faults.addAll(RegisteredCodes.unknown(CodeList.DISTRICT, query.districts(), connection));
        }
        Text otherKind = query.kind() == AgencyKind.DEPARTMENT ? IS_GOVERNMENT : IS_DEPARTMENT;
        scope.ofOtherKind().stream()
                .map(code -> ParameterFault.invalid(CodeList.AGENCY.parameter(), code, otherKind))
                .forEach(faults::add);
        return ResolvedQuery.of(query, years, scope, faults);
    }

    /** Resolves a query whose codes come from the data and need no check: an agency may have become a government since. */
    ResolvedQuery resolveChecked(RollUpQuery query) throws SQLException {
        return ResolvedQuery.of(query, query.years(), scope(query, query.years()), List.of());
    }

    private List<Integer> years(RollUpQuery query) throws SQLException {
        Map<String, Object> values = values(query);
        values.put("firstYear", Forms.firstYear());
        return YEARS.with(SourceTables.of(query.asOf(), query.basis(), SourceTables.ANY_YEAR))
                .list(connection, values, row -> row.getInt("year"));
    }

    private Scope scope(RollUpQuery query, List<Integer> years) throws SQLException {
        int lastYear = BeijingTime.lastYearOver(query.asOf().orElse(now));
        Optional<Scope> scope = known.find(query, years, lastYear);
        return scope.isPresent() ? scope.get() : read(query, years, lastYear);
    }

    private Scope read(RollUpQuery query, List<Integer> years, int lastYear) throws SQLException {
        boolean atInstant = query.asOf().isPresent();
        Map<String, Object> values = values(query);
        values.put("yearList", RollUpValues.numbers(years));
        values.put("districts", RollUpValues.texts(query.districts()));
        values.put("agencies", RollUpValues.texts(query.agencies()));
        values.put("lastYear", lastYear);
        SourceTables tables = new SourceTables(atInstant, false, SourceTables.SEVERAL_YEARS);
        return SCOPE.with(tables).single(connection, values, row -> scope(row, atInstant, lastYear));
    }

    private static Map<String, Object> values(RollUpQuery query) {
        Map<String, Object> values = new HashMap<>();
        query.asOf().ifPresent(instant -> values.put("instant", instant));
        values.put("kind", query.kind().name());
        return values;
    }

    private static Scope scope(ResultSet row, boolean atInstant, int lastYear) throws SQLException {
        return new Scope(
                atInstant ? OptionalLong.empty() : OptionalLong.of(row.getLong("version")),
                List.of((String[]) row.getArray("districts").getArray()),
                List.of((Integer[]) row.getArray("places").getArray()),
                List.of((String[]) row.getArray("of_other_kind").getArray()),
                lastYear,
                row.getBoolean("has_unopened"),
                row.getBoolean("has_unlisted"),
                row.getBoolean("has_splits"));
    }
}
