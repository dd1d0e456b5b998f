package org.gongkai.statistics.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.statistics.bi.BiDocument.ViewColumn;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role for BI tools and the contract of its views, both as docs/bi-views.md describes them. */
@QuarkusTest
class BiAccessTest extends ServiceTest {

    private static final String PERMISSION = "42501";
    private static final String READ_ONLY = "25006";

    private BiDocument english;
    private BiDocument chinese;
    private BiReader reader;

    @BeforeEach
    void createTheRole() throws IOException, SQLException {
        english = BiDocument.read("bi-views.md");
        chinese = BiDocument.read("bi-views.zh-CN.md");
        try (Connection service = connection()) {
            reader = BiReader.prepare(service, english);
        }
    }

    @Test
    void readsTheViews() throws SQLException {
        assertThat(english.views()).containsOnlyKeys("bi_report", "bi_figure", "bi_coverage", "bi_obligation");
        for (String view : english.views().keySet()) {
            assertThat(reader.rows("select * from " + view)).as(view).isEmpty();
        }
    }

    /** An extension decides itself who may read its views, such as those of Citus about shards. */
    @Tag("thorough")
    @Test
    void readsNothingElse() throws SQLException {
        List<String> others = texts("""
                select format('%I.%I', n.nspname, relname)
                from pg_class c
                join pg_namespace n on n.oid = relnamespace
                where relkind in ('r', 'v', 'm', 'p', 'f') and nspname !~ '^(pg_|information_schema)'
                  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')""");
        others.removeIf(name -> english.views().containsKey(name.replace("public.", "")));

        assertThat(others).contains("public.revision", "public.event", "public.agency", "public.obligation_state");
        for (String other : others) {
            assertRefused("select * from " + other, PERMISSION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into agency (code, name) values ('a', 'b')",
                "delete from revision",
                "create table own (id integer)",
                "select place_of('430000/', 1::smallint)"
            })
    void changesNothing(String sql) {
        assertThatThrownBy(() -> reader.change(sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(PERMISSION));
    }

    @Test
    void isReadOnlyByDefault() {
        assertRefused("create temporary table own (id integer)", READ_ONLY);
    }

    @Test
    void hasTheDocumentedColumns() throws SQLException {
        for (String view : english.views().keySet()) {
            List<ViewColumn> columns = english.views().get(view);
            List<ViewColumn> translated = chinese.views().get(view);
            List<String> documented = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                ViewColumn column = columns.get(i);
                assertThat(translated.get(i).name()).isEqualTo(column.name());
                documented.add("%s %s: %s / %s"
                        .formatted(
                                column.name(), column.type(), translated.get(i).meaning(), column.meaning()));
            }

            assertThat(texts("""
                    select format('%%s %%s: %%s', attname, format_type(atttypid, atttypmod), col_description(attrelid, attnum))
                    from pg_attribute where attrelid = '%s'::regclass order by attnum""".formatted(view))).containsExactlyElementsOf(documented);
            assertThat(texts("select obj_description('%s'::regclass)".formatted(view)))
                    .allSatisfy(comment -> assertThat(comment).contains(" / "));
        }
        assertThat(chinese.statements()).isEqualTo(english.statements());
    }

    /**
     * The planner calls a cheap function of the reader before other conditions, unless the view is a barrier. A reader can
     * make it read whole tables.
     */
    @Test
    void hidesRowsFromFunctionsInConditions() throws SQLException {
        registerAll();
        submit(ReportFiles.of("430212-finance", 2023)).statusCode(201);
        submit(ReportFiles.of("350128-finance", 2023)).statusCode(201);
        execute("alter table revision disable trigger user;"
                + "update revision set status = 'SUBMITTED', decided_at = null, decided_by = null"
                + " where agency = '350128-finance';"
                + "alter table revision enable trigger user;"
                + "select rebuild_coverage()");

        assertThat(seen("bi_report", "agency")).contains("430212-finance").doesNotContain("350128-finance");
        assertThat(seen("bi_figure", "agency")).contains("430212-finance").doesNotContain("350128-finance");
    }

    /** Returns the values that a function of the reader sees when it is a condition on a view. */
    private List<String> seen(String view, String column) throws SQLException {
        try (Connection connection = reader.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(BiReader.MAY_WRITE);
            statement.execute(
                    "set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off");
            statement.execute("""
                    create function pg_temp.see(value text) returns boolean language plpgsql cost 0.0001 as $$
                    begin raise notice '%', value; return true; end $$""");
            statement.executeQuery("select count(*) from %s where pg_temp.see(%s)".formatted(view, column));
            List<String> seen = new ArrayList<>();
            for (SQLWarning notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                seen.add(notice.getMessage());
            }
            return seen;
        }
    }

    private void assertRefused(String sql, String state) {
        assertThatThrownBy(() -> reader.execute(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
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
