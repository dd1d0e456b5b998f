package org.gongkai.platform.distribution;

import java.util.List;
import java.util.stream.Stream;

/** The steps to the distributed layout, and those back. */
final class Steps {

    private static final String HAS_KEY =
            "exists (select 1 from pg_constraint where conname = '%s' and conrelid = '%s'::regclass)";

    /** The kinds of Citus: reference tables (n, t), distributed tables (h), and tables of its own on the coordinator. */
    private static final String HAS_KIND =
            "exists (select 1 from pg_dist_partition where logicalrelid = '%s'::regclass and %s)";

    private static final String REFERENCE = "partmethod = 'n' and repmodel = 't'";

    private static final String DISTRIBUTED = "partmethod = 'h'";

    private static final String ANY = "true";

    /** Citus hides the rows that it has copied to the workers, and does not delete them. */
    private static final String HAS_NO_HIDDEN_ROWS = "pg_relation_size('%s') = 0";

    /**
     * A transaction that has changed several shards side by side may not change a reference table afterwards. Changes of
     * the service are small, so they are made one after the other. The settings are those of the role of the service.
     */
    private static final String SET_MODE = """
            do $$ begin
                execute format('alter role current_user in database %I set citus.multi_shard_modify_mode = sequential',
                    current_database());
            end $$""";

    private static final String RESET_MODE = """
            do $$ begin
                execute format('alter role current_user in database %I reset citus.multi_shard_modify_mode',
                    current_database());
            end $$""";

    private static final String HAS_MODE = """
            exists (select 1
                    from pg_db_role_setting
                    where setdatabase = (select oid from pg_database where datname = current_database())
                      and setrole = current_user::regrole
                      and 'citus.multi_shard_modify_mode=sequential' = any(setconfig))""";

    private Steps() {}

    /** Returns the steps to the distributed layout, in their order. */
    static List<Step> forward() {
        return Stream.of(
                        Stream.of(new Step(SET_MODE, "select " + HAS_MODE)),
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
                        DistributedLayout.CUT_KEYS.stream().map(Steps::restore),
                        Stream.of(new Step(RESET_MODE, "select not " + HAS_MODE)))
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
                "select create_reference_table('%s')".formatted(table),
                "select " + HAS_KIND.formatted(table, REFERENCE));
    }

    private static Step distribute(DistributedLayout.DistributedTable table) {
        return new Step(
                "select create_distributed_table('%s', '%s')".formatted(table.name(), table.column()),
                "select " + HAS_KIND.formatted(table.name(), DISTRIBUTED));
    }

    private static Step deleteHiddenRows(String table) {
        return new Step(
                "select truncate_local_data_after_distributing_table('%s')".formatted(table),
                "select " + HAS_NO_HIDDEN_ROWS.formatted(table));
    }

    private static Step bringBack(String table) {
        return new Step(
                "select undistribute_table('%s', cascade_via_foreign_keys => true)".formatted(table),
                "select not " + HAS_KIND.formatted(table, ANY),
                true);
    }
}
