package org.gongkai.platform.distribution;

import java.util.List;
import java.util.stream.Stream;

/**
 * The places of the tables in the distributed layout, see docs/scaling.md. Tables that are not listed here stay on the
 * coordinator.
 */
public final class DistributedLayout {

    /** The numbers that roll-ups add up. Tables with the same column type and shard count are colocated. */
    public static final List<DistributedTable> DISTRIBUTED =
            List.of(new DistributedTable("fact", "agency"), new DistributedTable("coverage", "agency"));

    /** The tables that statements join with distributed ones. A table comes after the tables that it refers to. */
    public static final List<String> REFERENCE = List.of("place", "place_within", "series");

    /**
     * Foreign keys from tables on the coordinator to reference tables, which Citus would turn into tables of its own. Rows
     * of places and series are never changed or deleted, so the keys hold without a check.
     */
    public static final List<CutKey> CUT_KEYS = List.of(
            new CutKey("district", "district_place_fk", "foreign key (place) references place"),
            new CutKey("obligation", "obligation_place_fk", "foreign key (place) references place"),
            new CutKey("published_series", "published_series_series_fk", "foreign key (series) references series"));

    private DistributedLayout() {}

    /**
     * A table whose rows are on the workers.
     *
     * @param name the name of the table
     * @param column the column whose value decides on the worker; every unique key contains it
     */
    public record DistributedTable(String name, String column) {}

    /**
     * A foreign key that the distributed layout does without.
     *
     * @param table the table that refers to another one
     * @param name the name of the constraint
     * @param definition the definition, with which the way back adds the key again
     */
    public record CutKey(String table, String name, String definition) {}

    /** Returns the tables that Citus manages. */
    static Stream<String> managed() {
        return Stream.concat(REFERENCE.stream(), DISTRIBUTED.stream().map(DistributedTable::name));
    }
}
