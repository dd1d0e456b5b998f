package org.gongkai.statistics.rollup.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.Scope;

/**
 * Looks up in the database what a query depends on: its codes, the years with reports, and the parts that its roll-up
 * needs.
 */
final class QueryResolver {

    static final SqlScript YEARS = SqlScript.of(SourceTables.FILE, RollUpStatement.FOLDER + "years.sql");
    static final SqlScript SCOPE = SqlScript.of(SourceTables.FILE, RollUpStatement.FOLDER + "scope.sql");

    private final Connection connection;

    QueryResolver(Connection connection) {
        this.connection = connection;
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
        return ResolvedQuery.of(query, years, scope, faults);
    }

    private List<Integer> years(RollUpQuery query) throws SQLException {
        Map<String, Object> values = values(query);
        values.put("firstYear", Forms.firstYear());
        return YEARS.with(SourceTables.of(query.asOf(), query.basis(), SourceTables.ANY_YEAR))
                .list(connection, values, row -> row.getInt("year"));
    }

    private Scope scope(RollUpQuery query, List<Integer> years) throws SQLException {
        boolean atInstant = query.asOf().isPresent();
        Map<String, Object> values = values(query);
        values.put("yearList", RollUpValues.numbers(years));
        values.put("districts", RollUpValues.texts(query.districts()));
        SourceTables tables = new SourceTables(atInstant, false, SourceTables.SEVERAL_YEARS);
        return SCOPE.with(tables).single(connection, values, row -> scope(row, atInstant));
    }

    private static Map<String, Object> values(RollUpQuery query) {
        Map<String, Object> values = new HashMap<>();
        query.asOf().ifPresent(instant -> values.put("instant", instant));
        return values;
    }

    private static Scope scope(ResultSet row, boolean atInstant) throws SQLException {
        return new Scope(
                atInstant ? OptionalLong.empty() : OptionalLong.of(row.getLong("version")),
                List.of((String[]) row.getArray("within").getArray()),
                row.getBoolean("has_unopened"),
                row.getBoolean("has_unlisted"));
    }
}
