package org.gongkai.statistics.rollup.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.data.CacheMemory;
import org.gongkai.statistics.data.ChangeLog;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;

/**
 * Keeps the sums of each year of a query, because past years rarely change: when the query is asked again, only the years that
 * changed are added up. The sums of a year are used as long as the version of the data of that year, in the districts of the
 * query, is the same.
 */
@ApplicationScoped
class YearSums {

    /** The approximate size of a group or of a sum, in bytes. */
    private static final int ENTRY = 200;

    private final SeriesRegister register;
    private final long memory;
    private final Cache<Key, Part> parts;

    /**
     * The sums of one year of a query.
     *
     * @param query the query, without what does not change its sums
     * @param years the years of the query, which decide about the spans of its groups
     * @param lastYear the last year that is over
     * @param year the year of the sums
     */
    private record Key(RollUpQuery query, List<Integer> years, int lastYear, int year) {}

    /**
     * The sums of a year.
     *
     * @param version the version of the data that they were made from
     */
    private record Part(
            long version,
            Map<AggregateResult.GroupKey, AggregateResult.GroupCoverage> groups,
            Map<AggregateResult.GroupKey, Map<Short, BigDecimal>> values) {

        int weight() {
            return ENTRY
                    * (1
                            + groups.size()
                            + values.values().stream().mapToInt(Map::size).sum());
        }
    }

    YearSums(SeriesRegister register, CacheMemory available) {
        this.register = register;
        this.memory = available.ofSums();
        this.parts = Caffeine.newBuilder()
                .maximumWeight(memory)
                .weigher((Key key, Part part) -> part.weight())
                .build();
    }

    /** Returns whether the sums of a query are kept by year. */
    boolean keeps(ResolvedQuery resolved) {
        RollUpQuery query = resolved.query();
        return memory > 0
                && RollUpStatement.readsWhatIsInForce(query)
                && !query.selectsRows()
                && query.by(Dimension.YEAR)
                && resolved.countedYears().size() > 1;
    }

    /**
     * Adds up the series of a query, as far as they are not known.
     *
     * @param known the versions of the data that are known
     * @param maxRows the maximum number of rows of the answer
     * @return nothing if the data have changed since the versions were read
     */
    Optional<AggregateResult> run(Connection connection, ResolvedQuery resolved, DataVersions known, int maxRows)
            throws SQLException {
        Map<Integer, Part> kept = kept(resolved, known);
        List<Integer> missing = resolved.countedYears().stream()
                .filter(year -> !kept.containsKey(year))
                .toList();
        if (missing.isEmpty()) {
            return Optional.of(merged(known.asSnapshot(), List.copyOf(kept.values())));
        }
        AggregateResult made = RollUpStatement.run(connection, resolved, missing, register, maxRows);
        Optional<DataVersions> versions = ChangeLog.of(made.snapshot(), known, connection);
        if (versions.isEmpty() || !areCurrent(kept, resolved, versions.get())) {
            return Optional.empty();
        }
        List<Part> all = new ArrayList<>(kept.values());
        boolean isComplete = new RollUpRows(resolved, made, register).count() <= maxRows;
        for (int year : missing) {
            Part part = part(year, made, version(resolved, year, versions.get()));
            all.add(part);
            if (isComplete) {
                parts.put(key(resolved, year), part);
            }
        }
        return Optional.of(merged(made.snapshot(), all));
    }

    private Map<Integer, Part> kept(ResolvedQuery resolved, DataVersions known) {
        Map<Integer, Part> kept = new HashMap<>();
        for (int year : resolved.countedYears()) {
            Part part = parts.getIfPresent(key(resolved, year));
            if (part != null && part.version == version(resolved, year, known)) {
                kept.put(year, part);
            }
        }
        return kept;
    }

    private static boolean areCurrent(Map<Integer, Part> kept, ResolvedQuery resolved, DataVersions versions) {
        return kept.entrySet().stream()
                .allMatch(part -> part.getValue().version == version(resolved, part.getKey(), versions));
    }

    private static long version(ResolvedQuery resolved, int year, DataVersions versions) {
        return versions.version(DataScope.of(Set.of(year), resolved.query().districts()))
                .number();
    }

    private static Key key(ResolvedQuery resolved, int year) {
        return new Key(
                resolved.query().forSums(),
                resolved.countedYears(),
                resolved.scope().lastYear(),
                year);
    }

    private static Part part(int year, AggregateResult made, long version) {
        Part part = new Part(version, new HashMap<>(), new HashMap<>());
        made.groups().forEach((key, group) -> {
            if (key.year() == year) {
                part.groups.put(key, group);
            }
        });
        made.values().forEach((key, values) -> {
            if (key.year() == year) {
                part.values.put(key, values);
            }
        });
        return part;
    }

    private static AggregateResult merged(StatementSnapshot snapshot, List<Part> all) {
        AggregateResult merged = new AggregateResult(snapshot, new HashMap<>(), new HashMap<>());
        all.forEach(part -> {
            merged.groups().putAll(part.groups);
            merged.values().putAll(part.values);
        });
        return merged;
    }
}
