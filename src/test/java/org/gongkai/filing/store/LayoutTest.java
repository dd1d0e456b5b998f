package org.gongkai.filing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.distribution.DistributedLayout;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema and the statements keep the rules of the distributed layout in docs/scaling.md, also where there is no Citus to
 * try them on.
 */
@QuarkusTest
class LayoutTest extends ServiceTest {

    private static final List<String> DISTRIBUTED = DistributedLayout.DISTRIBUTED.stream()
            .map(DistributedLayout.DistributedTable::name)
            .toList();

    private static final List<String> MANAGED = join(DISTRIBUTED, DistributedLayout.REFERENCE);

    /** Citus cannot pass on rows without columns. */
    private static final Pattern ROWS_WITHOUT_COLUMNS = Pattern.compile("exists \\(\\s*select\\s+from\\b");

    private static final Pattern DISTRIBUTED_TABLE =
            Pattern.compile("\\b(from|join)\\s+(%s)\\b".formatted(String.join("|", DISTRIBUTED)));

    private static final Pattern LATERAL = Pattern.compile("\\blateral\\b");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

    /** Citus reads a distributed table in a condition only once, not for each row of another table. */
    private static final Pattern CONDITION_ON_DISTRIBUTED_TABLE =
            Pattern.compile("exists \\(\\s*select 1\\s+from (%s)\\b".formatted(String.join("|", DISTRIBUTED)));

    /** All tables of a statement would be recursive to Citus, which does not plan them. */
    private static final Pattern RECURSIVE_STATEMENT = Pattern.compile("^with recursive\\b", Pattern.MULTILINE);

    private static final Pattern KEPT_PLANS = Pattern.compile("\\bnew StatementPipeline\\(\\)");

    private static final Pattern INNER_PARENTHESES = Pattern.compile("\\(([^()]*)\\)");

    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+([a-z_]+)\\b");

    private static final List<String> LOCAL = List.of(
            "agency",
            "agency_contact",
            "agency_version",
            "category",
            "category_version",
            "cycle",
            "cycle_version",
            "district",
            "district_version",
            "explanation",
            "figure_value",
            "filing",
            "finding",
            "label",
            "obligation",
            "obligation_version",
            "published_series",
            "refused_attempt",
            "refused_attempt_rule",
            "revision",
            "revision_version",
            "usual_figure",
            "data_change",
            "data_version",
            "event",
            "flyway_schema_history",
            "idempotency_key",
            "issued_token",
            "receipt_key",
            "receipt_signing_key",
            "reminder",
            "reminder_run",
            "sandbox_evidence",
            "sandbox_report",
            "sandbox_revision",
            "revalidation",
            "revalidation_change",
            "webhook",
            "webhook_delivery");

    @Test
    void everyTableHasItsPlace() throws SQLException {
        assertThat(texts("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"))
                .containsExactlyInAnyOrderElementsOf(join(MANAGED, LOCAL));
    }

    @ParameterizedTest
    @MethodSource("distributed")
    void everyUniqueKeyOfADistributedTableHasItsColumn(DistributedLayout.DistributedTable table) throws SQLException {
        assertThat(texts("""
                select i.indexrelid::regclass::text
                from pg_index i
                where i.indisunique and i.indrelid = '%s'::regclass
                  and not exists (select 1
                                  from pg_attribute a
                                  where a.attrelid = i.indrelid and a.attname = '%s' and a.attnum = any(i.indkey))""".formatted(table.name(), table.column()))).isEmpty();
    }

    static Stream<DistributedLayout.DistributedTable> distributed() {
        return DistributedLayout.DISTRIBUTED.stream();
    }

    /** A trigger would run on the workers, without the tables that it writes to. */
    @Test
    void noManagedTableHasATrigger() throws SQLException {
        assertThat(texts("select tgrelid::regclass || '.' || tgname from pg_trigger where not tgisinternal and "
                        + isManaged("tgrelid")))
                .isEmpty();
    }

    @Test
    void noManagedTableHasAnIdentityColumn() throws SQLException {
        assertThat(texts("select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> '' and "
                        + isManaged("attrelid")))
                .isEmpty();
    }

    @Test
    void managedTablesReferToReferenceTablesOnly() throws SQLException {
        assertThat(texts(
                        "select conrelid::regclass || ' ' || confrelid::regclass from pg_constraint where contype = 'f' and "
                                + isManaged("conrelid")))
                .isNotEmpty()
                .allMatch(key -> DistributedLayout.REFERENCE.contains(key.split(" ")[1]));
    }

    @Test
    void theKeysThatAreCutAreThoseOfOtherTables() throws SQLException {
        assumeFalse(isDistributed());

        assertThat(texts("select conrelid::regclass || '.' || conname from pg_constraint where contype = 'f' and "
                        + isManaged("confrelid") + " and not " + isManaged("conrelid")))
                .containsExactlyInAnyOrderElementsOf(DistributedLayout.CUT_KEYS.stream()
                        .map(key -> key.table() + "." + key.name())
                        .toList());
    }

    /** Citus does not plan statements with the parameters of such functions. */
    @Test
    void noFunctionInSqlReadsADistributedTable() throws SQLException {
        assertThat(texts("""
                select p.proname
                from pg_proc p
                join pg_language l on l.oid = p.prolang
                where l.lanname = 'sql' and p.pronamespace = 'public'::regnamespace and p.prosrc ~ '\\m(%s)\\M'""".formatted(String.join("|", DISTRIBUTED)))).isEmpty();
    }

