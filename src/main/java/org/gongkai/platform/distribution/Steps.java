package org.gongkai.platform.distribution;

import java.util.List;
import java.util.stream.Stream;

/** The steps to the distributed layout, and those back. */
final class Steps {

    private static final String HAS_KEY =
            "exists (select 1 from pg_constraint where conname = '%s' and conrelid = '%s'::regclass)";

    private static final String IS_MANAGED =
            "exists (select 1 from pg_dist_partition where logicalrelid = '%s'::regclass and partmethod in ('n', 'h'))";

    /** Citus hides the rows that it has copied to the workers, and does not delete them. */
    private static final String HAS_NO_HIDDEN_ROWS = "pg_relation_size('%s') = 0";

    private Steps() {}

    /** Returns the steps to the distributed layout, in their order. */
    static List<Step> forward() {
        return Stream.of(
                        DistributedLayout.CUT_KEYS.stream().map(Steps::cut),
                        DistributedLayout.REFERENCE.stream().map(Steps::copyToEveryServer),
                        DistributedLayout.DISTRIBUTED.stream().map(Steps::distribute),
                        DistributedLayout.managed().map(Steps::deleteHiddenRows))
                .flatMap(steps -> steps)
                .toList();
    }

    /** Returns the steps back to one server, in their order. */
    static List<Step> back() {
        return Stream.of(
                        DistributedLayout.managed().map(Steps::bringBack),
                        DistributedLayout.CUT_KEYS.stream().map(Steps::restore))
                .flatMap(steps -> steps)
                .toList();
    }

    private static Step cut(DistributedLayout.CutKey key) {
        return new Step(
                "alter table %s drop constraint %s".formatted(key.table(), key.name()),
                "select not " + HAS_KEY.formatted(key.name(), key.table()));
    }

    private static Step restore(DistributedLayout.CutKey key) {
        return new Step(
                "alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()),
                "select " + HAS_KEY.formatted(key.name(), key.table()));
    }

    private static Step copyToEveryServer(String table) {
        return new Step(
                "select create_reference_table('%s')".formatted(table), "select " + IS_MANAGED.formatted(table));
    }

    private static Step distribute(DistributedLayout.DistributedTable table) {
        return new Step(
                "select create_distributed_table('%s', '%s')".formatted(table.name(), table.column()),
                "select " + IS_MANAGED.formatted(table.name()));
    }

    private static Step deleteHiddenRows(String table) {
        return new Step(
                "select truncate_local_data_after_distributing_table('%s')".formatted(table),
                "select " + HAS_NO_HIDDEN_ROWS.formatted(table));
    }

    private static Step bringBack(String table) {
        return new Step(
                "select undistribute_table('%s', cascade_via_foreign_keys => true)".formatted(table),
                "select not " + IS_MANAGED.formatted(table));
    }
}
