package org.gongkai.statistics.rollup.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.Scope;

/**
 * The facts about queries of what is in force that were read last. Such a query needs one statement less as long as the
 * registry and the opened years do not change: it depends on no fact that a report changes.
 */
@ApplicationScoped
class Scopes {

    /** The maximum number of places, codes and years in all entries: some megabytes. */
    private static final int MAX_VALUES = 200_000;

    private static final int VALUES_OF_ENTRY = 10;

    private final Cache<Key, Scope> known = Caffeine.newBuilder()
            .maximumWeight(MAX_VALUES)
            .weigher((Key key, Scope scope) -> key.weight() + scope.places().size())
            .build();

    /**
     * The part of a query that the facts are about, and the version of the registry.
     *
     * @param lastYear the last report year that is over
     */
    private record Key(
            List<String> districts, List<String> agencies, List<Integer> years, int lastYear, long registryVersion) {

        int weight() {
            return VALUES_OF_ENTRY + districts.size() + agencies.size() + years.size();
        }
    }

    /** Returns the facts about a query in known versions of the data. */
    Optional<Scope> find(RollUpQuery query, List<Integer> years, int lastYear, DataVersions versions) {
        return RollUpStatement.readsWhatIsInForce(query)
                ? Optional.ofNullable(known.getIfPresent(key(query, years, lastYear, versions)))
                : Optional.empty();
    }

    /**
     * Returns whether facts are true for the data that a statement has read after them, and keeps them if they are.
     *
     * @param before the versions of the data that were known before the facts were read
     * @param after the versions that the statement has read
     */
    boolean hold(ResolvedQuery resolved, DataVersions before, DataVersions after) {
        if (!RollUpStatement.readsWhatIsInForce(resolved.query())) {
            return resolved.scope().holdsIn(after.asSnapshot().total());
        }
        boolean isSameRegistry = before.ofRegistry() == after.ofRegistry();
        if (isSameRegistry) {
            Scope scope = resolved.scope();
            known.put(key(resolved.query(), resolved.years(), scope.lastYear(), after), scope);
        }
        return isSameRegistry;
    }

    private static Key key(RollUpQuery query, List<Integer> years, int lastYear, DataVersions versions) {
        return new Key(query.districts(), query.agencies(), years, lastYear, versions.ofRegistry());
    }
}
