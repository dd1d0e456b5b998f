package org.gongkai.statistics.rollup;

import io.quarkus.qute.Qute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.sql.BoundSql;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.Scope;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.rollup.sql.RollUpValues;

/** What the database knows that reading a question asks for. */
public final class CodeLookup implements RollUpQueryParser.Data {

    /** Looks into each year, from the first to the last there is, for one report: with an index, that is little to read. */
    private static final String YEARS = """
            select y.year
            from generate_series(:first, (select max(year) from filing)) as y (year)
            cross join lateral (select 1
                                from %1$s r
                                join %2$s a on a.code = r.agency
                                left join %3$s o on o.agency = r.agency and o.year = y.year
                                where coalesce(o.kind, a.kind) = 'DEPARTMENT'
                                limit 1) any_report
            order by y.year""";

    /** A path ends with a slash, after which comes 0. */
    private static final String SCOPE = """
            select (select cast(sum(changes) as bigint) from data_version) as version,
                   array(select distinct d.code
                         from {district} f
                         join {district} d on d.path ~>=~ f.path and d.path ~<~ (left(f.path, -1) || '0')
                         where f.code = any(:districts)) as within,
                   exists (select from unnest(cast(:years as smallint[])) as y (year)
                           where y.year not in (select c.year from {cycle} c)) as has_unopened,
                   exists (select from {unlisted} u where u.year = any(:years)) as has_unlisted""";

    private static final BoundSql SCOPE_NOW = scope(false);
    private static final BoundSql SCOPE_THEN = scope(true);

    private final Connection connection;
    private OptionalLong version = OptionalLong.empty();

    public CodeLookup(Connection connection) {
        this.connection = connection;
    }

    /** The years for which any department has a report that counts. */
    @Override
    public List<Integer> years(Basis basis, Optional<Instant> asOf) throws SQLException {
        Map<String, Object> relations = SourceTables.of(asOf.isPresent(), basis, "= y.year");
        BoundSql sql = BoundSql.of(
                YEARS.formatted(relations.get("counted"), relations.get("agency"), relations.get("obligation")));
        Map<String, Object> values = new HashMap<>(Map.of("first", Forms.firstYear()));
        asOf.ifPresent(instant -> values.put("asOf", instant.atOffset(ZoneOffset.UTC)));
        try (PreparedStatement statement = sql.prepare(connection, values);
                ResultSet rows = statement.executeQuery()) {
            List<Integer> years = new ArrayList<>();
            while (rows.next()) {
                years.add(rows.getInt(1));
            }
            return years;
        }
    }

    @Override
    public Scope scope(List<Integer> years, List<String> districts, Optional<Instant> asOf) throws SQLException {
        BoundSql sql = asOf.isPresent() ? SCOPE_THEN : SCOPE_NOW;
        Map<String, Object> values = new HashMap<>();
        values.put("years", RollUpValues.numbers(years));
        values.put("districts", RollUpValues.texts(districts));
        asOf.ifPresent(instant -> values.put("asOf", instant.atOffset(ZoneOffset.UTC)));
        try (PreparedStatement statement = sql.prepare(connection, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            version = asOf.isPresent() ? OptionalLong.empty() : OptionalLong.of(row.getLong("version"));
            return new Scope(
                    List.of((String[]) row.getArray("within").getArray()),
                    row.getBoolean("has_unopened"),
                    row.getBoolean("has_unlisted"));
        }
    }

    private static BoundSql scope(boolean then) {
        return BoundSql.of(Qute.fmt(SCOPE, SourceTables.of(then, Basis.ACCEPTED, "= any(:years)")));
    }

    /** Whether what was said of the data still holds in that state. */
    public boolean holdsIn(long state) {
        return version.isEmpty() || version.getAsLong() == state;
    }

    @Override
    public List<ParameterFault> unknown(CodeList codeList, Collection<String> codes) throws SQLException {
        return RegisteredCodes.unknown(codeList, codes, connection);
    }
}
