package org.gongkai.statistics.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of the data in one snapshot of the database, for every scope. Immutable: later changes make another
 * object.
 */
public final class DataVersions {

    /** The changes that are kept apart, so that a change need not copy the counts of all districts. */
    private static final int MAX_RECENT = 4_096;

    private static final Count NONE = new Count(0, Instant.EPOCH);

    private final long total;
    private final String snapshot;
    private final Map<Key, Count> counts;
    private final Map<Key, Count> recent;

    /**
     * Changes of one year and place.
     *
     * @param year the report year; {@code null} for changes about all years
     * @param districts codes of the districts that contain the place; a single {@code null} for changes about all places
     * @param changes their number
     * @param at the instant of the last of them
     */
    record Change(Integer year, List<String> districts, long changes, Instant at) {}

    /**
     * The changes that are counted together.
     *
     * @param year the years of these changes
     * @param district the places of these changes
     */
    private record Key(Part<Integer> year, Part<String> district) {}

    /**
     * A part of all years, or of all districts.
     *
     * @param isTotal whether all changes are counted, in any part
     * @param value a year or a district; {@code null} for all changes, or for those that are about all parts
     */
    private record Part<T>(boolean isTotal, T value) {

        /** All changes. */
        static <T> Part<T> total() {
            return new Part<>(true, null);
        }

        /** Changes that are about all parts. */
        static <T> Part<T> everywhere() {
            return new Part<>(false, null);
        }

        /** Returns the parts that a change in some years or districts is counted in. */
        static <T> List<Part<T>> ofChange(List<T> values) {
            List<Part<T>> parts = of(values);
            parts.add(total());
            return parts;
        }

        /** Returns the parts whose changes are in a scope. */
        static <T> List<Part<T>> ofScope(Collection<T> values) {
            if (values.isEmpty()) {
                return List.of(total());
            }
            List<Part<T>> parts = of(values);
            parts.add(everywhere());
            return parts;
        }

        private static <T> List<Part<T>> of(Collection<T> values) {
            List<Part<T>> parts = new ArrayList<>();
            values.forEach(value -> parts.add(new Part<>(false, value)));
            return parts;
        }
    }

    private record Count(long changes, Instant at) {

        Count plus(Count other) {
            return new Count(changes + other.changes, at.isBefore(other.at) ? other.at : at);
        }
    }

    private DataVersions(long total, String snapshot, Map<Key, Count> counts, Map<Key, Count> recent) {
        this.total = total;
        this.snapshot = snapshot;
        this.counts = counts;
        this.recent = recent;
    }

    /**
     * Counts all changes in a snapshot.
     *
     * @param total the number of transactions that have changed the data
     * @param snapshot the text of the snapshot
     */
    static DataVersions of(long total, String snapshot, List<Change> changes) {
        return new DataVersions(total, snapshot, sum(Map.of(), changes), Map.of());
    }

    /** Returns the versions in a later snapshot, which contains some more changes. */
    DataVersions plus(long laterTotal, String laterSnapshot, List<Change> changes) {
        Map<Key, Count> more = sum(recent, changes);
        if (more.size() <= MAX_RECENT) {
            return new DataVersions(laterTotal, laterSnapshot, counts, more);
        }
        Map<Key, Count> all = new HashMap<>(counts);
        more.forEach((key, count) -> all.merge(key, count, Count::plus));
        return new DataVersions(laterTotal, laterSnapshot, all, Map.of());
    }

    private static Map<Key, Count> sum(Map<Key, Count> known, List<Change> changes) {
        Map<Key, Count> sums = new HashMap<>(known);
        for (Change change : changes) {
            Count count = new Count(change.changes, change.at);
            for (Part<Integer> year : Part.ofChange(Collections.singletonList(change.year))) {
                for (Part<String> district : Part.ofChange(change.districts)) {
                    sums.merge(new Key(year, district), count, Count::plus);
                }
            }
        }
        return sums;
    }

    /** Returns the number of transactions that have changed the data: the same only in equal snapshots of one server. */
    long total() {
        return total;
    }

    /** Returns the text of the snapshot in PostgreSQL. */
    String snapshot() {
        return snapshot;
    }

    /** Returns the snapshot as one that a statement has read. */
    public StatementSnapshot asSnapshot() {
        return new StatementSnapshot(total, Optional.of(snapshot));
    }

    /** Returns the version of the data in a scope. */
    public DataVersion version(DataScope scope) {
        Count sum = NONE;
        for (Part<Integer> year : Part.ofScope(scope.years())) {
            for (Part<String> district : Part.ofScope(scope.districts())) {
                sum = sum.plus(count(new Key(year, district)));
            }
        }
        return new DataVersion(sum.changes, sum.at);
    }

    /** Returns the version of the registry and of the opened years: the changes about all years, or about all places. */
    public long ofRegistry() {
        return count(new Key(Part.everywhere(), Part.total())).changes
                + count(new Key(Part.total(), Part.everywhere())).changes;
    }

    private Count count(Key key) {
        return counts.getOrDefault(key, NONE).plus(recent.getOrDefault(key, NONE));
    }
}