    @Test
    void noStatementSelectsRowsWithoutColumns() throws IOException {
        assertThat(statements()).isNotEmpty().noneMatch(ROWS_WITHOUT_COLUMNS.asPredicate());
    }

    @Test
    void noStatementOnDistributedTablesDependsOnEarlierRows() throws IOException {
        assertThat(statements().stream().filter(DISTRIBUTED_TABLE.asPredicate()))
                .isNotEmpty()
                .noneMatch(LATERAL.asPredicate());
    }

    @Test
    void noStatementAsksADistributedTableForEachRow() throws IOException {
        assertThat(statements()).noneMatch(CONDITION_ON_DISTRIBUTED_TABLE.asPredicate());
    }

    /** The scripts are parts of statements, and most of these read distributed tables. */
    @Test
    void onlyPartsOfAStatementAreRecursive() throws IOException {
        for (Path script : files("src/main/resources/org", ".sql")) {
            assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern(RECURSIVE_STATEMENT);
        }
    }

    /** Citus plans statements on distributed tables with the values of their parameters only. */
    @Test
    void noPipelineThatKeepsPlansReadsADistributedTable() throws IOException {
        List<Path> offending = new ArrayList<>();
        for (Path source : files("src/main/java", ".java")) {
            String text = Files.readString(source);
            if (KEPT_PLANS.matcher(text).find() && textBlocks(text).anyMatch(DISTRIBUTED_TABLE.asPredicate())) {
                offending.add(source);
            }
        }
        assertThat(offending).isEmpty();
    }

    @Test
    void functionsThatReadADistributedTableAreWrittenForItsPlans() throws SQLException {
        String functions =
                "select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosrc ~ "
                        + "'\\m(from|join|into|truncate) (%s)\\M'".formatted(String.join("|", DISTRIBUTED));

        assertThat(texts(functions)).isNotEmpty();
        assertThat(texts(functions + " and not coalesce(p.proconfig, '{}') @> '{plan_cache_mode=force_custom_plan}'"))
                .isEmpty();
    }

    /** Citus would send the whole table of the coordinator to the workers, or read the whole distributed one. */
    @Test
    void noStatementJoinsADistributedTableWithOneOfTheCoordinator() throws IOException {
        assertThat(statements().stream().flatMap(LayoutTest::selections).filter(LayoutTest::joinsBoth))
                .isEmpty();
    }

    @Test
    void findsAJoinOfBoth() {
        String joined = "select f.value from (select * from fact f join agency a on a.number = f.agency) f";
        String separate =
                "select g.value from (select f.agency, f.value from fact f) g join agency a on a.number = g.agency";

        assertThat(selections(joined)).anyMatch(LayoutTest::joinsBoth);
        assertThat(selections(separate)).noneMatch(LayoutTest::joinsBoth);
    }

    /** Citus would check the rights of the reader on the tables below, of which a BI tool has none. */
    @Test
    void viewsForBiToolsReadNoManagedTable() throws SQLException {
        String read = """
                with recursive used (relation) as (
                    select c.oid from pg_class c where c.relkind = 'v' and c.relname like 'bi\\_%'
                    union
                    select d.refobjid
                    from used u
                    join pg_rewrite r on r.ev_class = u.relation
                    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                                    and d.refclassid = 'pg_class'::regclass
                )
                select relation::regclass::text from used where\s""";

        assertThat(texts(read + "relation = 'revision'::regclass")).hasSize(1);
        assertThat(texts(read + isManaged("relation"))).isEmpty();
    }

    private boolean isDistributed() throws SQLException {
        return count("select count(*) from pg_extension where extname = 'citus'") > 0
                && count("select count(*) from pg_dist_partition") > 0;
    }

    /** Returns the parts of a statement in which tables are joined: parentheses and the members of unions apart. */
    private static Stream<String> selections(String statement) {
        List<String> parts = new ArrayList<>();
        String left = statement.replaceAll("--.*", "");
        Matcher inner = INNER_PARENTHESES.matcher(left);
        while (inner.find()) {
            parts.add(inner.group(1));
            left = left.substring(0, inner.start()) + " " + left.substring(inner.end());
            inner = INNER_PARENTHESES.matcher(left);
        }
        parts.add(left);
        return parts.stream().flatMap(part -> Stream.of(part.split("\\bunion\\b")));
    }

    private static boolean joinsBoth(String selection) {
        List<String> tables =
                TABLE.matcher(selection).results().map(table -> table.group(1)).toList();
        return tables.stream().anyMatch(DISTRIBUTED::contains)
                && tables.stream().anyMatch(LOCAL::contains);
    }

    private static Stream<String> textBlocks(String source) {
        return TEXT_BLOCK.matcher(source).results().map(block -> block.group(1));
    }

    /** Returns the statements of the service: the scripts, and the text blocks of its sources. */
    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        for (Path source : files("src/main/java", ".java")) {
            textBlocks(Files.readString(source)).forEach(statements::add);
        }
        for (Path script : files("src/main/resources/org", ".sql")) {
            statements.add(Files.readString(script));
        }
        return statements;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String isManaged(String column) {
        return MANAGED.stream()
                .map("'%s'::regclass"::formatted)
                .collect(Collectors.joining(", ", column + " in (", ")"));
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
