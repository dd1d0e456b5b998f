package org.gongkai.statistics.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gongkai.sql.SqlScript;

/** The number of agencies that a query reads, which tells how long it takes before it has begun. */
@ApplicationScoped
public class AgencyCounts {

    private static final SqlScript COUNTS = SqlScript.of("/org/gongkai/statistics/data/agency-counts.sql");

    private static final int MAX_FILTERS = 1_000;

    /**
     * A filter of agencies.
     *
     * @param kind the kind of the agencies that count
     * @param districts codes of the districts that count; empty for all
     * @param categories codes of the categories that count; empty for all
     * @param agencies codes of the agencies that count; empty for all
     */
    public record Filter(String kind, List<String> districts, List<String> categories, List<String> agencies) {}

    /**
     * Numbers of entries of the registry.
     *
     * @param agencies the number of agencies that a filter selects, where they are today
     * @param districts the number of all districts
     * @param categories the number of all categories
     * @param years the number of report years that have been opened
     */
    public record Counts(long agencies, long districts, long categories, long years) {}

    /** The parts of the statement. */
    public record FilterParts(boolean inDistricts, boolean inCategories, boolean inAgencies) {}

    private record Key(Filter filter, long dataVersion) {

        static Key of(Filter filter, DataVersions versions) {
            return new Key(filter, versions.version(DataScope.EVERYTHING).number());
        }
    }

    private final AgroalDataSource database;
    private final Cache<Key, Counts> known =
            Caffeine.newBuilder().maximumSize(MAX_FILTERS).build();

    AgencyCounts(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Counts the agencies of a filter.
     *
     * @param versions the versions of the data. Counts of the same version are not made again
     */
    public Counts of(Filter filter, DataVersions versions) throws SQLException {
        Counts counts = known.getIfPresent(Key.of(filter, versions));
        if (counts != null) {
            return counts;
        }
        try (Connection connection = database.getConnection()) {
            return of(filter, versions, connection);
        }
    }

    /** Counts the agencies of a filter on a connection that the caller has. */
    public Counts of(Filter filter, DataVersions versions, Connection connection) throws SQLException {
        Key key = Key.of(filter, versions);
        Counts counts = known.getIfPresent(key);
        if (counts == null) {
            counts = count(filter, connection);
            known.put(key, counts);
        }
        return counts;
    }

    private static Counts count(Filter filter, Connection connection) throws SQLException {
        FilterParts parts =
                new FilterParts(!filter.districts.isEmpty(), !filter.categories.isEmpty(), !filter.agencies.isEmpty());
        Map<String, Object> values = Map.of(
                "kind", filter.kind,
                "districts", texts(filter.districts),
                "categories", texts(filter.categories),
                "agencies", texts(filter.agencies));
        return COUNTS.with(parts).single(connection, values, AgencyCounts::counts);
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("agencies"), row.getLong("districts"), row.getLong("categories"), row.getLong("years"));
    }

    private static String[] texts(List<String> codes) {
        return codes.toArray(String[]::new);
    }
}
